import { patternOf } from "../../core/patterns.ts";
import type { Figure } from "../grammar/figure.ts";
import type { Mention } from "./find-mentions.ts";
import { announcedList, comparedList } from "./compared-list.ts";
import { isBracketed } from "./match-near.ts";
import { signed, signedTail, type ReadSentence } from "./read-sentence.ts";
import { allUnits, unitOf, type Reading } from "./reading.ts";
import { rateOf } from "./siblings.ts";
import type { Indicator } from "../../model/indicator.ts";

const change = patternOf("")`
  \b(?:rising|rises|rose|risen|increas\w+|decreas\w+|reduc\w+|fall\w*|fell|drop\w*|declin\w+|down|improv\w+|deteriorat\w+|grew|
  grown|compare[ds]?|comparison|against|than|when|previously|versus|exceed\w*|similar to|same as|in line with)\b|
  \b(?:from|to|up from|(?:having|has|had) been|on the|there (?:was|were|had been)|it was|was|were|had been|
  (?:stood|stands|standing) at|it is|this is|(?:and|but) (?:is|are)|the figure (?:is|was)|
  (?:from|to) (?:an? )?(?:\w+ )?(?:peak|high|low|figure|total|average|baseline|rate|level)(?: point)? of|
  to (?:the |a |its )?(?:current |latest |present )?(?:figure|level|rate|total|number|average) of)(?: (?:only|just|an?|
  \w+ (?:low|high)(?: of)?|@,?))*\s*\(?$`;
// "336 children were in care, a rate of 66 per 10,000"
const sameRate = /^[^;.]{0,90}\b(?:rates? of|equat\w+ to|equivalent to|represent\w+|which is|or)(?: a rate of)? $/;
// "31 children had a suspension, 11.2% of the cohort"
const sameShare = /^[^;.()]{0,90}(?:,| or| representing| equating to| which is)(?: only| just| some)? $/;
const ofAll = patternOf("")`
  ^ of (?:the |our |all |its |their )*(?:(?:whole|total|looked[- ]after) )*(?:cohort|total|population|children looked[- ]after|
  children in (?:our )?care|looked[- ]after children|care leavers)\b`;
const list = patternOf("")`
  ^\)?,?(?:(?: (?:in|at|by|on|during|for|as at))? @,?)? ?(?:and|or|,)? ?(?:then |to |at |in |by |for |was |had |
  (?:the )?(?:autumn|spring|summer)(?: term)? |@ ?)*\(?(?:in @,? )?$`;
