import { figureAt, type Sentence } from "../reading.ts";
import { closesItems, labelled } from "./labels.ts";
import { build, comesNear, countsFrom, leavesOut, opensItems, totalsBefore, type Count, type PartsList } from "./parts-list.ts";

export const male = /\b(?:males?|boys?|young men|men)\b/iu;
export const female = /\b(?:females?|girls?|young women|women)\b/iu;
export const unsexed =
  /\b(?:unborn|unknown|not (?:yet )?(?:known|recorded|stated)|indeterminate|non-binary|other|another|gender|expected)\b/iu;
const remainder = /\b(?:the )?(?:remaining|remainder|rest|other|others)\b(?: of (?:the|them))?/iu;

/** The words that a count counts: up to the next figure, bracket or stop. */
const nounAfter = (sentence: Sentence, count: Count): string => {
  const rest = sentence.skeleton.slice(count.at).replace(/^\{[A-Z]\d+\}/, "");
  return /^[^{}.;()]*/.exec(rest)?.[0] ?? "";
};

const overlap = /\b(?:also|both|more than one|several|another|as well|at least|survey\w*|said|of (?:these|them|whom))\b/iu;

/** "Six were run by the council, two by charities and four by firms": one verb for all of them, told apart by one preposition. */
function tellsAllAlike(sentence: Sentence, parts: readonly Count[]): boolean {
  const [first, ...rest] = parts.map((part) => nounAfter(sentence, part));
  const [, joint] = /^ (by|in|with|from|at|for|to|on|under) /iu.exec(rest[0] ?? "") ?? [];
  return (
    joint !== undefined &&
    rest.every((words) => words.toLowerCase().startsWith(` ${joint.toLowerCase()} `)) &&
    new RegExp(`^ (?:were|was|are|is|had|have|came|went|belong(?:ed)?|lived|live|left)\\b.* ${joint} `, "iu").test(first ?? "")
  );
}

/** "20 of the guests": some of one of the parts. */
const ofGroup = /^\{C\d+\} of (?:the|those|these|them|whom|which)\b/iu;

