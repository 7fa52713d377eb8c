import { patternOf } from "../../core/patterns.ts";
import type { Unit } from "../../model/indicator.ts";
import type { Figure } from "../grammar/figure.ts";
import type { Span } from "../grammar/sentences.ts";
import { announcedList, comparedList } from "./compared-list.ts";
import type { Mention } from "./find-mentions.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { unitOf, type Reading } from "./reading.ts";
import { expandWords } from "./vocabulary.ts";

const enough = 5;

/**
 * Takes each figure that no frame explains for the indicator named nearest to it in the same statement.
 * A name counts less across clause boundaries and not at all beyond another figure of the same kind.
 */
export function matchNear(
  sentence: ReadSentence,
  mentions: readonly Mention[],
  clauses: readonly Span[],
  taken: ReadonlySet<number>,
  subjects: readonly string[],
): Reading[] {
  const readings: Reading[] = [];
  sentence.figures.forEach((figure, index) => {
    if (taken.has(index)) return;
    if (figure.form === "quantifier") {
      const except = exceptions(sentence, index, mentions, clauses);
      if (except) readings.push(except);
      return;
    }
    if ((figure.form === "word" && figure.value < 5) || inTurn(sentence, index, subjects)) return;
    const candidates: { mention: Mention; unit: Unit; score: number }[] = [];
    for (const mention of mentions) {
      const unit = nearUnit(sentence.lower, figure, mention);
      if (!unit || (overlaps(mention, figure) && !surrounds(sentence, index, mention))) continue;
      if (
        compares(sentence, index, subjects) &&
        mention.start > figure.end &&
        !/^\)? (?:of|for)\b/.test(sentence.lower.slice(figure.end, figure.end + 6))
      )
        continue;
      const score = nearness(sentence, index, mention, clauses);
      if (score >= enough) candidates.push({ mention, unit, score });
    }
    const best = candidates.sort((x, y) => y.score - x.score).find(({ mention }) => !forbidden(sentence.lower, clauses, figure, mention));
    if (!best) return;
    const { unit } = best;
    const { phrases } = best.mention;
    readings.push({
      figure: index,
      unit,
      phrases,
      indicator: phrases.indicator,
      breakdown: "",
      ground: "near",
      host: -1,
      confidence: Math.min(0.9, 0.55 + best.score / 40),
    });
  });
  return readings;
}

/** Those whom inspectors met are not all of them. */
const few = new RegExp(expandWords("{few}"));

/** "All but six children have an up-to-date plan": six have none; what has the plan is named in the same statement. */
function exceptions(sentence: ReadSentence, index: number, mentions: readonly Mention[], clauses: readonly Span[]): Reading | null {
  const figure = sentence.figures[index]!;
  if (few.test(sentence.lower)) return null;
  const named = mentions
    .filter(({ phrases }) => phrases.indicator.unit === "percent")
    .map((mention) => ({ mention, score: nearness(sentence, index, mention, clauses) }))
    .filter(({ mention, score }) => score >= enough && !forbidden(sentence.lower, clauses, figure, mention))
    .sort((a, b) => b.score - a.score)[0]?.mention;
  return named
    ? {
        figure: index,
        unit: "count",
        phrases: named.phrases,
        indicator: named.phrases.indicator,
        breakdown: "",
        ground: "near",
        host: -1,
        confidence: 0.7,
      }
    : null;
}

/** "90% … than the national average of 88%, the percentage with …": a comparator looks back, not ahead. */
const compares = (sentence: ReadSentence, index: number, subjects: readonly string[]): boolean =>
  ((subjects[index] ?? "local") !== "local" ||
    endsChange(sentence, index) ||
    /\b(?:down|up|increase|decrease|reduction|improvement|compared (?:with|to)|rising|falling|improved|risen|fallen|fell|rose) (?:from )?(?:only )?$/.test(
      sentence.lower.slice(0, sentence.figures[index]!.markStart),
    )) &&
  sentence.figures.slice(0, index).some((f) => f.measure === sentence.figures[index]!.measure);

/** "reduced from 24% in March to 13%", "rose to 90% from 82%": the second is the other end of the change. */
function endsChange(sentence: ReadSentence, index: number): boolean {
  const previous = sentence.figures.slice(0, index).findLast((f) => f.measure === sentence.figures[index]!.measure);
  if (!previous) return false;
  const [before, between] = [
    sentence.lower.slice(0, previous.markStart),
    sentence.lower.slice(previous.end, sentence.figures[index]!.markStart),
  ];
  if (/\bto (?:only |just )?$/.test(before)) return /^[^;.]{0,60}\bfrom (?:only |just )?$/.test(between);
  return /\bfrom (?:an? )?(?:(?:high|low|peak) of )?$/.test(before) && /^[^;.]{0,60}\bto (?:only |just )?$/.test(between);
}

/** One of several comparators in turn ("averages of 88%, 84% and 88% respectively"), which have no name beside them. */
const inTurn = (sentence: ReadSentence, index: number, subjects: readonly string[]): boolean =>
  (compares(sentence, index, subjects) && /\brespectively\b/.test(sentence.lower)) ||
  comparedList(sentence, index).length > 1 ||
  announcedList(sentence, index, subjects).length > 1;

// What a number of cases may be followed by: "12 teams" or "15 social workers" are no caseload.
const casesTail = patternOf("")`
  ^(?:[).,;:]|$| (?:open )?(?:cases|children|families|young|each|per|on|in|at|and|or|to|for|with|across|but|which|that|compared|
  allocated|is|was|against|above|below|over|although|while|this|two|three|a year|last|at)\b| \()`;

