import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { comparator, concludes } from "../../vocabulary/comparison-words.ts";

const isMedian = (text: string): boolean => /\bmedian\b/iu.test(text);
const isMean = (text: string): boolean => /\b(?:mean|average)\b/iu.test(text);

/** "Westmoor (median)" beside "England (mean)" with a difference taken or a conclusion drawn next to the table. */
function report(reading: Reading, grid: Grid): Finding[] {
  const drawn =
    grid.columns.some((name) => /\b(?:difference|gap|variance|compar(?:ed|ison)|better|worse)\b/iu.test(name)) ||
    reading.sentences.some((sentence) => isNear(sentence, grid, 2) && comparator.test(sentence.text) && concludes.test(sentence.text));
  if (!drawn || saysNotAlike(reading, grid.block)) return [];
  return [grid.columns.slice(1), grid.rows.map((row) => row.label)].flatMap((names) => {
    const tagged = names.filter((name) => isMedian(name) !== isMean(name));
    const [own, theirs] = [tagged.filter((name) => !comparator.test(name)), tagged.filter((name) => comparator.test(name))];
    const [mine, other] = [own[0], theirs[0]];
    if (mine === undefined || other === undefined || own.some((name) => theirs.some((their) => isMedian(name) === isMedian(their))))
      return [];
    return oneFinding(reading, {
      kind: "definition",
      severity: "warning",
      stated: `${mine}; ${other}`,
      quote: grid.block.table?.rows.map((row) => row.raw).find((raw) => raw.includes(other)) ?? other,
      place: placeOfRow(grid, null, mine),
      heading: "A mean is set against a median",
      message: `"${mine}" stands beside "${other}", and a conclusion is drawn: long cases raise a mean and not a median.`,
    });
  });
}

export const meanAgainstMedian = perTable("definition", "A mean beside a median in a table from which a conclusion is drawn", report);
