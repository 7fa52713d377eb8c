import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { isTotal, numberAt, placeAt, quoteAt, turn, type Turned } from "../../reading/lines.ts";
import { clauseOf, inTime, isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** What came in and went out between two counts of one group. */
type Part = "opening" | "in" | "out" | "closing";
const parts: readonly (readonly [Part, RegExp])[] = [
  [
    "opening",
    wordings`
      (?:at|from) (?:the )?(?:start|beginning|outset)|start of (?:the )?(?:year|quarter|period|month)|
      (?:began|started|opened) (?:the (?:year|quarter|period|month) )?with|brought forward|opening|
      (?:at|on) (?:1|1st) april|(?:a|one|the) year (?:ago|before|earlier)|at the end of the (?:previous|last) (?:year|quarter)`,
  ],
  [
    "closing",
    pattern`
      \b(?:end of (?:the )?(?:year|quarter|period|month)|at (?:the )?end|
      (?:ended|closed|finished) (?:the (?:year|quarter|period|month) |it )?(?:with|on)|carried forward|closing|
      leaving (?:us with|a total of)?|(?:at|on) 31 march)\b|\bso (?:that )?there (?:are|were)\b`,
  ],
  [
    "in",
    wordings`
      came into|came in|gained|took on|entered|entering|entrants|started|joined|joining|joiners|starters|admitted|admissions|recruited|
      new|arrived|became|were (?:added|approved|opened|received)|received|additions?|approved|(?:were|was|newly) (?:made|begun|registered|granted|accepted|taken on)|coming (?:into|in)`,
  ],
  [
    "out",
    wordings`
      left|lost|leaving|leavers|ceased|closed|ended|departed|resigned|discharged|discharges|de-?registered|removed|
      stepped down|withdrew|moved on|leave|resignations`,
  ],
];
/** "Plus: transferred from another agency", "Less: resigned": the row says itself which way it goes. */
const signed = (text: string): Part | null =>
  /^\W*(?:plus|add(?:ed)?|\+)(?=\W)/iu.test(text) ? "in" : /^\W*(?:less|minus|[-–−](?= ?\p{L}))(?=\W)/iu.test(text) ? "out" : null;
const partOf = (text: string): Part | null => signed(text) ?? parts.find(([, words]) => words.test(text))?.[0] ?? null;
/** A mismatch larger than this share of the closing count is of other groups. */
const reach = 0.2;
/** The same where the two counts are told as a change, which may be of others than those who came and went. */
const reachOfTwo = 0.1;

/** "At 31 March 2017 there were 210; 34 came in and 29 left, and at 30 June 2017 there were 215": the two days tell which is which. */
function withDays<T extends { part: Part | null; figure: TextFigure }>(told: readonly T[]): readonly T[] {
  const [a, b, ...more] = told.filter(({ part }) => part !== "in" && part !== "out");
  const order = a && b && more.length === 0 ? inTime(a, b) : null;
  const isLevel = ({ figure }: T): boolean => figure.day !== "" && (figure.role === "level" || figure.role === "earlier");
  if (!order || order.then !== told[0] || order.now !== told.at(-1) || !isLevel(order.then) || !isLevel(order.now)) return told;
  return told.map((one) => (one === order.then ? { ...one, part: "opening" } : one === order.now ? { ...one, part: "closing" } : one));
}

/** "Which took the total from 379 at 31 March 2021 to 407": the words tell which is which. */
const tookFrom = /\bfrom (?:the |our |its )?\{C(\d+)\}[^{};]*? to (?:the |a total of |just )?\{C(\d+)\}/iu;
/** What goes from one number to the other is all of those who came and went. */
const ofAll = wordings`
  totals?|numbers?|figure|caseloads?|count|roll|register|list|it|them|this|that|which|those|stock|strength|establishment|cohort|population|tally|
  (?:children|young people|households|carers|staff|workers|places|plans|cases)(?= (?:\w+ )?(?:from|rose|fell|went|grew|dropped|moved|increased|decreased))`;
const ofElse = wordings`
  spend\w*|costs?|average|mean|rates?|shares?|scores?|per|days|weeks|months|enquir\w+|contacts|referrals|visits|complaints|requests|budget`;
function namedBy(sentence: Sentence, figure: TextFigure): Part | null {
  const match = tookFrom.exec(sentence.skeleton);
  const lead =
    sentence.skeleton
      .slice(0, match?.index)
      .split(/[,;:]| and | while | but /u)
      .at(-1) ?? "";
  const ends = match && ofAll.test(lead) && !ofElse.test(lead) ? match.slice(1).map((name) => figureAt(sentence, name)) : [];
  const at = ends.indexOf(figure);
  return at === 0 ? "opening" : at === 1 ? "closing" : partOf(clauseOf(sentence, figure));
}

type Told = { value: number; text: string; sentence: Sentence };

function inProse(reading: Reading, passage: readonly Sentence[]): Finding[] {
  for (let from = 0; from < passage.length; from++) {
    for (const length of [1, 2, 3]) {
      const window = passage.slice(from, from + length);
      if (window.length < length) continue;
      const named = window.flatMap((sentence) =>
        sentence.figures
          .filter((figure) => figure.measure === "number" && figure.denominator === null)
          .map((figure) => ({
            part: namedBy(sentence, figure),
            figure,
            value: figure.value,
            text: figure.text,
            sentence,
            exact: figure.qualifier === "exact" && figure.valueHigh === null,
          })),
      );
      const told = named.length === 4 ? withDays(named) : named;
      const [opening, came, left, closing] = (["opening", "in", "out", "closing"] as const).map((part) =>
        told.filter((one) => one.part === part),
      );
      if (told.length !== 4 || told.some(({ exact }) => !exact)) continue;
      const found =
        opening?.[0] && came?.[0] && left?.[0] && closing?.[0] ? judge(reading, opening[0], came[0], left[0], closing[0], window) : [];
      if (found.length > 0) return found;
    }
  }
  return [];
}

function judge(reading: Reading, opening: Told, came: Told, left: Told, closing: Told, window: readonly Sentence[]): Finding[] {
  const expected = opening.value + came.value - left.value;
  const farthest = tookFrom.test(closing.sentence.skeleton) ? reachOfTwo : reach;
  if (expected === closing.value || Math.abs(expected - closing.value) > farthest * closing.value) return [];
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: closing.text,
    expected: String(expected),
    quote: window.map((sentence) => sentence.text).join(" "),
    place: closing.sentence.place,
    heading: `${closing.text} printed; ${opening.text} and ${came.text} less ${left.text} are ${expected}`,
    message: `${opening.text} at the start, ${came.text} in and ${left.text} out leave ${expected}, but ${closing.text} is printed.`,
  });
}

