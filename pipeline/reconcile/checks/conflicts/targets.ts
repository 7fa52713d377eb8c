import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** A target of the authority for one measure, where the document states it. */
type Stated = {
  topic: string;
  value: number;
  printed: string;
  unit: string;
  years: string;
  sentence: Sentence | null;
  place: string;
  quote: string;
};

/** Words that say that this is another target than the one in force: of others, of another time, of some of the children. */
const other = wordings`
  national|england|government|regional|next year|new target|raised|lowered|revised|stretch|interim|previous|last year|
  increased|reduced|changed|half[- ]year|quarter|profile|contract\w*|aged|boys|girls|within (?:five|ten|two|\d+)|team|
  minimum|at least|from (?:april|january|20\d\d)|for 20\d\d`;
const named = /\btargets?\b/iu;
/** Topics too wide for two targets under them to be of one measure. */
const wide = /^(?:completion on time|assessments|adoption|visits|waiting|health assessments|reviews)$/u;

function inProse(reading: Reading): Stated[] {
  return reading.sentences.flatMap((sentence): Stated[] => {
    const topic = topicOf(sentence.text);
    const targets = sentence.figures.filter(
      (figure) => figure.measure === "percent" && figure.valueHigh === null && figure.role === "target",
    );
    const [target] = targets;
    if (!topic || !target || targets.length > 1 || !named.test(sentence.text) || other.test(sentence.text)) return [];
    return [
      {
        topic: topic.name,
        value: target.value,
        printed: target.text,
        unit: "percent",
        years: sentence.times.join(" "),
        sentence,
        place: sentence.place,
        quote: sentence.text,
      },
    ];
  });
}

function inTables(reading: Reading): Stated[] {
  return reading.grids.flatMap((grid) => {
    const columns = grid.columns.flatMap((name, at) =>
      at > 0 && /^(?:our |local |annual )?targets?(?: ?\(?%\)?)?$/iu.test(name.trim()) ? [at] : [],
    );
    const [column] = columns;
    if (column === undefined || columns.length > 1) return [];
    return grid.rows.flatMap((row): Stated[] => {
      const topic = topicOf(row.label);
      const cell = row.cells[column];
      if (!topic || cell?.value == null || (cell.unit !== "percent" && !/%/u.test(`${row.label} ${grid.caption}`))) return [];
      return [
        {
          topic: topic.name,
          value: cell.value,
          printed: `${cell.value}%`,
          unit: "percent",
          years: "",
          sentence: null,
          place: placeOfRow(grid, row, grid.columns[column]),
          quote: row.raw,
        },
      ];
    });
  });
}

/** "The target is 90%" in one place, "our target of 95%" in another, for one measure. */
function twoTargets(reading: Reading): Finding[] {
  const all = [...inProse(reading), ...inTables(reading)];
  return [...Map.groupBy(all, ({ topic }) => topic)].flatMap(([topic, stated]): Finding[] => {
    const values = [...new Set(stated.map(({ value }) => value))];
    const [one] = stated;
    const another = stated.find(({ value }) => value !== one?.value);
    const labels = new Set(stated.filter(({ sentence }) => sentence === null).map(({ quote }) => quote));
    if (!one || !another || values.length !== 2 || labels.size > 1 || one.place === another.place) return [];
    if (one.years !== "" && another.years !== "" && one.years !== another.years) return [];
    // Wide topics hold several measures: then the sentences have to share the words around their targets.
    if (wide.test(topic) && !shareWords(one.quote, another.quote)) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${one.printed}; ${another.printed}`,
      place: `${one.place}; ${another.place}`,
      quote: `${one.quote} / ${another.quote}`,
      heading: `A target of ${one.printed} in one place, ${another.printed} in another`,
      message: `${one.place} gives a target of ${one.printed} for ${topic}, ${another.place} one of ${another.printed}.`,
    });
  });
}

const ordinary = wordSet(
  `target targets children young people with were have that this from time against below above year care looked after
   their which they been remain quarter`,
);
function shareWords(a: string, b: string): boolean {
  const of = (text: string): Set<string> =>
    new Set((text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !ordinary.has(word)).map((word) => word.slice(0, 6)));
  const [x, y] = [of(a), of(b)];
  return [...x].filter((word) => y.has(word)).length >= 2;
}

/** A rating may allow a point or two either way: green this far short of a target, or red at it, is a slip. */
const allowance = 2;
const said: readonly (readonly [words: RegExp, met: boolean])[] = [
  [/^(?:no|not met|missed|not achieved|below target|off target|not on target|red)$/iu, false],
  [/^(?:yes|met|achieved|on target|above target|target met|exceeded|green)$/iu, true],
];
const actualHead = /\b(?:actual|result|performance|outturn|achieved|out-turn|score|20\d\d(?:\/\d\d)?|q[1-4]|quarter)\b/iu;

/** Columns "Target", "Actual" and "Target met?": a row whose word does not follow from its two figures. */
function status(reading: Reading, grid: Grid): Finding[] {
  const at = (head: RegExp): number[] => grid.columns.flatMap((name, column) => (column > 0 && head.test(name.trim()) ? [column] : []));
  const [targets, actuals] = [at(/^(?:our |local |annual )?target(?: ?\(?%\)?)?$/iu), at(actualHead)];
  const words = grid.columns.flatMap((_, column) =>
    column > 0 &&
    grid.rows.filter((row) => said.some(([pattern]) => pattern.test(row.cells[column]?.text ?? ""))).length >=
      Math.max(2, grid.rows.length / 3)
      ? [column]
      : [],
  );
  const [target, word] = [targets[0], words[0]];
  const actual = actuals.filter((column) => column !== word).at(-1);
  if (target === undefined || word === undefined || actual === undefined || targets.length > 1 || words.length > 1) return [];
  const rows = grid.rows.flatMap((row) => {
    const [goal, made] = [row.cells[target], row.cells[actual]];
    const met = said.find(([pattern]) => pattern.test(row.cells[word]?.text ?? ""))?.[1];
    return goal?.value == null || made?.value == null || met === undefined || goal.value === made.value
      ? []
      : [{ row, goal, made, met, above: made.value > goal.value }];
  });
  return rows
    .filter(({ row, goal, made, met, above }) => {
      const rated = /^(?:red|green)$/iu.test(row.cells[word]?.text ?? "");
      if (rated && met && Math.abs((made.value ?? 0) - (goal.value ?? 0)) <= allowance) return false;
      const polarity = topicOf(row.label)?.polarity ?? "none";
      const alike = rows.filter((one) => one.row !== row);
      const highGood =
        polarity === "none" ? (alike.length > 1 && alike.every((one) => one.met === one.above) ? true : null) : polarity === "high";
      return highGood !== null && met !== (above === highGood);
    })
    .slice(0, rows.length > 2 ? 2 : 1)
    .map(({ row, goal, made, above }) =>
      findingRow(reading, {
        kind: "conflict",
        severity: "error",
        stated: `${row.cells[word]?.text}; ${made.text}; target ${goal.text}`,
        quote: row.raw,
        place: placeOfRow(grid, row, grid.columns[word]),
        heading: `"${row.cells[word]?.text}" beside ${made.text} against a target of ${goal.text}`,
        message: `"${row.label}" is marked "${row.cells[word]?.text}", but ${made.text} is ${above ? "above" : "below"} the target of ${goal.text}.`,
      }),
    );
}

export const targetsAgainst = perDocument("conflict", "Two targets for one measure, and targets marked met that are not", (reading) => [
  ...twoTargets(reading),
  ...reading.grids.flatMap((grid) => status(reading, grid)),
]);
