import { parsePeriod } from "../../model/period.ts";
import { bandsIn } from "./band.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import type { Grid } from "./grid.ts";
import type { Sentence } from "./reading.ts";
import { statementOf } from "./statement.ts";
import { nameBeside } from "./told-names.ts";
import { actsIn, type Act } from "../vocabulary/acts.ts";
import { stem } from "../vocabulary/names.ts";
import { isPost, namedAlike, perChild, postWords, saying } from "../vocabulary/telling-words.ts";
import { statesIn } from "../vocabulary/states.ts";

/**
 * A number of people, posts or things as a sentence tells it. `definite`: "the 46 children", "all 46 of the children",
 * "31 of the 46 children", of whom something has been said before.
 */
export type Counted = {
  value: number;
  printed: string;
  /** The thing counted, without its ending; one word for children by any name, and for posts. */
  noun: string;
  /** The act that the noun names: "the 12 inspections"; null where it names people or things. */
  act: Act | null;
  /** The acts that its statement tells of, by verb or noun. */
  acts: readonly Act[];
  /** What they are, by the words for it: of a definite mention its own words, of another its whole statement. */
  states: ReadonlySet<string>;
  /** What its own words say of them: before the noun and right behind it. */
  words: ReadonlySet<string>;
  /** The same of its whole statement. */
  said: ReadonlySet<string>;
  /** The words that may restrict them: of a definite mention its own, of another its whole statement. */
  told: string;
  definite: boolean;
  /** Where its own words end. */
  end: number;
  /** The times that its own words name, or its sentence where they name none: by their dates or as "the previous twelve months". */
  times: readonly string[];
  figure: TextFigure;
  sentence: Sentence;
  place: string;
  quote: string;
  /** The table whose total or row it is; null for what a sentence tells. */
  grid: Grid | null;
  /** One row of its table, and not the total. */
  isRow: boolean;
};

/** "From 520 to 530 over the year": how many there are at its end. */
const toNow = /\bto $/u;
const onLastDay = (time: string): string => `at ${parsePeriod(time)?.end ?? time}`;

/** The last day of a time. */
export const endOf = (time: string): string => parsePeriod(time)?.end ?? time;
/** "At 31 March 2024" is the end of 2023/24, and yet more are told of in a year than on a day of it. */
export const isOneTime = (a: string, b: string): boolean => endOf(a) === endOf(b) && a.startsWith("at ") === b.startsWith("at ");
/** Each names one time itself, and the same. */
export const isTimed = (a: Counted, b: Counted): boolean =>
  a.times.length === 1 && b.times.length === 1 && isOneTime(a.times[0]!, b.times[0]!);

/** The words of a text that say something, with its bands of ages or lengths as one word each. */
export function wordsOf(text: string): Set<string> {
  const bands = bandsIn(text).map(({ low, high }) => `${low ?? ""}-${high ?? ""}`);
  const plain = namedAlike(text.toLowerCase()).replace(/\b(?:years?|months|quarter) (?:ended|ending|end|to)\b|\bend of\b/gu, " ");
  return new Set([...bands, ...(plain.match(/[a-z]{3,}|\d+/g) ?? []).map(stem).filter((word) => !saying.has(word))]);
}

const lastWord = (words: string): string => /[\p{L}’'-]+$/u.exec(words)?.[0] ?? "";

const nounOf = (words: string, states: ReadonlySet<string>, act: Act | null): string => {
  const noun = lastWord(words);
  if (isPost.test(noun)) return "post";
  if (perChild.test(noun) && (states.size > 0 || /^(?:people|children)$/iu.test(noun))) return "child";
  return act?.name ?? stem(noun.toLowerCase());
};

/** A stretch of a sentence without its times and single figures. */
export function bare({ text, periods, figures }: Sentence, start: number, end: number): string {
  const taken = [
    ...periods,
    ...figures.filter(({ valueHigh, measure }) => valueHigh === null && ["number", "percent", "gbp"].includes(measure)),
  ];
  return Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at)
    .map((at) => (taken.some((one) => at >= one.start && at < one.end) ? " " : text[at]))
    .join("");
}
export const timesIn = ({ text, periods }: Sentence, start: number, end: number): string[] => [
  ...new Set(
    periods
      .filter((one) => one.start >= start && one.end <= end)
      .map(({ period, start: from, end: to }) => (period && period !== "at inspection" ? period : text.slice(from, to).toLowerCase()))
      .filter((time) => !/^(?:now|currently|today|at present|(?:those|these|the same) .*)$/u.test(time)),
  ),
];

