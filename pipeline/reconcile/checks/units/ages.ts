import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle } from "../../reading/figure.ts";
import { placeOfRow } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const mean = wordings`average|averaged|averages|mean|median`;
const ofAge = wordings`ages?|aged|years old|(?:older|younger) than`;
/** Whoever is under 18, and those who may be under 26. Whole words, since adopters are adults and the adopted are not. */
const children = wordings`
  child(?:ren)?(?:'s|’s)?|babies|baby|infants?|toddlers?|pupils?|boys|girls|siblings?|adopt(?:ed|ion)|unaccompanied|
  (?:entry|entering|coming|came|comes?|taken)(?: to| into)? care`;
const youngPeople = wordings`young people|young person|youths?|young (?:women|men)`;
const adults = wordings`
  adults?|adopters?|carers?|staff|workers?|workforce|officers?|managers?|employees?|parents?|mothers?|fathers?|grandparents?|guardians?|
  care[- ]leavers?|leavers?|volunteers?|mentors?|applicants?|members?|teachers?|panel|visitors?|households?`;

/** The age that an average of those named can at most be; null when adults are named, or nobody. */
function oldestOf(words: string): number | null {
  if (adults.test(words)) return null;
  return youngPeople.test(words) ? 25 : children.test(words) ? 18 : null;
}

const report = (reading: Reading, oldest: number, draft: { stated: string; quote: string; place: string }): Finding[] =>
  oneFinding(reading, {
    ...draft,
    kind: "plausibility",
    severity: "error",
    expected: `at most ${oldest} years`,
    heading: `${draft.stated} is no average age of those it is told of`,
    message: `${draft.stated} is printed as an average age. Those it is told of are at most ${oldest} years old.`,
  });

/** Average ages of children that are those of adults: "children who came into care were 27.5 years old on average". */
export const ages = perDocument("plausibility", "Average ages of children that no child has", (reading) => [
  ...reading.sentences.flatMap((sentence) => {
    const oldest = mean.test(sentence.text) && ofAge.test(sentence.text) ? oldestOf(sentence.text) : null;
    const figure = sentence.figures.find(
      (one) =>
        oldest !== null &&
        (one.measure === "years" || (one.measure === "number" && one.decimals > 0)) &&
        isSingle(one) &&
        one.role !== "change" &&
        one.value > oldest,
    );
    return figure && oldest !== null ? report(reading, oldest, { stated: figure.text, quote: sentence.text, place: sentence.place }) : [];
  }),
  ...reading.grids.flatMap((grid) =>
    grid.rows.flatMap((row) =>
      row.cells.flatMap((cell, column) => {
        const head = grid.columns[column] ?? "";
        const name = `${row.label} ${head}`;
        const isAge = mean.test(name) && ofAge.test(name);
        const oldest = isAge ? oldestOf(children.test(name) || youngPeople.test(name) ? name : `${name} ${grid.caption}`) : null;
        return oldest !== null && cell.value !== null && cell.unit === "count" && cell.value > oldest
          ? report(reading, oldest, { stated: cell.text, quote: row.raw, place: placeOfRow(grid, row, head) })
          : [];
      }),
    ),
  ),
]);