/** Bare counts stand near too many names: they are read by frames alone. */
function nearUnit(lower: string, figure: Figure, mention: Mention): Unit | null {
  const { qualifiers, units } = mention.phrases;
  if (qualifiers && !qualifiers.includes(figure.qualifier)) return null;
  const unit = unitOf(figure, units);
  if (unit === "cases" && !casesTail.test(lower.slice(figure.end))) return null;
  return unit === "count" ? null : unit;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** "reviews (96%) are held within timescales": the name runs round this figure and no other of its kind. */
const surrounds = (sentence: ReadSentence, index: number, mention: Span): boolean =>
  mention.start < sentence.figures[index]!.markStart &&
  sentence.figures[index]!.end < mention.end &&
  sentence.figures.every((f, k) => k === index || f.measure !== sentence.figures[index]!.measure || !overlaps(f, mention));

/** "most children (79%) see a dentist": the bracket says how many of the people, what follows says what they do. */
const ofPeople = (lower: string, figure: Figure): boolean =>
  /\b(?:all|most|majority|minority|proportion|number|few|many|children|people|leavers|workers|plans|reviews) \((?:or )?$/.test(
    lower.slice(Math.max(0, figure.markStart - 30), figure.markStart),
  ) && /^\) (?:of|are|were|have|had|see|saw|live|lived|received?|attended|do|did)\b/.test(lower.slice(figure.end, figure.end + 20));

function nearness(sentence: ReadSentence, index: number, mention: Mention, clauses: readonly Span[]): number {
  const figure = sentence.figures[index]!;
  if (overlaps(mention, figure)) return 9;
  const after = mention.start >= figure.end;
  const [from, to] = after ? [figure.end, mention.start] : [mention.end, figure.markStart];
  const gap = sentence.lower.slice(from, to);
  const between = sentence.figures.filter(
    (f, k) => k !== index && !sentence.bases.has(k) && f.measure === figure.measure && f.start >= from && f.end <= to,
  ).length;
  if (between > 0) return 0;
  const crossed = clauses.filter((c) => c.start > from && c.start < to).length;
  let score = 10 - 2.5 * crossed - gap.length / 70;
  // "60 (53%) are in education": the bracket belongs to the count before it and looks where that looks.
  const bracketed =
    isBracketed(sentence.lower, figure) &&
    !/\d \((?:or )?$/.test(sentence.lower.slice(0, figure.markStart)) &&
    !ofPeople(sentence.lower, figure);
  if (after) {
    if (bracketed) score -= 5;
    if (/^\)?,? and (?:the|its|their|an?) /.test(gap)) score -= 6;
    if (hasItsOwn(sentence, index, mention)) score -= 5;
    // "9% of posts and turnover …": what follows "and" has a figure of its own.
    if (/^\)?,? (?:of|for)\b[^,;]* and (?:(?!over|above|under|older|young)\w+ )?$/.test(gap)) score -= 6;
    else if (/^\)?,? (?:of|for)\b/.test(gap)) score += 3;
    else if (crossed === 0) score += 1;
  } else {
    // "87% live within 20 miles, most (75%) of these living with families": what the part does follows it.
    if (
      /^\)? of (?:these|those|them|whom) (?:\w+ )?(?:living|live|lived|placed|are|were|have|had|being|with|in)\b/.test(
        sentence.lower.slice(figure.end),
      )
    )
      score -= 8;
    if (bracketed || gap === " ") score += 2;
    if (/^[^,;:]{0,30}\b(?:is|are|was|were|at|of|to|stands?|stood|in)[^,;:]{0,15}$/.test(gap)) score += 2;
  }
  return score;
}

/** "94% of children, dental checks for 93%": the name belongs to the figure that follows it at once. */
function hasItsOwn(sentence: ReadSentence, index: number, mention: Span): boolean {
  const next = sentence.figures.find((f) => f.start >= mention.end && f.measure === sentence.figures[index]!.measure);
  return (
    next !== undefined &&
    /^ (?:(?:is|are|was|were|rates?|completed|up[- ]to[- ]date|stands?|stood) )*(?:for |at |in |to |of )?(?:only |just )?\(?$/.test(
      sentence.lower.slice(mention.end, next.markStart),
    )
  );
}

/** "(56%)": alone, or nearly, between brackets. */
export function isBracketed(lower: string, figure: Span): boolean {
  const open = lower.lastIndexOf("(", figure.start);
  return (
    open >= 0 &&
    figure.start - open <= 25 &&
    !lower.slice(open, figure.start).includes(")") &&
    lower.slice(figure.end, figure.end + 40).includes(")")
  );
}

/** True when a word that bars the indicator stands in the statement: the stretch from name to figure and what adjoins it. */
function forbidden(lower: string, clauses: readonly Span[], figure: Span, mention: Mention): boolean {
  const { never } = mention.phrases;
  if (!never) return false;
  const [from, to] = [Math.min(figure.start, mention.start), Math.max(figure.end, mention.end)];
  const first = clauses.find((c) => c.end > from)?.start ?? from;
  const last = clauses.findLast((c) => c.start < to)?.end ?? to;
  const ahead = lower.slice(to, last).search(/,| and | with an? /);
  const behind = Math.max(lower.slice(first, from).lastIndexOf(", "), lower.slice(first, from).lastIndexOf(" and "));
  return never.test(lower.slice(behind < 0 ? first : first + behind, ahead < 0 ? last : to + ahead));
}
