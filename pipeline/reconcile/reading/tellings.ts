import { parsePeriod } from "../../model/period.ts";
import { bandsIn } from "./band.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import { saysNotAdditive } from "./disclosed.ts";
import { placeOfRow, type Grid } from "./grid.ts";
import { readSentence, type Reading, type Sentence } from "./reading.ts";
import { totalOf } from "./table-total.ts";
import { stem, stemsOf } from "../vocabulary/names.ts";
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
  /** The table whose total it is; null for what a sentence tells. */
  grid: Grid | null;
};

const nouns =
  "children|pupils|people|leavers|carers|households|families|adopters|workers|advisers|advisors|officers|posts|positions|staff|visitors|" +
  "homes|schools|teams|referrals|complaints|contacts|episodes|reviews|assessments|conferences|plans|visits|files|cases|replies|responses|" +
  "apprenticeships|placements|applications|enquiries|allegations|incidents|adoptions|orders|interviews|panels|meetings|nurses|managers|" +
  "mentors|volunteers|foster carers|siblings|babies|beds|places|reports|concerns|admissions|exclusions|suspensions|audits|questionnaires|" +
  "forms|children’s homes|practitioners|members|recommendations|actions|findings|proposals|priorities|requirements|commitments|pledges|objectives";
const ends = "of|in|on|at|to|for|from|by|with|and|or|who|that|which|were|was|are|is|had|has|have|a|an|the";
/** Any other plural, where what stands behind it shows that it is no verb. */
const plural =
  "(?!(?:days|weeks|months|years|hours|minutes|points|times|miles|terms|quarters|others|cents|pence|pounds)\\b)\\p{Ll}{4,}(?<![siu])s(?= (?:was|were|is|are|had|have|for|from|in|at|on|by|between|about|of|to|during|against)\\b|[,.;])";
/** The words of a name: up to its last noun, with nothing that ends it in between. */
const named = `(?:(?!(?:${ends})\\b)[\\p{L}’'-]+ ){0,4}?(?:(?:${nouns})\\b|${plural})(?!['’])(?! (?:plans?|orders?|posts?|positions?|homes?|leavers|carers|workers|households|episodes|places)\\b)`;
const name = new RegExp(`^ (?:of (?:the|our|these|those) )?(${named})`, "iu");
const definiteBefore =
  /(?:\b(?:the|these|those|our|its|their|all|every one of the|each of the|both) |\ball (?:of )?(?:the |our |these |its )?)$/iu;
/** "The arrangements cover 43 young people": those of whom the sentence before told them. */
const covered =
  /^(?:the|these|this) (?!(?:[\p{L}-]+ )?(?:budget|establishment|structure|funding|grant|contract)\b)((?:[\p{L}-]+ ){1,2}?)(?:covers?|comprises?|involves?|benefits?|applies to|apply to|serves?|provides? for) $/iu;
const verbs = "were|was|had|have|are|is|has|can|will|may|waited|made|took|lived|came|said|include[sd]?|need|needed|hold|stayed|stay|live";
/** What belongs to a name behind it, up to the verb: "(children) who went missing in 2023/24", "(children) adopted last year". */
const behind = new RegExp(
  `^ (?:(?:who|whom|that|which) (?:\\w+ ){0,2}|(?:of|about|against|to|between|within|over|after|before|without|outside|in|on|at|with|from|under|aged|for|through|by|subject|missing|taken|known|held|seen|due|placed|left|made|(?!need|includ)\\p{L}{3,}(?:ed|ing))\\b)[^,.;:()]*?(?=,|\\.|;|:|\\(| and (?:\\d|\\p{L}+ed\\b)|(?<! and) (?:${verbs})\\b|$)`,
  "iu",
);
const opening = /^(?:on|at|in|by|during) (?:the same|that|this) [^,;:]*?,? ?(?:the|these|those|our|its|all|all (?:of )?the) $/iu;
const participle = /^ \p{L}{3,}ed\b/iu;
const verbBehind = new RegExp(`\\b(?:${verbs}|comprise|consist|form|number)\\b|\\b\\p{L}{3,}ed\\b`, "iu");
/** What belongs to a name; "on the same date the 202 approved households offered places of every kind" has its verb right behind the name. */
function followingOf(before: string, after: string): string {
  const found = behind.exec(after)?.[0] ?? "";
  const verb = participle.exec(found)?.[0];
  return verb !== undefined && statesIn(found).names.size === 0 && opening.test(before) && !verbBehind.test(after.slice(verb.length))
    ? ""
    : found;
}