/** "The number in care rose by 28", "a net gain of 12 households". */
const netOf = pattern`
  \b(?:(?:numbers?|total|population|roll|caseload|register|households|children in care|overall|there|net)\b[^.;:{}]{0,60}\b)?(?:(?<up>rose|risen|grew|grown|increased|gained|gain|growth|rise|increase|up)|(?<down>fell|fallen|dropped|
  shrank|decreased|lost|loss|fall|drop|decrease|reduction|down)) (?:by|of) (?:just |only |some )?\{C(?<net>\d+)\}(?! (?:on|from|compared|against|more|fewer)\b)`;
/** How far off the difference may be, as a share of those who came and went, for the change to be theirs. */
const farOff = 0.2;

/** "The number in care rose by 28 over the year: 112 children came in and 75 left": a net change against those who came and those who went. */
function netInProse(reading: Reading, sentence: Sentence): Finding[] {
  const counts = sentence.figures.filter((figure) => figure.measure === "number");
  const match = netOf.exec(sentence.skeleton);
  const groups = match?.groups;
  const net = groups ? sentence.figures[Number(groups["net"])] : undefined;
  const isNet = /\bnet\b|\b(?:numbers?|total|population|roll|caseload|register)\b/iu.test(sentence.text.slice(0, net?.end));
  // "The number who left rose by 12" is no change of those who are there.
  if (
    !match ||
    !groups ||
    !net ||
    !isNet ||
    ["in", "out"].includes(partOf(match[0]) ?? "") ||
    counts.length !== 3 ||
    counts.some((one) => one.qualifier !== "exact" || !isSingle(one))
  )
    return [];
  const others = counts.filter((figure) => figure !== net).map((figure) => ({ figure, part: partOf(clauseOf(sentence, figure)) }));
  const [came, left] = (["in", "out"] as const).map((part) => others.find((one) => one.part === part)?.figure);
  if (!came || !left || others.some(({ figure }) => figure.role !== "level")) return [];
  const made = came.value - left.value;
  const printed = groups["up"] === undefined ? -net.value : net.value;
  if (made === printed || Math.abs(made - printed) > farOff * (came.value + left.value)) return [];
  const expected = `${made < 0 ? "a fall" : "a rise"} of ${Math.abs(made)}`;
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: `${net.text}: ${came.text} in, ${left.text} out`,
    expected,
    quote: sentence.text,
    place: sentence.place,
    heading: `Change of ${net.text} printed; ${came.text} less ${left.text} is ${Math.abs(made)}`,
    message: `${came.text} in and ${left.text} out make ${expected}, but a change of ${net.text} is printed.`,
  });
}

