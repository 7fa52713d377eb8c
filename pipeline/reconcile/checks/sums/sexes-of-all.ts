import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAdditive } from "../../reading/disclosed.ts";
import { isSingle } from "../../reading/figure.ts";
import { isTotal } from "../../reading/lines.ts";
import { female, male, unsexed } from "../../reading/parts/groups.ts";
import { labelled } from "../../reading/parts/labels.ts";
import { countsFrom } from "../../reading/parts/parts-list.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { contentWords, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** Words beside the two numbers that tell of nobody but those whom the document is about. */
const plain = wordSet(
  `boys boy girls girl male males female females young men women man woman sex gender there are were is was them these those they
   children people and the of by on that this same date while with whom profile characteristics demographics who our care`,
);
/** What is printed over a whole paper. */
const ofPaper = wordings`report|paper|panel|committee|board|council|briefing|20\d\d`;
/** How often a number is told before it is that of all, and how far off the sum may be, as a share of it. */
const [often, farthest] = [3, 0.05];

/** The numbers that at least so many blocks of the document tell, as what others are of or as a total. */
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

/** "250 of them are boys and 223 are girls", in a paragraph of its own, of the 478 children whom the whole document is about. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  if (!male.test(sentence.text) || !female.test(sentence.text) || unsexed.test(sentence.text)) return [];
  const counts = countsFrom(sentence, 0, sentence.skeleton.length);
  if (counts.length !== 2 || sentence.figures.length !== 2 || sentence.periods.length > 0) return [];
  const isAlone = passage.every((one) => one === sentence || one.figures.length === 0);
  if (!isAlone || counts.some(({ figure }) => figure.qualifier !== "exact" || figure.role !== "level" || !isSingle(figure))) return [];
  const sides = labelled(sentence, counts).map(({ before, behind }) => `${before} ${behind}`);
  if (![male, female].every((words) => sides.filter((side) => words.test(side)).length === 1)) return [];
  // The paragraph and the heading of its section name no other group, as "Children reported missing" would.
  const sections = sentence.block.headings.slice(1).filter((heading) => !ofPaper.test(heading));
  const around = [...passage.map(({ text }) => text), ...sections].join(" ");
  if (contentWords(around.replace(/\d[\d,]*/gu, " "), plain).length > 0) return [];
  const sum = counts.reduce((made, { figure }) => made + figure.value, 0);
  const all = numbersOfAll(reading).filter((value) => Math.abs(value - sum) <= farthest * value);
  const [whole, ...more] = all;
  const isTold = reading.sentences.some(({ figures }) => figures.some((one) => one.value === sum || one.denominator === sum));
  if (whole === undefined || more.length > 0 || whole === sum || isTold || saysNotAdditive(reading, sentence.block)) return [];
  const printed = counts.map(({ figure }) => figure.text);
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: `${whole}: ${printed.join(" and ")}`,
    expected: String(sum),
    quote: sentence.text,
    place: sentence.place,
    heading: `${printed.join(" and ")} make ${sum}, not ${whole}`,
    message: `${printed.join(" and ")} make ${sum}, but the document is of ${whole}.`,
  });
}

export const sexesOfAll = perSentence("total", "Boys and girls against the number that the document is of", report);
