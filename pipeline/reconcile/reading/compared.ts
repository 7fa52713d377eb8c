import { concludes, draws, judges, meets } from "../vocabulary/comparison-words.ts";
import { topicOf } from "../vocabulary/topics.ts";
import { isNear, isTime, kinds, levelsOf, sizeOf } from "./compared-levels.ts";
import { fromTo, jointBetween, side, type Compared, type Side } from "./compared-sides.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";
import { ledBy } from "./led-by.ts";
import { othersIn } from "./whom.ts";
import { toldOfEach, unlikeLengths } from "./told-of-each.ts";

/**
 * Among several levels of one sentence, each of others that the words before it set the authority's own against: "6.5%, down
 * from 7.3% in 2020/21 and lower than the 7.5% of neighbours".
 */
function besideOthers({ text, place, block }: Sentence, levels: readonly TextFigure[], before: readonly string[]): Compared[] {
  return levels.slice(1).flatMap((figure, at): Compared[] => {
    const [previous, next] = [levels[at], levels[at + 2]];
    if (!previous) return [];
    const joint = jointBetween(text, previous, figure);
    const second = side(text, figure, joint, next ? jointBetween(text, figure, next) : text.length, []);
    const own = levels.slice(0, at + 1).findLast(({ role }) => role === "level");
    if (!own || second.others.length === 0 || othersIn(text.slice(0, joint)).length > 0 || !draws.test(text.slice(joint, figure.start)))
      return [];
    return [{ first: side(text, own, 0, joint, before), second, quote: text, place, block, inOne: true, concluded: true, drawn: "" }];
  });
}

/** "Demand is lower here", "Calls have fallen by 52%": what the next sentence draws from two figures, telling none of their kind. */
const drawnFrom = (next: Sentence | undefined, { measure }: TextFigure): string =>
  next !== undefined && !next.figures.some((figure) => figure.measure === measure && figure.role !== "change") && draws.test(next.text)
    ? next.text
    : "";

/** "Suspension is rarer here than in the region": a sentence that judges before it tells. */
const setsBesideOthers = (text: string): boolean => !/\d/u.test(text) && othersIn(text).length > 0 && draws.test(text);

/** Two levels of one sentence. */
export function inSentence(sentence: Sentence, before: readonly string[], next?: Sentence): Compared[] {
  const { text, place, block } = sentence;
  for (const kind of kinds) {
    const [a, b, ...more] = levelsOf(sentence, kind);
    if (!a) continue;
    if (more.length > 0) return besideOthers(sentence, levelsOf(sentence, kind), before);
    if (!b || (kind === "count" && !isNear(a.value, b.value, text))) return [];
    // Behind a colon stand the two that the words before it set against each other.
    // "1.0 point lower than 2015/16, when it was 93.5%, and …": the first is itself what something else is set against.
    if (!fromTo(text, a, b) && /(?<!^\W*)\b(?:than|compared|against)\b/iu.test(text.slice(0, a.start).split(": ").at(-1) ?? "")) return [];
    const joint = jointBetween(text, a, b);
    const head = fromTo(text, a, b) ? text.slice(0, a.start) : "";
    const first = side(text, a, head === "" ? 0 : a.start, joint, [head]);
    const second = side(text, b, joint, text.length, [head]);
    // What the sentence before tells is told of the authority's own figure, the first of two.
    const own = first.others.length > 0 && second.others.length === 0 ? second : first;
    const withBefore = (one: Side): Side => (one === own ? { ...one, words: [...one.words, ...before] } : one);
    // Two of one place are set against each other by the words between them, unless they are counts or sums of two stretches of time.
    const ofStretch = kind === "count" || kind === "money";
    const drawn = first.others.join() === second.others.join() && !ofStretch ? "" : drawnFrom(next, a);
    const concluded =
      concludes.test(text) || drawn !== "" || (first.others.join() !== second.others.join() && before.some(setsBesideOthers));
    return [{ first: withBefore(first), second: withBefore(second), quote: text, place, block, inOne: true, concluded, drawn }];
  }
  return [];
}

