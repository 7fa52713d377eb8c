import type { Side } from "./compared-sides.ts";
import { isWithin, wordSet } from "../vocabulary/names.ts";
import { whoIn } from "../vocabulary/others.ts";
import { wordings } from "../vocabulary/patterns.ts";
import { sortsIn, type Range } from "../vocabulary/populations.ts";
import { isOfSchool, schoolAge } from "../vocabulary/share-groups.ts";
import { statesIn } from "../vocabulary/states.ts";

// Of whom or what the words around a figure say that it is: "8.7 per cent of social worker posts", "for all children in need".

/** Those that a figure may be of: `isAll` where the words say that none of their kind is left out. */
export type Group = { words: string; isAll: boolean };

const lead = "(?:of|among|amongst|for|by)";
const determiners =
  "((?:(?:the|our|its|their|those|these|only|just|all|every|each|any|of|whole|entire|total|(?<=\\bof (?:the |our |all |all the )?)\\d[\\d,]*) )*)";
/** What is said of the group, and no longer which group it is. */
const ends =
  "[,.;:()]|(?<!\\b(?:who|that|which|had|have|were|are|was|is) )\\b(?:was|were|is|are|had|has|have|did|does|do|took|went|became|led|resulted|" +
  "started|began|ended|lived|live|moved|made|make|received|waited|missed|came|left|got|gave|compared|against|than|while|whereas|with|nationally|locally)\\b|" +
  "\\b(?:at|on|by) (?=\\d|the (?:end|same))|\\b(?:in|during|over|for) (?=(?:19|20)\\d\\d|the (?:same|year|period|quarter|twelve|last|past))|" +
  "\\b(?:in|across|for|throughout|within) (?=England|(?:our|the|other|similar|statistical|neighbouring) (?:region|country|county|city|borough|councils?|authorit\\w+|neighbours?|areas?|trusts?)\\b)";
const groupBehind = new RegExp(
  `^(?: \\([^()]*\\))?(?: (?:recorded|reported|seen|found|shown|given|published|measured|there))? ${lead} ${determiners}(.+?) ?(?=${ends}|$)`,
  "iu",
);
const groupsBefore = new RegExp(`\\b${lead} ${determiners}(.+?) ?(?=${ends}|$)`, "giu");
/** "Foster carers: 7.5 per cent left". */
const heading = new RegExp(`^\\W*${determiners}([^:.;\\d]{3,60}):`, "iu");
const people = "(?:children|pupils|people|leavers|workers|carers|adopters|staff|managers|teachers|households|families)";
/** "All social workers nationally had an average of 16.3": whom a sentence begins with. */
const opening = new RegExp(`^(?:(?:at|on|in|during|by) [^,]*, )?${determiners}((?:[\\p{L}’'-]+ ){0,3}${people}\\b.*?) ?(?=${ends})`, "iu");

/** The words told of a figure up to where it stands: of its clause, or of its sentence. */
function toldBefore({ words, after, figure }: Side): string {
  const told = words.filter((text) => text.endsWith(`${figure.text}${after}`)).sort((a, b) => b.length - a.length)[0] ?? "";
  return told.slice(0, Math.max(0, told.length - after.length - figure.text.length));
}

/** "The 17.1 per cent of the region, which counts repeats among all referrals": what it is of, behind those who have it. */
const countedAmong =
  /, (?:which|where|and (?:it|this|that))\b[^.;,]*?\b(?:is|are|counts?|counted|takes?|taken|measured|worked out|based)\b[^.;,]*?((?: (?:of|among|amongst|for)) (?:all|every|each)\b.*)$/iu;

const whole = /\b(?:all|every|whole|entire|total)\b/iu;
const groupOf = ([, before = "", words = ""]: readonly string[]): Group => ({ words, isAll: whole.test(before) });

/** The groups that a figure may be of: that right behind it, else those before it in what is told of it. */
function groupsOf(side: Side): readonly Group[] {
  const behind = groupBehind.exec(side.after);
  const counting = behind && whoIn(`the ${behind[2] ?? ""}`).length > 0 ? groupBehind.exec(countedAmong.exec(side.after)?.[1] ?? "") : null;
  if (behind) return [groupOf(counting ?? behind)];
  const before = toldBefore(side);
  const named = [...before.matchAll(groupsBefore)].map(groupOf);
  const first = heading.exec(before) ?? (named.length === 0 ? opening.exec(before) : null);
  return [...named, ...(first ? [groupOf(first)] : [])];
}