// "81% of eligible children (2018: 76%)": a bracket with a time of its own holds the figure of that time.
const datedBracket = /^[^#;()]{0,60} \((?:@:?,? ?)$|\b(?:higher|lower|more|fewer|less|better|worse|up|down) @ \($/;
// What may follow a bare count that is compared with another: nothing that says it counts something else.
const bareTail = patternOf("")`
  ^(?:\)|,|\.|;|$| ?\(| ?@| ?\$|(?: more| fewer)? (?:at|in|on|as|and|for|by|to|from|the|children|young people|care leavers|
  during|over|nationally|last|this|previous|recorded|reported|of whom|respectively|before|when|which|a year)\b)`;

const saysMore =
  /^ (?:children|young people|care leavers) (?:@ )?(?:who|with|without|placed|living|waiting|missing|attending|receiving|subject)\b/;

// What stands beside the measures of a workforce and is declared nowhere.
const otherTopic = /\b(?:sickness|absence|absenteeism)\b/;

/** What is known beside the readings so far; `changes` are figures that state no level. */
type Beside = { mentions: readonly Mention[]; declared: readonly Indicator[]; subjects: readonly string[]; changes: ReadonlySet<number> };
type Chain = Pick<Beside, "mentions" | "changes"> & { sentence: ReadSentence; byFigure: ReadonlyMap<number, Reading> };

/**
 * Carries an indicator from one figure of a sentence to the next: a comparator, an earlier or later
 * value, or a count and its percentage in brackets.
 */
export function matchChains(
  sentence: ReadSentence,
  known: readonly Reading[],
  { mentions, declared, subjects, changes }: Beside,
): Reading[] {
  const byFigure = new Map(known.map((reading) => [reading.figure, reading]));
  const chain: Chain = { sentence, byFigure, mentions, changes };
  const added: Reading[] = [];
  const add = (reading: Reading): void => {
    byFigure.set(reading.figure, reading);
    added.push(reading);
  };
  const order = sentence.figures.map((_f, k) => k);
  for (const index of order) {
    if (byFigure.has(index)) continue;
    const reading = inTurn(chain, index, subjects) ?? twinOf(chain, index, declared) ?? hostOf(chain, index) ?? chained(chain, index, -1);
    if (reading) add(reading);
  }
  // "rose from 52% to 61% of pathway plans": what is named after the last figure holds for those before.
  for (const index of [...order].reverse()) {
    if (byFigure.has(index)) continue;
    const reading = chained(chain, index, 1);
    if (reading) add(reading);
  }
  return added;
}

function twinOf({ sentence, byFigure }: Chain, index: number, declared: readonly Indicator[]): Reading | null {
  const figure = sentence.figures[index]!;
  const previous = sentence.figures[index - 1];
  const host = byFigure.get(index - 1);
  if (!previous || !host || figure.measure === previous.measure) return null;
  const between = sentence.lower.slice(previous.end, figure.markStart);
  const bracketed = isBracketed(sentence.lower, figure) && /^[^()]{0,60}\([^()]{0,25}$/.test(between);
  const asShare =
    figure.measure === "percent" && host.unit === "count" && sameShare.test(between) && ofAll.test(sentence.lower.slice(figure.end));
  const asRate = figure.measure === "rate_per_10k" && host.unit === "count" && sameRate.test(between);
  if (!bracketed && !asRate && !asShare) return null;
  const indicator = figure.measure === "rate_per_10k" ? rateOf(host.indicator, declared) : host.indicator;
  const unit = indicator && unitOf(figure, indicator === host.indicator ? [...allUnits(indicator), "count", "percent"] : [indicator.unit]);
  if (!indicator || !unit) return null;
  return { ...host, figure: index, indicator, unit, ground: "twin", host: index - 1, confidence: host.confidence * 0.97 };
}

/** "190 (90%) live in suitable accommodation": the count before a percentage in brackets counts the same. */
function hostOf({ sentence, byFigure }: Chain, index: number): Reading | null {
  const [figure, next] = [sentence.figures[index]!, sentence.figures[index + 1]];
  const twin = byFigure.get(index + 1);
  if (!next || !twin || twin.unit !== "percent" || figure.measure !== "number" || !isBracketed(sentence.lower, next)) return null;
  // "43 of 118 aged 19 to 21 (36%)", "441 out of 467 reviews of looked after children (94%)"
  if (
    !/^(?! or (?:more|fewer|less)\b| plus\b)(?: (?!above|below|than|compared|average|national|all )[a-z\d'’-]+){0,8} \((?:or )?$/.test(
      sentence.lower.slice(figure.end, next.markStart),
    )
  )
    return null;
  return { ...twin, figure: index, unit: "count", ground: "twin", host: index + 1, confidence: twin.confidence * 0.95 };
}

/** "(90%), (91%) and (87%) … the England averages of 88%, 84% and 88% respectively": in the order of the first list. */
function inTurn({ sentence, byFigure }: Chain, index: number, subjects: readonly string[]): Reading | null {
  const kind = sentence.figures[index]!.measure;
  const all = sentence.figures.map((_f, k) => k).filter((k) => sentence.figures[k]!.measure === kind);
  const turned = /\brespectively\b/.test(sentence.lower) && (subjects[index] ?? "local") !== "local";
  const announced = announcedList(sentence, index, subjects);
  const mine = turned
    ? all.filter((k) => subjects[k] === subjects[index])
    : announced.length > 0
      ? announced
      : comparedList(sentence, index);
  const theirs = [...byFigure.values()]
    .filter((r) => r.figure < mine[0]! && subjects[r.figure] === "local" && sentence.figures[r.figure]!.measure === kind)
    .sort((a, b) => a.figure - b.figure);
  const names = new Set(theirs.map((r) => r.indicator.id + r.breakdown));
  if (mine.length < 2 || names.size < mine.length) return null;
  const from = theirs[theirs.length - mine.length + mine.indexOf(index)];
  return from ? { ...from, figure: index, ground: "chain", host: from.figure, confidence: from.confidence * 0.93 } : null;
}

function chained(chain: Chain, index: number, step: 1 | -1): Reading | null {
  const { sentence, byFigure, mentions } = chain;
  const figure = sentence.figures[index]!;
  const host = neighbour(chain, index, step);
  // A "one" that leans on what follows is a pronoun.
  if (host === null || (step === 1 && isOne(figure))) return null;
  const other = sentence.figures[host]!;
  const [left, right] = step === -1 ? [other, figure] : [figure, other];
  const gap = signed(sentence, left.end, right.markStart);
  if (gap.length > 220) return null;
  const reading = byFigure.get(host)!;
  // Another indicator named between them, or by this figure, takes it away from the chain.
  const stranger = mentions.some(
    (m) =>
      m.phrases.indicator !== reading.indicator && unitOf(figure, m.phrases.units) !== null && m.start >= left.end && m.end <= right.start,
  );
  // "visits were 94% and dental visits 79%": a name right before the last figure is that one's alone.
  const named =
    step === 1 && mentions.some((m) => m.phrases.indicator === reading.indicator && m.start >= left.end && m.end <= right.start);
  if (stranger || named || otherTopic.test(gap)) return null;
  const tail = signedTail(sentence, figure.end);
  const subject =
    gap.includes("$") ||
    /^\)? (?:(?:achieved|seen|reported|recorded|found) )?(?:for|in|across|by|among|amongst|of) ?(?:[a-z-]+ ){0,4}\$|^\)? ?(?:(?:achieved|seen|reported|recorded|found) )?\$/.test(
      tail,
    );
  // "87% of pupils in Year 10 and 89% in Year 11"
  const parallel =
    (figure.measure === "percent" || reading.unit === "cases") &&
    gap.length < 80 &&
    /(?:,|\band|\bbut) (?:only |just )?$/.test(gap) &&
    /^ (?:in|for|at|among|aged)\b/.test(tail);
  const dated =
    isBracketed(sentence.lower, figure) &&
    (datedBracket.test(gap) || (/^[^#;()]{0,60} \($/.test(gap) && /^ (?:in |at |for |during )?@\)/.test(tail)));
  const listed = step === -1 && (parallel || dated || list.test(gap));
  if (!subject && !listed && !change.test(gap)) return null;
  // "6 children placed in such homes, compared to 520 children in care": what the 6 do is said.
  if (figure.measure === "number" && (!bareTail.test(tail) || (step === 1 && saysMore.test(tail)))) return null;
  const unit = unitOf(figure, [reading.unit, ...allUnits(reading.indicator)]);
  if (!unit) return null;
  return { ...reading, figure: index, unit, ground: "chain", host, confidence: reading.confidence * 0.93 };
}

const isOne = (figure: Figure): boolean => figure.form === "word" && figure.value === 1;

/** The nearest figure of the same kind on one side that is already understood, others of its kind not between. */
function neighbour({ sentence, byFigure, changes }: Chain, index: number, step: 1 | -1): number | null {
  const kind = sentence.figures[index]!.measure;
  for (let k = index + step; k >= 0 && k < sentence.figures.length; k += step) {
    // "an increase of 17 on the 401 of the year before": by how much it changed stands in nobody's way.
    // Nor does the "one" of "12 children received one, down from 17".
    if (sentence.figures[k]!.measure !== kind || changes.has(k) || (isOne(sentence.figures[k]!) && !byFigure.has(k))) continue;
    return byFigure.has(k) ? k : null;
  }
  return null;
}
