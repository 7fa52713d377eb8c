import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAdditive } from "../../reading/disclosed.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { knownCounts } from "../../reading/known-counts.ts";
import { isTotal } from "../../reading/lines.ts";
import { leavesSomeOut, partedRuns, type PartedRun, type Partition } from "../../reading/parts/partitions.ts";
import { countsFrom } from "../../reading/parts/parts-list.ts";
import { partsIn } from "../../reading/prose-parts.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** How many blocks before its parts the number of a group may stand, and how far off their sum may be, as a share of it. */
const [reach, farthest] = [3, 0.25];
/** The same of a number that at least so many blocks tell, wherever they stand. */
const [often, farthestOfAll] = [3, 0.05];
const least = 8;

const people = wordings`children|child|young people|pupils|babies|infants|care leavers|leavers|young carers|young person|unaccompanied|teenagers|youngsters|cohort`;
const others = pattern`^ (?:[\p{L}’'-]+ ){0,3}?(?:households|families|carers|episodes|referrals|visits|reports|incidents|meetings|schools|homes|places|beds|staff|days|weeks|contacts|requests|replies|plans)\b`;
/** A section that goes on about those told of before. */
const ofThem = pattern`^\W*(?:\d[\d.]*\W*)?(?:(?:the|our|their|who|they|are|by|and|profile|sex|gender|age|ages|cohort|children|young people|characteristics|demographics|make-up|background|about|of|group|them)\b\W*)+$`;

/** What is printed over a whole paper. */
const ofPaper = wordings`report|paper|panel|committee|board|council|briefing|20\d\d`;

const draft = (reading: Reading, wrong: Partition, whole: number, says: string): Finding[] => {
  const printed = wrong.parts.map(({ figure }) => figure.text);
  const list = `${printed.slice(0, -1).join(", ")} and ${printed.at(-1)}`;
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: `${whole}: ${list}`,
    expected: String(wrong.sum),
    quote: wrong.words,
    place: wrong.sentence.place,
    heading: `${list} make ${wrong.sum}, not ${whole}`,
    message: `${list} make ${wrong.sum}, but ${says}.`,
  });
};

const isNear = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b);

/** "13 girls and 15 boys. Four were under five, eight between five and nine and 22 ten or older": one group parted twice, into two numbers. */
function partedTwice(reading: Reading, known: readonly number[], a: Partition, b: Partition): Finding[] {
  if (a.trait === b.trait || a.sum === b.sum || !isNear(a.sum, b.sum, farthest) || Math.min(a.sum, b.sum) < least) return [];
  const [told, ...more] = [a, b].filter(({ sum }) => known.includes(sum));
  if (more.length > 0) return [];
  const wrong = told === a ? b : told === b ? a : a.isAll ? b : a;
  const right = wrong === a ? b : a;
  // Bands that leave the youngest or the oldest out make less than all.
  if (!wrong.isAll && wrong.sum < right.sum) return [];
  const by = right.trait === "sex" ? "boys and girls" : "ages";
  return draft(reading, wrong, right.sum, `the ${by} beside them make ${right.sum}`);
}

const hasNumber = ({ figures }: Sentence): boolean => figures.some(({ measure }) => measure === "number");

/** The sentences that tell of the group before its parts: those of its own paragraph, or else the last paragraph with a number before it. */
function toldBefore(reading: Reading, { first, sentences, partitions }: PartedRun, partition: Partition): readonly Sentence[] {
  const earlier = sentences.filter(({ number }) => number < partition.sentence.number);
  const own = earlier.filter((one) => !partitions.some(({ sentence }) => sentence.number === one.number) && !ofThem.test(one.text));
  // Words without a number may turn to others.
  if (own.length > 0) return own.some(hasNumber) ? own : [];
  const before = reading.passages.findLast(
    (passage) => passage[0] && passage[0].block.index < first.block.index && passage.some(hasNumber),
  );
  const block = before?.[0]?.block;
  if (!before || !block || first.block.index - block.index > reach) return [];
  const [here, there] = [first.block.headings, block.headings];
  return here.join("\n") === there.join("\n") || ofThem.test(here.at(-1) ?? "") ? before : [];
}