/** "It made four recommendations, and all six have been accepted": no name of its own. */
const allOfThem = /^(?: of (?:them|these|which|those))? (?:have|has|had|were|was|are|will|remain|of)\b/iu;
/** "The number of children looked after rose over the year to 31 March, from 520 to 530", "our children in care number 344". */
const numbered = new RegExp(
  `\\bnumber of (${named}[^,;:]*?) (?:was|is|were|stood|stands|had|has|rose|fell|grew|went|increased|decreased|dropped|reached|came)\\b|^(?:(?:our|the) )?(${named}[^,;:]*?) number(?:ed|s)? $`,
  "iu",
);

/** "From 520 to 530 over the year": how many there are at its end. */
const toNow = /\bto $/u;
const onLastDay = (time: string): string => `at ${parsePeriod(time)?.end ?? time}`;

/** The last day of a time. */
export const endOf = (time: string): string => parsePeriod(time)?.end ?? time;
/** "At 31 March 2024" is the end of 2023/24, and yet more are told of in a year than on a day of it. */
export const isOneTime = (a: string, b: string): boolean => endOf(a) === endOf(b) && a.startsWith("at ") === b.startsWith("at ");

/** The words of a text that say something, with its bands of ages or lengths as one word each. */
export function wordsOf(text: string): Set<string> {
  const bands = bandsIn(text).map(({ low, high }) => `${low ?? ""}-${high ?? ""}`);
  const plain = namedAlike(text.toLowerCase()).replace(/\b(?:years?|months|quarter) (?:ended|ending|end|to)\b|\bend of\b/gu, " ");
  return new Set([...bands, ...(plain.match(/[a-z]{3,}|\d+/g) ?? []).map(stem).filter((word) => !saying.has(word))]);
}

