import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";
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

const conflictOf = (reading: Reading, one: Stated, another: Stated, topic: string): Finding[] =>
  oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${one.printed}; ${another.printed}`,
    place: one.place === another.place ? one.place : `${one.place}; ${another.place}`,
    quote: `${one.quote} / ${another.quote}`,
    heading: `A target of ${one.printed} in one place, ${another.printed} in another`,
    message: `${one.place} gives a target of ${one.printed} for ${topic}, ${another.place} one of ${another.printed}.`,
  });

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
    return conflictOf(reading, one, another, topic);
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

/** "The target of 90% applied. The result was 76.4%, below the target of 98%": one target, told in the sentence before it. */
const sameAgain =
  /^(?:the (?:result|figure|outcome|rate|actual|score|position|performance)|it|this|that|performance|results?|we|at \d[\d.]*(?:%| per cent))\b/iu;
const theTarget = /\b(?:the|its|our|that|this) targets? (?:of|was|is|at) $/iu;
function inTurn(reading: Reading): Finding[] {
  return reading.passages.flatMap((passage) =>
    passage.slice(1).flatMap((sentence, at): Finding[] => {
      const before = passage[at]!;
      const [one, another] = [before, sentence].map(({ figures }) =>
        figures.filter(({ measure, role }) => measure === "percent" && role === "target"),
      );
      const [first, second] = [one?.[0], another?.[0]];
      if (!first || !second || one?.length !== 1 || another?.length !== 1 || first.value === second.value) return [];
      if ([first, second].some(({ valueHigh, qualifier }) => valueHigh !== null || qualifier !== "exact")) return [];
      const areBoth = [before, sentence].every(({ text }, index) => theTarget.test(text.slice(0, (index === 0 ? first : second).start)));
      if (
        !areBoth ||
        !sameAgain.test(sentence.text) ||
        other.test(sentence.text) ||
        before.figures.some(({ value }) => value === second.value)
      )
        return [];
      if (sentence.times.some((time) => !before.times.includes(time))) return [];
      return conflictOf(reading, toStated(before, first), toStated(sentence, second), "one thing");
    }),
  );
}
const toStated = (sentence: Sentence, { value, text }: Sentence["figures"][number]): Stated => ({
  topic: "",
  value,
  printed: text,
  unit: "percent",
  years: "",
  sentence,
  place: sentence.place,
  quote: sentence.text,
});

export const targetsAgainst = perDocument("conflict", "Two targets for one measure", (reading) => {
  const found = twoTargets(reading);
  return found.length > 0 ? found : inTurn(reading);
});