/** Numbers of people that sentences tell. */
const wholesIn = (told: readonly Sentence[]): number[] =>
  told.some((sentence) => hasNumber(sentence) && !people.test(sentence.text))
    ? []
    : told.flatMap((sentence) =>
        countsFrom(sentence, 0, sentence.skeleton.length)
          .filter(({ inBrackets, figure }) => !inBrackets && isPlain(figure) && !others.test(sentence.text.slice(figure.end)))
          .map(({ figure }) => figure.value),
      );
const isPlain = (figure: TextFigure): boolean =>
  isSingle(figure) && figure.qualifier === "exact" && figure.role === "level" && figure.when !== "then";

/** The numbers that so many blocks of the document tell, as what others are of or as a total. */
function numbersOfAll({ sentences, grids }: Reading): number[] {
  const told = [
    ...sentences.flatMap(({ figures, block }) =>
      figures.flatMap((one) =>
        one.measure === "number" && one.valueHigh === null ? [{ value: one.denominator ?? one.value, block: block.index }] : [],
      ),
    ),
    ...grids.flatMap(({ rows, block }) =>
      rows.flatMap(({ label, cells }) => (isTotal(label) ? cells.map((cell) => ({ value: cell.value ?? 0, block: block.index })) : [])),
    ),
  ];
  return [...Map.groupBy(told, ({ value }) => value)].flatMap(([value, places]) =>
    new Set(places.map(({ block }) => block)).size >= often ? [value] : [],
  );
}

/** Neither the section nor the words before the parts name others, as "Children reported missing" would. */
const isOfAll = ({ first, sentences }: PartedRun, { sentence }: Partition): boolean =>
  [
    ...first.block.headings.slice(1).filter((heading) => !ofPaper.test(heading)),
    ...sentences.slice(0, sentence.number).map(({ text }) => text),
  ].every((text) => ofThem.test(text));

/** "This statement covers the 29 children …", and in the next paragraph "There were 13 girls and 20 boys". */
function partedBelow(reading: Reading, known: readonly number[], run: PartedRun): Finding[] {
  const [partition, ...more] = run.partitions;
  if (!partition || known.includes(partition.sum) || partition.sum < least || more.some(({ sum }) => sum === partition.sum)) return [];
  if (partition.sentence.times.length > 0) return [];
  const near = (values: readonly number[], share: number): number[] => [
    ...new Set(values.filter((value) => value >= least && isNear(value, partition.sum, share))),
  ];
  const [before, all] = [
    near(wholesIn(toldBefore(reading, run, partition)), farthest),
    near(isOfAll(run, partition) ? numbersOfAll(reading) : [], farthestOfAll),
  ];
  const [whole, ...rest] = before.length > 0 ? before : all;
  if (whole === undefined || rest.length > 0 || (!partition.isAll && partition.sum < whole)) return [];
  return draft(reading, partition, whole, `the text before gives ${whole}`);
}

function report(reading: Reading): Finding[] {
  const runs = partedRuns(reading).filter(({ partitions }) => partitions.length > 0);
  const known = knownCounts(reading);
  return runs.flatMap((run) => {
    const { sentences, first, partitions } = run;
    if (leavesSomeOut(sentences, partitions) || saysNotAdditive(reading, first.block)) return [];
    // Those whose number stands in their own paragraph are held against it already.
    const judged = new Set(partsIn(sentences).map(({ sentence }) => sentence.number));
    const open = partitions.filter(({ sentence }) => !judged.has(sentence.number));
    if (open.length === 0) return [];
    const twice = partitions.slice(1).flatMap((one, at) => partedTwice(reading, known, partitions[at]!, one));
    return twice.length > 0 ? twice.slice(0, 1) : judged.size === 0 ? partedBelow(reading, known, run) : [];
  });
}

export const groupsParted = perDocument(
  "total",
  "Boys and girls, or ages, against the number of the group that stands before them",
  report,
);