const nounOf = (words: string, states: ReadonlySet<string>): string => {
  const noun = /[\p{L}’'-]+$/u.exec(words)?.[0] ?? "";
  if (isPost.test(noun)) return "post";
  return perChild.test(noun) && (states.size > 0 || /^(?:people|children)$/iu.test(noun)) ? "child" : stem(noun.toLowerCase());
};

/** A stretch of a sentence without its times and single figures. */
export function bare({ text, periods, figures }: Sentence, start: number, end: number): string {
  const taken = [...periods, ...figures.filter(({ valueHigh, measure }) => valueHigh === null && ["number", "percent"].includes(measure))];
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
function statementOf(sentence: Sentence, { clause }: TextFigure): string {
  const previous = sentence.figures.findLast((one) => one.end <= clause.start && one.valueHigh === null)?.end ?? 0;
  const isJoined = /^[,:(]/u.test(sentence.text.slice(clause.start));
  return bare(sentence, isJoined ? previous : clause.start, clause.end);
}

/** Teams are named for what they do, which says nothing of those whom they do it for. */
const teams = /\b[\p{L}-]+ (?:team|panel|agency|unit)s?\b/giu;

/** Every number of a sentence that counts a thing by its name. */
export function countedIn(sentence: Sentence): Counted[] {
  return sentence.figures.flatMap((figure): Counted[] => {
    const isShare = figure.denominator !== null && figure.form !== "fraction";
    if (figure.measure !== "number" || figure.decimals > 0 || figure.qualifier !== "exact" || (!isShare && !isSingle(figure))) return [];
    const [before, after] = [sentence.text.slice(0, figure.start), sentence.text.slice(figure.end)];
    const match = name.exec(after);
    const subject = match ? null : numbered.exec(before);
    const own = match?.[1] ?? subject?.[1] ?? subject?.[2] ?? "";
    const isBack = own === "" && allOfThem.test(after) && /\ball $/iu.test(before);
    if (own === "" && !isBack) return [];
    const from = figure.end + (match?.[0].length ?? 0);
    const following = match ? followingOf(before, sentence.text.slice(from)) : "";
    const rest = bare(sentence, from, from + following.length);
    const backTo = match ? (covered.exec(before)?.[1] ?? "") : "";
    const isOf = match !== null && / of (?:the|our|these|those) /iu.test(match[0]);
    const definite = isShare
      ? /\bof (?:the|our|its|these|those|all)\b/iu.test(figure.text)
      : isOf
        ? /\ball $/iu.test(before)
        : isBack || backTo !== "" || definiteBefore.test(before);
    // A part of those named before is no number of them all.
    if (!isShare && isOf && !definite) return [];
    const phrase = `${backTo}${own}${rest}`;
    const statement = `${statementOf(sentence, figure)} ${phrase}`;
    const [mine, whole] = [statesIn(phrase), statesIn(statement)];
    const [told, around] = [statement, sentence.text].map((text) => statesIn(text.replace(teams, " ")).names) as [Set<string>, Set<string>];
    const states = definite ? mine.names : told.size > 0 ? told : around;
    const core = match ? own : (new RegExp(`^${named}`, "iu").exec(own)?.[0] ?? own);
    const noun = nounOf(core, states);
    const stripped = (text: string): Set<string> => {
      const words = wordsOf(noun === "post" ? text.replace(postWords, " ") : text);
      words.delete(stem((/[\p{L}’'-]+$/u.exec(core)?.[0] ?? "").toLowerCase()));
      return words;
    };
    const value = isShare ? figure.denominator! : figure.value;
    return [
      {
        value,
        printed: isShare ? String(value) : figure.text,
        noun,
        states,
        words: stripped(mine.rest),
        said: stripped(whole.rest),
        told: definite ? mine.rest : whole.rest,
        definite,
        end: from + following.length,
        times: timesOf(sentence, figure, from + following.length, definite).map((time) =>
          subject && toNow.test(before) ? onLastDay(time) : time,
        ),
        figure,
        sentence,
        place: sentence.place,
        quote: sentence.text,
        grid: null,
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

/** "Table 1: Children in care at 31 March by age" without its number and the way it parts them. */
const wholeOf = (caption: string): string =>
  caption.replace(/^\W*(?:table|figure) \d+(?:\.\d+)?[a-z]?\W*(?:number of )?/iu, "").replace(/,? by [a-z ]+?(?=$|,| at | on | \d)/iu, "");

/** "Meetings" under "The 12 panel members met as follows": a column of something else than the sentence counts. */
const isOf = (column: string, text: string): boolean => {
  const words = stemsOf(column.replace(/\b(?:numbers?|count|no|total|value)\b/giu, ""));
  const told = stemsOf(text);
  return words.size === 0 || [...words].some((word) => told.has(word));
};

/** The total of a table, as its caption or the heading over it tells it. */
export function countedInTable(reading: Reading, grid: Grid): Counted[] {
  const total = totalOf(grid);
  if (!total || total.value < 10 || (!total.printed && saysNotAdditive(reading, grid.block))) return [];
  const column = grid.columns[total.column] ?? "";
  // The sentence over a table may stand for its caption: the table is of whom that counts.
  const over = reading.sentences.filter(({ text }) => text === grid.caption && isOf(column, text)).flatMap(countedIn);
  const told = [wholeOf(grid.caption), column].map((text) => {
    const sentence = readSentence(`${total.value} ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, grid.block, 0, reading.dates);
    return countedIn(sentence).find(({ figure }) => figure.start === 0);
  });
  const place = placeOfRow(grid, total.row, column);
  const [one] = over.length === 1 ? over : told.filter((each) => each !== undefined);
  return one
    ? [
        {
          ...one,
          value: total.value,
          printed: String(total.value),
          definite: true,
          place,
          quote: total.row?.raw ?? "",
          grid,
          sentence: { ...one.sentence, block: grid.block },
        },
      ]
    : [];
}