/** What a sentence tells of a figure: as far as the figures and clauses beside it, with what stands before a colon or comma. */
function toldOf(sentence: Sentence, figure: TextFigure): string {
  const { clause } = figure;
  const previous = sentence.figures.findLast((one) => one.end <= clause.start && one.valueHigh === null)?.end ?? 0;
  const isJoined = /^[,:(]/u.test(sentence.text.slice(clause.start));
  const statement = statementOf(sentence, figure);
  const start = isJoined ? previous : clause.start;
  return bare(sentence, Math.max(start, statement?.start ?? start), Math.min(clause.end, statement?.end ?? clause.end));
}

/** "Saw each of the 95 babies within ten days": what was done with them, in which time. */
const soon = /\bwithin (?:[\p{L}\d-]+ ){1,3}?(?:hours|days|weeks|months)\b/giu;
/** What belongs to a name ends with its time, unless more of it follows: "the 16 inspections in 2022/23 an adviser called". */
const endOfWords = ({ text, periods }: Sentence, { start, end }: { start: number; end: number }): number =>
  periods.find((one) => one.start >= start && one.end <= end && !goesOn.test(text.slice(one.end)))?.end ?? end;
const goesOn =
  /^(?:$|[^\s\p{L}]| (?:and|or|who|whom|that|which|by|in|at|on|with|without|for|from|to|of|under|over|aged|taken|known|held|seen|[\p{L}-]+(?:ed|ing))\b)/iu;

/** The words about a figure, as far as the figures beside it. */
function besidesFigures({ text, figures }: Sentence, figure: TextFigure): string {
  const at = figures.indexOf(figure);
  return text.slice(figures[at - 1]?.end ?? 0, figures[at + 1]?.start ?? text.length);
}

/** Teams are named for what they do, which says nothing of those whom they do it for. */
const teams = /\b[\p{L}-]+ (?:team|panel|agency|unit)s?\b/giu;

/** Every number of a sentence that counts a thing by its name. */
export function countedIn(sentence: Sentence): Counted[] {
  return sentence.figures.flatMap((figure): Counted[] => {
    const isShare = figure.denominator !== null && figure.form !== "fraction";
    if (figure.decimals > 0 || figure.qualifier !== "exact" || (!isShare && !isSingle(figure))) return [];
    const digits = figure.measure === "times" ? /^[\p{L}\d,-]+/u.exec(figure.text)![0] : figure.text;
    if (figure.measure !== "number" && figure.measure !== "times") return [];
    const found = nameBeside(sentence.text, { start: figure.start, end: figure.start + digits.length }, isShare);
    if (!found) return [];
    const { core, definite, act } = found;
    const end = endOfWords(sentence, found.behind);
    const own = sentence.periods.reduce((made, { start, end }) => made.replace(sentence.text.slice(start, end), " "), found.own);
    const phrase = `${own}${bare(sentence, found.behind.start, end)}`.replace(soon, " ");
    const statement = `${toldOf(sentence, figure)} ${phrase}`;
    const [mine, whole] = [statesIn(phrase), statesIn(statement)];
    const [told, around] = [statement, sentence.text].map((text) => statesIn(text.replace(teams, " ")).names) as [Set<string>, Set<string>];
    const states = definite ? mine.names : told.size > 0 ? told : around;
    const noun = nounOf(core, states, act);
    const stripped = (text: string): Set<string> => {
      const words = wordsOf(noun === "post" ? text.replace(postWords, " ") : text);
      words.delete(stem(lastWord(core).toLowerCase()));
      return words;
    };
    return [
      {
        value: isShare ? figure.denominator! : figure.value,
        printed: isShare ? String(figure.denominator) : digits,
        noun,
        act,
        acts: actsIn(besidesFigures(sentence, figure)),
        states,
        words: stripped(mine.rest),
        said: stripped(whole.rest),
        told: definite ? mine.rest : whole.rest,
        definite,
        end,
        times: timesOf(sentence, figure, end, definite).map((time) =>
          found.isSubject && toNow.test(sentence.text.slice(0, figure.start)) ? onLastDay(time) : time,
        ),
        figure,
        sentence,
        place: sentence.place,
        quote: sentence.text,
        grid: null,
        isRow: false,
      },
    ];
  });
}

function timesOf(sentence: Sentence, figure: TextFigure, end: number, definite: boolean): string[] {
  const beside = sentence.periods.find(
    (one) => one.start >= figure.end && /^[ (,]*(?:(?:at|in|on|for) (?:the )?)?$/iu.test(sentence.text.slice(figure.end, one.start)),
  );
  const own = beside
    ? timesIn(sentence, beside.start, beside.end)
    : timesIn(sentence, definite ? figure.start : figure.clause.start, Math.max(end, definite ? end : figure.clause.end) + 1);
  return own.length > 0 ? own : timesIn(sentence, 0, sentence.text.length);
}
