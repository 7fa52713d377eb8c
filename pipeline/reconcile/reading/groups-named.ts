import { clauseOf, isSingle, type TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";
import { stem } from "../vocabulary/names.ts";
import { statesIn } from "../vocabulary/states.ts";

/**
 * A number of people, posts or things as a sentence names them. `definite`: "the 46 children", "all 46 of the children",
 * "31 of the 46 children", of whom something has been said before.
 */
export type Named = {
  value: number;
  printed: string;
  /** The thing counted, without its ending. */
  noun: string;
  /** What they are, by the words for it: of a definite mention its own words, of another its whole clause. */
  states: ReadonlySet<string>;
  /** What else its own words say of them, without endings. */
  words: ReadonlySet<string>;
  /** The words that may restrict them: of a definite mention its own, of another its whole clause; without those of the states. */
  told: string;
  definite: boolean;
  figure: TextFigure;
  sentence: Sentence;
};

const nouns =
  "children|pupils|people|leavers|carers|households|families|adopters|workers|advisers|advisors|officers|posts|positions|staff|visitors|" +
  "homes|schools|teams|referrals|complaints|contacts|episodes|reviews|assessments|conferences|plans|visits|files|cases|replies|responses|" +
  "apprenticeships|placements|applications|enquiries|allegations|incidents|adoptions|orders|interviews|panels|meetings|nurses|managers|" +
  "mentors|volunteers|foster carers|siblings|babies|beds|places|reports|concerns|admissions|exclusions|suspensions|audits|questionnaires|forms|children’s homes";
/** The words of a name: up to its last noun, with nothing that ends it in between. */
const name = new RegExp(
  `^ (?:of (?:the|our|these|those) )?((?:(?!(?:of|in|on|at|to|for|from|by|with|and|or|who|that|which|were|was|are|is|had|has|have|a|an|the)\\b)[\\p{L}’'-]+ ){0,4}?(?:${nouns}))\\b(?!['’])(?! (?:plans?|orders?|posts?|homes?|leavers|carers|workers|households|episodes|places)\\b)`,
  "iu",
);
const definiteBefore = /(?:\b(?:the|these|those|our|all|every one of the|each of the|both) |\ball (?:of )?(?:the |our |these |its )?)$/iu;
const verbs = "were|was|had|have|are|is|has|can|will|may|waited|made|took|lived|came|said|include[sd]?|need|needed|hold|stayed|stay|live";
/** What belongs to a name behind it, up to the verb: "(children) who went missing in 2023/24", "(children) adopted last year". */
const behind = new RegExp(
  `^ (?:(?:who|whom|that|which) (?:\\w+ ){0,2}|(?:of|about|against|to|between|within|over|after|before|without|outside|in|on|at|with|from|under|aged|for|through|by|subject|missing|taken|known|held|seen|due|placed|left|made|(?!need|includ)\\p{L}{3,}(?:ed|ing))\\b)[^,.;:()]*?(?=,|\\.|;|:|\\(|(?<! and) (?:${verbs})\\b|$)`,
  "iu",
);

/** Words that say nothing of who they are. */
const plain = new Set(
  (
    "the our all who that which were was are been had have has individual different separate children young people authority council local county borough city " +
    "received recorded made held closed reported completed carried total year march september december june april between from with and " +
    "currently now still also both for post january february may july august october november financial period during since last away under through because there"
  )
    .split(" ")
    .map(stem),
);
const wordsOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replace(/\b(?:year|months|quarter) (?:ended|ending|end)\b|\bend of\b/gu, "")
        .match(/[a-z]{3,}/g) ?? []
    )
      .map(stem)
      .filter((word) => !plain.has(word)),
  );

/** Every number of a sentence that counts a thing by its name. */
export function groupsIn(sentence: Sentence): Named[] {
  return sentence.figures.flatMap((figure): Named[] => {
    const isShare = figure.denominator !== null && figure.form !== "fraction";
    if (figure.measure !== "number" || figure.decimals > 0 || figure.qualifier !== "exact" || (!isShare && !isSingle(figure))) return [];
    const after = sentence.text.slice(figure.end);
    const match = name.exec(after);
    if (!match) return [];
    const named = match[1] ?? "";
    const rest = behind.exec(after.slice(match[0].length))?.[0] ?? "";
    const before = sentence.text.slice(0, figure.start);
    const ofWhole = isShare
      ? /\bof (?:the|our|its|these|those|all)\b/iu.test(figure.text)
      : / of (?:the|our|these|those) /iu.test(match[0])
        ? /\ball $/iu.test(before)
        : true;
    const definite = isShare ? ofWhole : ofWhole && definiteBefore.test(before);
    // A part of those named before is no number of them all.
    if (!isShare && / of (?:the|our|these|those) /iu.test(match[0]) && !definite) return [];
    const own = statesIn(`${named}${rest}`);
    const noun = /[\p{L}’'-]+$/u.exec(named)?.[0] ?? "";
    const whole = statesIn(`${clauseOf(sentence, figure)} ${named}${rest}`);
    const { names: told, rest: left } = definite ? own : whole;
    const states = definite || told.size > 0 ? told : statesIn(sentence.text).names;
    const words = wordsOf(own.rest.replace(noun, " "));
    const value = isShare ? figure.denominator! : figure.value;
    return [
      {
        value,
        printed: isShare ? String(value) : figure.text,
        noun: stem(noun.toLowerCase()),
        states,
        words,
        told: left,
        definite,
        figure,
        sentence,
      },
    ];
  });
}