/** "Of the 23, nine retired, six adopted, five left and three moved": more than all, when each is told once. */
export function opened(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const match =
    /^(?:of|out of) (?:(?:the|these|those|all|our) )?(?:[a-z]+['’]s )?\{C(\d+)\}(?: [a-z’'-]+){0,9}(?:, (?:there (?:are|were) |we (?:had|have) )?(?=(?:[a-z’'-]+ ){0,4}\{C\d+\})| (?=\{C\d+\} (?:were|was|are|had|have|went|came|left|took|lived?|got|did|became|moved|returned)\b))/iu.exec(
      sentence.skeleton,
    );
  const listed = match ? countsFrom(sentence, match[0].length, sentence.skeleton.length) : [];
  if (
    !match ||
    overlap.test(sentence.text) ||
    listed.length < 2 ||
    listed.some(({ inBrackets, at }) => inBrackets || ofGroup.test(sentence.skeleton.slice(at))) ||
    sentence.skeleton.includes("{P")
  )
    return [];
  // Each part follows a comma or the last "and": nothing is counted within another.
  const closes = closesItems(sentence, listed);
  const parted = opensItems(sentence, listed) || closes;
  const total = { figure: figureAt(sentence, match[1]!), inBrackets: false, at: 0 };
  const sum = listed.reduce((made, count) => made + count.figure.value, 0);
  // "131 had a check and 22 did not" are all of them; otherwise two parts may leave some out.
  const closed =
    listed.length > 2
      ? sum > total.figure.value ||
        ((closes || tellsAllAlike(sentence, listed)) && !leavesOut(sentence) && comesNear(sentence, listed, total.figure.value))
      : / (?:did|had|was|were|do|have|has) not(?: (?:have|receive|get|had)(?: one| it| any)?)?\.?$|\bwithout(?: one| it)?\.?$/iu.test(
          sentence.skeleton,
        ) && sum !== total.figure.value;
  // Bands of age leave no child in two of them, however far the sum is off.
  const areBands = listed.every((count) => /^(?: children| young people)? aged\b/iu.test(nounAfter(sentence, count)));
  return parted && closed && sum <= (areBands ? 2 : 1.2) * total.figure.value ? [build(passage, sentence, [total], listed, [], true)] : [];
}

/** "By age: 17 (31), 18 (58), 19 (55) and 20 (89)": the counts in brackets, or behind each name, of the number before. */
export function byKind(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  if (!/^by [a-z ]{3,30}(?:,[^:{}]{0,60})?: /iu.test(sentence.skeleton) || overlap.test(sentence.text)) return [];
  const all = countsFrom(sentence, sentence.skeleton.indexOf(":"), sentence.skeleton.length);
  const bracketed = all.filter(({ inBrackets }) => inBrackets);
  const parts = bracketed.length > 1 ? bracketed : all;
  const totals = passage.filter((other) => other.number < sentence.number).flatMap((other) => countsFrom(other, 0, other.skeleton.length));
  const sum = parts.reduce((made, count) => made + count.figure.value, 0);
  const near = totals.filter(({ figure }) => Math.abs(figure.value - sum) <= 0.15 * sum);
  return parts.length > 2 && near.length > 0 ? [build(passage, sentence, near, parts, [], true)] : [];
}

/** "96 girls among the new registrations": of others than the number before. */
const ofOthers = /\b(?:among|of|in|for|from) the (?:new|other|latest|registrations|admissions|starters|leavers|joiners)\b/iu;

/** "Boys made up 318 of these, girls 270": the sexes by their names before the counts; null when they are named behind them. */
function namedBefore(sentence: Sentence, counts: readonly Count[]): readonly [Count, Count] | null {
  const all = labelled(sentence, counts);
  const named = (side: "before" | "behind", words: RegExp): Count[] => all.filter((one) => words.test(one[side])).map(({ count }) => count);
  const [[boys, ...boysToo], [girls, ...girlsToo]] = [named("before", male), named("before", female)];
  const isOne = boysToo.length + girlsToo.length === 0 && [male, female].every((words) => named("behind", words).length === 0);
  return boys && girls && boys !== girls && isOne ? [boys, girls] : null;
}

/** The count of boys and that of girls in a sentence, and those told beside them of whom it is not known; null where it tells no two. */
export type Sexes = { boys: Count; girls: Count; others: readonly Count[]; counts: readonly Count[] };
export function sexesIn(sentence: Sentence): Sexes | null {
  if (!male.test(sentence.text) || !female.test(sentence.text)) return null;
  const counts = countsFrom(sentence, 0, sentence.skeleton.length);
  const own = counts.map((count) => ({ count, noun: nounAfter(sentence, count).slice(0, 40) }));
  const nearest = (pattern: RegExp): Count | undefined => {
    const near = own.filter(({ noun }) => pattern.test(noun)).sort((a, b) => a.noun.search(pattern) - b.noun.search(pattern));
    return near[0]?.count;
  };
  const [boys, girls] = namedBefore(sentence, counts) ?? [nearest(male), nearest(female)];
  if (!boys || !girls || boys === girls) return null;
  const others = labelled(sentence, counts)
    .filter(({ count }) => count !== boys && count !== girls && count.at > Math.min(boys.at, girls.at))
    .filter(({ before, behind }) => unsexed.test(behind) || unsexed.test(before))
    .map(({ count }) => count);
  return { boys, girls, others, counts };
}

/** "101 females and 108 males", with the unborn or unknown told with them or in brackets. */
export function bySex(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const found = sexesIn(sentence);
  if (!found) return [];
  const { boys, girls, others, counts } = found;
  const edge = Math.max(boys.at, girls.at);
  const totalsHere = counts.filter((count) => count.at < Math.min(boys.at, girls.at));
  // "15 were 16 or 17; 17 were boys and two were girls": parts of the number told before.
  // They may stand some sentences before: "We worked with 118 children. They brought 164 issues. 65 were female and 53 male".
  const earlier = passage
    .filter(({ number }) => number < sentence.number)
    .flatMap((one) => countsFrom(one, 0, one.skeleton.length))
    .filter(({ inBrackets }) => !inBrackets);
  // "31 were approved. Eighteen were couples, eleven single women and two single men": the first is a part like the others.
  const all = counts.reduce((made, { figure }) => made + figure.value, 0);
  if (totalsHere.length > 0 && earlier.some(({ figure }) => figure.value === all)) return [];
  const whole = earlier.filter(({ figure }) => figure.value === boys.figure.value + girls.figure.value);
  if (whole.length > 0) return [build(passage, sentence, whole, [boys, girls], [], true)];
  const totals =
    totalsHere.length > 0
      ? [...totalsHere].reverse()
      : /^(?:these|they|of these|of them|this|there (?:are|were))\b|\bof (?:them|these|those|th(?:at|is) (?:number|total|group))\b/iu.test(
            sentence.text,
          ) || sentence.skeleton.indexOf("{") < 12
        ? totalsBefore(passage, sentence)
        : [];
  // "96 of them a year ago": of another time than the number before.
  if (totals.length === 0 || [boys, girls].some(({ figure }) => figure.when === "then" && totals[0]?.figure.when !== "then")) return [];
  if (totalsHere.length === 0 && ofOthers.test(sentence.text)) return [];
  const outside = others.filter((count) => !count.inBrackets);
  const inside = others.filter((count) => count.inBrackets && count.at > edge);
  const sum = boys.figure.value + girls.figure.value;
  // "And 4 preferred to say something else": all that follows the total makes it up, whatever it is called.
  const told = counts.filter((count) => count.at >= Math.min(boys.at, girls.at));
  if (totals.some(({ figure }) => figure.value === told.reduce((made, count) => made + count.figure.value, 0)))
    return [build(passage, sentence, totals, told, [], true)];
  // Another group than the total names: half the total at least has to be told apart by sex.
  if (sum < 0.5 * (totals[0]?.figure.value ?? 0)) return [];
  // A list of parts stands before: the total is that of the list, not its first number.
  if (totalsHere.length === 0 && totals.length > 2 && sum > 1.5 * (totals[0]?.figure.value ?? 0)) return [];
  return [
    build(
      passage,
      sentence,
      totals,
      [boys, girls, ...outside].sort((a, b) => a.at - b.at),
      inside,
      true,
    ),
  ];
}

const withinRest = /^\{C\d+\} (?:out )?of (?:the |these |those |our )?(?:remaining|other|rest)\b/iu;

/** "17 of them being covered and 8 not": they and those after them, up to a semicolon or the rest, are some of those just counted. */
const opensWithin = /\{C\d+\} of (?:them|whom|which|these|those)\b|\bof (?:whom|which) \{C\d+\}|\((?=[^()]*$)/giu;
function isWithinPart({ skeleton }: Sentence, { at }: Count, rest: number): boolean {
  const opened = [...skeleton.slice(0, rest).matchAll(opensWithin)].map(({ index }) => index).filter((index) => index <= at);
  const last = opened.at(-1);
  // The first count is of the total itself: "Of the 120, 80 of whom are girls" has no part before them.
  return last !== undefined && at < rest && /\{C\d+\}.*\{C\d+\}/u.test(skeleton.slice(0, last)) && !skeleton.slice(last, at).includes(";");
}

/** "Of the 120, 80 are fostered, 30 … and the remaining 12 …". */
export function withRemainder(passage: readonly Sentence[], sentence: Sentence): PartsList[] {
  const rest = new RegExp(
    `${remainder.source} \\{C(\\d+)\\}|\\{C(\\d+)\\}(?: (?!and\\b)\\w+){0,2} (?:remaining|remain|others\\b)`,
    "iu",
  ).exec(sentence.skeleton);
  if (!rest) return [];
  const opening = /^(?:of|out of|from|among|amongst)(?: (?:the|these|those|our|all|a total of))* (?:\w+ ){0,2}?\{C(\d+)\}/iu.exec(
    sentence.skeleton,
  );
  const back = /^(?:of (?:these|those|them|whom|which))\b/iu.test(sentence.skeleton);
  const listed =
    /\bremaining \{C/u.test(sentence.skeleton) &&
    !/\bof wh(?:om|ich)\b/iu.test(sentence.text) &&
    /^\{C\d+\}/u.test(sentence.skeleton) &&
    passage[sentence.number - 1]?.figures.filter((figure) => figure.measure === "number").length === 1;
  if (!opening && !back && !listed) return [];
  // "Four of the remaining eight" counts within the rest, not beside it.
  const counts = countsFrom(sentence, opening ? opening[0].length : 0, rest.index + rest[0].length).filter(
    (count) => !count.inBrackets && !withinRest.test(sentence.skeleton.slice(count.at)) && !isWithinPart(sentence, count, rest.index),
  );
  const totals = opening ? [{ figure: figureAt(sentence, opening[1]!), inBrackets: false, at: 0 }] : totalsBefore(passage, sentence);
  return totals.length > 0 && counts.length > 1 ? [build(passage, sentence, totals, counts, [], true)] : [];
}