/**
 * "It took 6 working days against a standard of seven calendar days", "71% of fostered children. The target is 65% of all
 * children in care": what there was, and what there should be, in one sentence or two.
 */
function besideTarget(previous: Sentence | undefined, sentence: Sentence, next: Sentence | undefined): Compared[] {
  const { text, place, block } = sentence;
  for (const isOf of [isTime, ({ measure }: TextFigure): boolean => measure === "percent"]) {
    const here = sentence.figures.filter((figure) => isOf(figure) && isSingle(figure));
    const [a, b, ...more] = here.filter(({ role, isLimit }) => role === "target" || (role === "level" && !isLimit));
    if (!a || more.length > 0 || here.length > 2) continue;
    if (b) {
      if (a.role === b.role) continue;
      const joint = jointBetween(text, a, b);
      const [first, second] = [side(text, a, 0, joint, []), side(text, b, joint, text.length, [])];
      return [{ first, second, quote: text, place, block, inOne: true, concluded: concludes.test(text) || meets.test(text), drawn: "" }];
    }
    const [own, ...others] = (previous?.figures ?? []).filter((figure) => isOf(figure) && isSingle(figure) && figure.role === "level");
    if (!previous || !own || others.length > 0 || a.role !== "target" || isTime(a)) continue;
    const [first, second] = [side(previous.text, own, 0, previous.text.length, []), side(text, a, 0, text.length, [])];
    const concluded = [text, next?.text ?? ""].some((words) => concludes.test(words) || meets.test(words));
    return [{ first, second, quote: `${previous.text} ${text}`, place, block, inOne: false, concluded, drawn: "" }];
  }
  return [];
}

