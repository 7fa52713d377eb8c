import type { Indicator, Wording } from "../model/indicator.ts";
import { formatDate, formatPeriod } from "../model/period.ts";
import { capitalise, lowerFirst } from "./grammar.ts";

/** How sentences name measures, people, places and periods. */

/** "care leavers aged 19 to 21": who is counted, with the age that a breakdown names. */
function peopleOf(indicator: Indicator, breakdown: string): string {
  return `${indicator.people}${agePart(breakdown)}`;
}

/** What a percentage is of: the people, unless the wording says "posts". */
export function baseOf(indicator: Indicator, breakdown: string): string {
  return indicator.wording.base ? `${indicator.wording.base}${agePart(breakdown)}` : peopleOf(indicator, breakdown);
}

function agePart(breakdown: string): string {
  return breakdown.startsWith("age ") ? ` aged ${breakdown.slice(4)}` : "";
}

/** Name for a table row: the breakdown is added only where the measure has more than one. */
export function nameOf(indicator: Indicator, breakdown: string): string {
  return isOneOfSeveral(indicator, breakdown) ? `${indicator.name}, ${breakdown}` : indicator.name;
}

/** Full measure for a subtitle: "Care leavers in suitable accommodation, age 19 to 21". */
export function measureOf(indicator: Indicator, breakdown: string): string {
  return isOneOfSeveral(indicator, breakdown) ? `${indicator.measure}, ${breakdown}` : indicator.measure;
}

function isOneOfSeveral(indicator: Indicator, breakdown: string): boolean {
  return breakdown !== "" && indicator.breakdowns.filter((part) => part !== "").length > 1;
}

/** The declared wording with defaults in the gaps and {people} filled. */
export function wordingOf(indicator: Indicator, breakdown: string): Wording {
  const people = peopleOf(indicator, breakdown);
  const { wording, name, unit } = indicator;
  const topic = capitalise((wording.topic ?? nameOf(indicator, breakdown)).replace("{people}", people));
  const age = breakdown.startsWith("age ") && isOneOfSeveral(indicator, breakdown) ? ` at ${breakdown}` : "";
  return {
    topic,
    short: wording.short ?? wording.did ?? "",
    subject: wording.subject === undefined ? (ofPeople(wording.topic ?? "") ? `${name}${age}` : topic) : `${wording.subject}${age}`,
    ask: wording.ask ?? "",
    plural: wording.plural ?? /[^s]s$/.test(topic),
    state: wording.state ?? "",
    did: wording.did ?? "",
    didNot: wording.didNot ?? "",
    base: baseOf(indicator, breakdown),
    fact: wording.fact ?? (unit === "percent" ? "" : `${lowerFirst(name)} stood at {value}`),
    gap: wording.gap ?? "",
  };
}

/** People are not "better than neighbours" and do not "fall": titles take another subject for such topics. */
function ofPeople(topic: string): boolean {
  return topic.includes("{people}") || topic.startsWith("Children");
}

/** Whether the subject of titles takes a plural verb. A subject of its own is declared in the singular: "The rate of …". */
export function subjectIsPlural(indicator: Indicator, breakdown: string): boolean {
  const { subject, topic, plural } = wordingOf(indicator, breakdown);
  return indicator.wording.subject === undefined && subject === topic && plural;
}

/** "in 2024/25", "at 30 September 2025"; "" for a period that is not known. */
export function inPeriod(period: string): string {
  if (period === "") return "";
  const words = formatPeriod(period);
  return words.startsWith("at ") ? words : `in ${words}`;
}

/** The period as a name: "2024/25", "30 September 2025". */
export function periodName(period: string): string {
  return formatPeriod(period).replace(/^at /, "");
}

/** For subtitles: "year ending 31 March 2025", "30 September 2025". */
export function periodInFull(period: string, periodEnd: string): string {
  return /^\d{4}\/\d{2}$/.test(period) ? `year ending ${formatDate(periodEnd)}` : periodName(period);
}

const withThe = new Set(["East of England", "East Midlands", "West Midlands", "North East", "North West", "South East", "South West"]);

/** A region inside a sentence: "the East of England", "Inner London". */
export function regionName(region: string): string {
  return withThe.has(region) ? `the ${region}` : region;
}