/** Of "children in need who had been on a plan before" the noun tells which they are. */
function sortsOfGroup(range: Range, words: string): string[] {
  const named = sortsIn(range, words);
  const [noun = ""] = words.split(/\b(?:who|that|which|whose|with)\b/iu);
  const ofNoun = named.length > 1 ? sortsIn(range, noun) : named;
  return ofNoun.length === 1 ? ofNoun : named;
}

/** The one sort of a range that a figure is said to be of; null when none or several are named. */
export function sortOf(side: Side, range: Range): string | null {
  const named = new Set(groupsOf(side).flatMap(({ words, isAll }) => sortsOfGroup(range, isAll ? `all ${words}` : words)));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** Words that make a group no smaller: whose it is, where, and that it is as it should be. */
const neutral = wordSet(
  `own local current average national regional statistical similar other same due planned required statutory eligible relevant open
   authority council county borough city region country area neighbours england year period date and the our who were was are have had has
   been being their its which that looked after care this these those per cent with from during over full-time equivalent`,
);
/** What a noun may have behind it. */
const modified =
  /\b(?:in|on|of|with|who|whose|that|which|for|aged|under|over|placed|living|from|where|leaving|entering|(?<=\S )looked|subject|at|to|whom)\b/iu;
const child = /^(?:children|child|pupils?|people|those|leavers)$/iu;

/** A group by its head noun, what the children are, and the words that make it smaller than all of its noun. */
function readGroup({ words }: Group): { noun: string; states: ReadonlySet<string>; narrow: ReadonlySet<string> } {
  const [head = ""] = words.trim().split(modified);
  const last = /[\p{L}’'-]+$/u.exec(head.trim())?.[0] ?? "";
  const { names, rest } = statesIn(words.slice(0, 1).toLowerCase() + words.slice(1));
  const noun = child.test(last) ? "child" : last.toLowerCase().replace(/s$/u, "");
  const narrow = (rest.match(/\b\p{Ll}[\p{Ll}-]{2,}|\b\d+\b/gu) ?? []).filter(
    (word) => !neutral.has(word) && !child.test(word) && word.replace(/s$/u, "") !== noun,
  );
  return { noun, states: names, narrow: new Set(narrow) };
}

/** What is of schools is of those of school age, whether or not the words say so. */
const ofSchool = ({ words: told }: Side, { words }: Group): boolean => schoolAge.test(words) && told.some((text) => isOfSchool.test(text));

const ofSome = wordings`girls?|boys?|young (?:wo)?men|females?|males?|disab\w+|unaccompanied|teenagers|babies|infants`;
/** "Interviews offered" beside "interviews offered to girls": one group by its whole name, the other by that and by who they are alone. */
export function someOfSame(one: Side, other: Side): readonly [string, string] | null {
  const [a, b] = [groupsOf(one)[0]?.words.trim() ?? "", groupsOf(other)[0]?.words.trim() ?? ""];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isElsewhere = ({ words: [text = ""] }: Side): boolean => ofSome.test(text.replace(long, "").replace(short, ""));
  if (!short || [one, other].some(isElsewhere)) return null;
  const extra = long.toLowerCase().startsWith(`${short.toLowerCase()} `) ? long.slice(short.length) : "";
  return /^ (?:to|for|by|with|of|from|who|that)\b/iu.test(extra) && ofSome.test(extra) ? [a, b] : null;
}

/** The one group of each of two figures where the one is all of its kind and the other some of it; null for any others. */
export function someOfAll(one: Side, other: Side): readonly [string, string] | null {
  const [a, b] = [groupsOf(one), groupsOf(other)];
  const [x, y] = [a[0], b[0]];
  if (!x || !y || a.length > 1 || b.length > 1 || x.isAll === y.isAll) return null;
  if (ofSchool(one, x) || ofSchool(other, y)) return null;
  const [all, some] = x.isAll ? [readGroup(x), readGroup(y)] : [readGroup(y), readGroup(x)];
  if (all.noun !== some.noun || all.noun === "" || isWithin(some.narrow, all.narrow) || !isWithin(all.narrow, some.narrow)) return null;
  // Everybody of an age, in care or not, beside whom those in care are set on purpose.
  if (all.noun === "child" && all.states.size === 0) return null;
  if (![...all.states].every((state) => some.states.has(state)) && some.states.size > 0) return null;
  const print = (group: Group): string => `${group.isAll ? "all" : "only"} ${group.words.trim()}`;
  return [print(x), print(y)];
}