/** "The figure last year, worked out on all whether in touch or not, was": of what the sentence before told, whatever else it names. */
const sameFigure =
  /^(?:(?:the|that|this|our|its|their|last year['’]s|the (?:same|corresponding|equivalent)) (?:(?!of|for)\p{L}+ )?(?:figure|share|rate|proportion|percentage|result)\b(?! (?:of|for|who|that|in)\b)|it )/iu;

/** The one level of a sentence, set against that of the sentence before, by its own words or those of the next. */
export function acrossSentences(previous: Sentence, sentence: Sentence, next: Sentence | undefined, before: readonly string[]): Compared[] {
  // "All 74 had it within 40 days, compared with 97%": the sentence sets something of its own against it.
  const [opening = ""] = sentence.text.split(/\b(?:compared|against|than|versus)\b/iu);
  if (
    opening.length < sentence.text.length &&
    /(?<!\b(?:of|for|among|amongst|across) )\b(?:all|none|every|most|half|thirds?|quarters?|nobody|no)\b/iu.test(opening)
  )
    return [];
  if (sentence.figures.some(({ role }) => role === "target")) return [];
  // "For ages 17 and 18 our 72% compares well with the region's 66%. For ages 19 to 21 …": the first has been compared already.
  if (inSentence(previous, []).some(({ first, second }) => first.others.join() !== second.others.join())) return [];
  const concluded = concludes.test(sentence.text) || (next !== undefined && next.figures.length < 2 && concludes.test(next.text));
  // What is concluded may be told in the words of another measure.
  const [telling = ""] = sentence.text.split(/,? (?:and )?(?:so|therefore|which)\b/iu);
  const [topic, told] = [topicOf(telling)?.name, topicOf(previous.text)?.name];
  const unlike =
    topic !== undefined && told !== undefined && topic !== told && topic !== "completion on time" && !sameFigure.test(sentence.text);
  for (const kind of kinds) {
    const [b, ...more] = levelsOf(sentence, kind);
    if (!b) continue;
    const alike = levelsOf(previous, kind).filter((figure) =>
      isNear(sizeOf(previous, figure), sizeOf(sentence, b), `${previous.text} ${sentence.text}`),
    );
    // "The rate was 40.5 for every 10,000. It is lower than the rate for similar councils, which was 47.3": the unit stands once.
    const rates = (kind === "score" || kind === "count") && /\brate\b/iu.test(sentence.text) ? levelsOf(previous, "rate") : [];
    const near = alike.length > 0 ? alike : rates.filter((figure) => isNear(figure.value, b.value));
    const now = near.filter(({ role }) => role !== "earlier");
    const candidates = now.length > 0 ? now : near;
    if (more.length > 0 || (unlike && (kind === "percent" || kind === "count"))) return [];
    const second = side(sentence.text, b, 0, sentence.text.length, []);
    const [a] = candidates;
    if (!a) return [];
    // Of several levels any may be meant, so that only what is told of the whole sentence is told of it.
    const clause = candidates.length > 1 ? [] : [previous.text.slice(a.clause.start, a.clause.end)];
    const first = { ...side(previous.text, a, 0, previous.text.length, []), words: [...clause, previous.text, ...before] };
    const { place, block } = sentence;
    return [
      { first, second, quote: `${previous.text} ${sentence.text}`, place, block, inOne: false, concluded, drawn: drawnFrom(next, b) },
    ];
  }
  return [];
}

/** How many sentences behind two figures may tell how they are counted, and then judge them. */
const reach = 2;

/** The two with what the sentences around them tell of how each is counted: "Ours counts visits every six weeks; theirs, every four". */
function withTold(pair: Compared, passage: readonly Sentence[], at: number, lead: Sentence | undefined): Compared {
  const { first, second, inOne, concluded } = pair;
  if (first.others.length > 0 === second.others.length > 0) return pair;
  const before = passage[inOne || lead === undefined ? at - 1 : passage.indexOf(lead) - 1];
  const behind = passage.slice(at + 1, at + 1 + reach);
  // "Ours is a median and theirs a mean, and so ours is shorter by 24 days": how far apart the two are is no further figure.
  const isPlain = ({ figures, text }: Sentence): boolean =>
    !figures.some(
      ({ measure, start }) => measure === first.figure.measure && !/\bby (?:just |only |about )?$/iu.test(text.slice(0, start)),
    );
  const around = [...(before ? [before] : []), ...behind].filter(isPlain);
  for (const sentence of around) {
    const told = toldOfEach(sentence.text);
    if (!told) continue;
    const counted = unlikeLengths(told);
    const isJudged = concluded || behind.some(({ text }) => judges.test(text));
    const tell = (one: Side): Side => ({
      ...one,
      words: [...one.words, one.others.length > 0 ? told.theirs : told.own].filter((words) => words !== ""),
      counted: counted === null ? null : one.others.length > 0 ? counted.theirs : counted.own,
    });
    const quote = sentence === before ? `${sentence.text} ${pair.quote}` : `${pair.quote} ${sentence.text}`;
    return { ...pair, first: tell(first), second: tell(second), concluded: isJudged, quote };
  }
  return pair;
}

/** Every two figures of a passage that its words set against each other. */
export function comparedIn(passage: readonly Sentence[]): Compared[] {
  return passage.flatMap((sentence, at) => {
    const [earlier, previous, next] = [passage[at - 2], passage[at - 1], passage[at + 1]];
    const within = [...inSentence(sentence, previous ? [previous.text] : [], next), ...besideTarget(previous, sentence, next)];
    const lead = ledBy(passage, at);
    // "The same count a year earlier gave 77.5%": of whom it is, the sentence before it tells.
    const source = lead === previous ? earlier : lead && /^the same\b/iu.test(lead.text) ? passage[passage.indexOf(lead) - 1] : undefined;
    const before = source ? [source.text] : [];
    const pairs = within.length > 0 || !lead ? within : acrossSentences(lead, sentence, next, before);
    return pairs.map((pair) => withTold(pair, passage, at, lead));
  });
}
