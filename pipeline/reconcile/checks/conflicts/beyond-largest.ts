import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { stem, stemsOf, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** "A maximum of 26", "the heaviest load was 24", "scores ran from 4 to 31". */
const largest = [
  /\b(?:maximum|largest|highest|longest|greatest|heaviest|biggest|dearest|oldest|most (?:expensive|costly|cases|children))\b[^.;:{}]{0,40}?\{([CDM])(\d+)\}/giu,
  /\b(?:ran|rang(?:ed|ing)|varied|went) from [^{}]{0,10}\{[CDM]\d+\} to [^{}]{0,10}\{([CDM])(\d+)\}/giu,
];
/** "One worker held 33", "the most troubled child scored 36". */
const held =
  /(?:\{C(\d+)\}|\b(?:an?|another|the most [\p{L}]+)) (?:[\p{L}’'-]+ ){1,5}?(?:h[eo]ld|holds|had|has|carried|carries|scored|waited|costs?|took|lasted|stayed|paid|(?:was|is) (?:carrying|holding|working with)|had a (?:caseload|load|score|wait|total) of) (?:a (?:caseload|load|score|wait|total) of |as (?:many|much|long) as |some )?\{([CDM])(\d+)\}/giu;

/** What may be, or was to be, is no largest that there was; nor is that of others, of another time or of some. */
const notReal = wordings`
  should|may|must|can|cannot|could|would|will|no more than|not more than|not exceed|allowed|agreed|set|polic(?:y|ies)|standard|target|ceiling|limit|
  possible|aims?|if|planned|guidance|grant|capacity|recommended|scale|rate|average|increase|rise|fall|change|gap|difference|share|percentage`;
const apart = wordings`
  then|since|later|last|previous(?:ly)?|earlier|before|ago|formerly|until|now|after|apart from|except|but for|other than|exceptionally|temporar\w+|
  forecast|england|national\w*|neighbour\w*|region\w*|briefly|at one (?:point|time)|at (?:its|the) peak|during`;

/** How far behind the largest the one beyond it may be told, in sentences, and how much larger it may be. */
const [reach, farthest] = [4, 2];
const ordinary = wordSet(
  `with from that this were have been which their there number total average most more than only each over into they them`,
);
const words = (text: string): Set<string> => stemsOf(text.replace(/[’']s\b/gu, ""), ordinary);
const noun = (sentence: Sentence, { end }: TextFigure): string =>
  stem(
    /^ ((?!(?:and|in|at|on|for|of|a|per|to|by|with|while|but|when)\b)\p{L}{3,})/iu.exec(sentence.text.slice(end))?.[1]?.toLowerCase() ?? "",
  );

type Largest = { figure: TextFigure; sentence: Sentence; scope: string };

const largestIn = (sentence: Sentence): Largest[] =>
  largest.flatMap((each) =>
    [...sentence.skeleton.matchAll(each)].flatMap((match): Largest[] => {
      const figure = figureAt(sentence, match[2]!);
      const clause = sentence.text.slice(Math.max(0, figure.start - 60), figure.end + 25);
      if (notReal.test(match[0]) || apart.test(clause) || !["exact", "at_most"].includes(figure.qualifier) || figure.decimals > 0)
        return [];
      // "A maximum of 26 in the assessment service": of what alone it is the largest.
      const scope =
        /^[^.;,]{0,20}?\b(?:in|for|of|at|by) (?:the |our |an? )?((?:\p{L}[\p{L}’'-]+ ?){1,5})/iu.exec(
          sentence.text.slice(figure.end),
        )?.[1] ?? "";
      const before =
        /\b(?:in|for|of) (?:the |our |an? )?((?:[a-z’'-]+ ){1,3}(?:team|service|home|unit|area|group|appointment|treatment|stage))\b/iu.exec(
          match[0],
        )?.[1] ?? "";
      return [{ figure, sentence, scope: `${scope} ${before}` }];
    }),
  );

/** Teams are told apart by their names alone. */
const places = wordSet("team teams service services home homes unit units area areas group groups year", stem);
/** Of all, or of the one that the words name. */
const isOf = (scope: string, text: string): boolean => {
  const named = [...words(scope)].filter((word) => !places.has(word));
  return named.length === 0 || named.some((word) => words(text).has(word));
};

const shareTime = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((time) => b.includes(time));

function report(reading: Reading): Finding[] {
  return reading.passages.flatMap((passage) =>
    passage.flatMap((sentence, at): Finding[] => {
      const told = largestIn(sentence);
      if (told.length === 0) return [];
      const around = `${passage[at - 1]?.text ?? ""} ${sentence.text}`;
      const times = [...(passage[at - 1]?.times ?? []), ...sentence.times];
      return passage.slice(at + 1, at + 1 + reach).flatMap((later): Finding[] =>
        [...later.skeleton.matchAll(held)].flatMap((match): Finding[] => {
          const figure = figureAt(later, match[3]!);
          const one = match[1] === undefined ? null : figureAt(later, match[1]);
          if ((one !== null && (one.value !== 1 || one.form !== "word")) || figure.qualifier !== "exact" || figure.decimals > 0) return [];
          if (notReal.test(later.text) || apart.test(later.text) || !shareTime(times, later.times)) return [];
          const [shared, counted] = [words(around), noun(later, figure)];
          const isNamed = counted !== "" && [...shared].some((word) => word.startsWith(counted));
          const isShared = [...words(later.text)].some((word) => shared.has(word)) && (counted === "" || figure.measure !== "number");
          const over = told.find(
            (bound) =>
              bound.figure.measure === figure.measure &&
              figure.value > bound.figure.value &&
              figure.value <= farthest * bound.figure.value &&
              isOf(bound.scope, later.text),
          );
          if (!over || !(isNamed || isShared) || later.figures.some(({ value }) => value === over.figure.value)) return [];
          return oneFinding(reading, {
            kind: "conflict",
            severity: "warning",
            stated: `${over.figure.text}; ${figure.text}`,
            place: `${sentence.place}; ${later.place}`,
            quote: `${sentence.text} / ${later.text}`,
            heading: `${over.figure.text} as the largest, then ${figure.text}`,
            message: `The largest is given as ${over.figure.text}, and then one of ${figure.text} is told.`,
          });
        }),
      );
    }),
  );
}

export const beyondLargest = perDocument("conflict", "One that is larger than what is told to be the largest", report);