/** Rows or columns "At start", "Started", "Ceased", "At end". */
function inTable(reading: Reading, turned: Turned): Finding[] {
  const named = turned.lines.filter((line) => !isTotal(line.name)).map((line) => ({ line, part: partOf(line.name) }));
  const [opening, came, left, closing] = (["opening", "in", "out", "closing"] as const).map((part) =>
    named.filter((one) => one.part === part).map(({ line }) => line),
  );
  if (!opening || !came || !left || !closing || opening.length !== 1 || closing.length !== 1 || came.length === 0 || left.length === 0)
    return [];
  // A row between the two counts whose way nobody can tell leaves the sum open.
  const [from, to] = [turned.lines.indexOf(opening[0]!), turned.lines.indexOf(closing[0]!)];
  if (
    named.some(
      ({ line, part }) =>
        part === null &&
        turned.lines.indexOf(line) > from &&
        turned.lines.indexOf(line) < to &&
        line.cells.some((cell) => cell.value !== null),
    )
  )
    return [];
  const points = turned.names.flatMap((_, at) => {
    const values = [opening, came, left, closing].map((lines) => lines.map((line) => numberAt(line, at, "count")));
    if (values.flat().some((value) => value === null)) return [];
    const [a = 0, b = 0, c = 0, d = 0] = values.map((list) => list.reduce<number>((sum, value) => sum + (value ?? 0), 0));
    return [{ at, expected: a + b - c, printed: d }];
  });
  const wrong = points.filter(({ expected, printed }) => expected !== printed);
  // One column that fits shows that these are the parts; alone, only a near miss is one.
  if (wrong.length === 0 || (points.length > 1 && wrong.length > points.length / 2)) return [];
  return wrong
    .filter(({ expected, printed }) => Math.abs(expected - printed) <= reach * printed)
    .map(({ at, expected, printed }) =>
      findingRow(reading, {
        kind: "total",
        severity: "error",
        stated: String(printed),
        expected: String(expected),
        quote: quoteAt(turned, closing[0]!, at),
        place: placeAt(turned, closing[0]!, at),
        heading: `${closing[0]!.name}: ${printed} printed, the flows leave ${expected}`,
        message: `"${opening[0]!.name}" with those who came and without those who left leaves ${expected}, but ${printed} is printed as "${closing[0]!.name}".`,
      }),
    );
}

export const flows = perDocument("total", "A count at the end against the start, those in and those out", (reading) => [
  ...reading.passages.flatMap((passage) => inProse(reading, passage)),
  ...reading.sentences.flatMap((sentence) => netInProse(reading, sentence)),
  ...reading.grids.flatMap((grid) => [true, false].flatMap((byRow) => inTable(reading, turn(grid, byRow)))),
]);
