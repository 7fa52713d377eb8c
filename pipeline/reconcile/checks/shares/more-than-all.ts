import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";

const verbs =
  "(?:were|was|had|have|has|are|is|took|accepted|attended|completed|chose|went|came|left|received|met|said|live|lived|achieved|passed|remain|remained|returned|replied)";
const forms: readonly { pattern: RegExp; ofFirst: boolean }[] = [
  // Of the 52 interviews offered, 58 were accepted
  {
    pattern: new RegExp(
      `^(?:of|out of)(?: (?:the|these|those|our|all|a total of))* (?:\\w+ ){0,2}?\\{C(\\d+)\\} [^{}.;]{2,80}?,? \\{C(\\d+)\\} (?:\\([^()]*\\) )?(?:\\w+ly )?${verbs}\\b`,
      "giu",
    ),
    ofFirst: true,
  },
  // 58 of the 52 interviews
  {
    pattern:
      /\{C(\d+)\} (?:(?:children|young people|pupils|visits|reviews|assessments|plans) )?(?:out of|of) (?:the |our |these |all |all the )\{C(\d+)\}/giu,
    ofFirst: false,
  },
  { pattern: /\{C(\d+)\} out of \{C(\d+)\}/giu, ofFirst: false },
  // 143 young people in every 100
  {
    pattern: /\{C(\d+)\} (?:(?:children|young people|pupils|care leavers|carers|families|plans) )?(?:in|out of|of) every \{C(\d+)\}/giu,
    ofFirst: false,
  },
];

/** "112 of the 100 planned": more may come than were foreseen. */
const foreseen = /^(?: \w+){0,2} (?:planned|foreseen|forecast|expected|funded|budgeted|targeted|projected|commissioned)\b/iu;

/** A part that is larger than what it is a part of. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  return forms
    .flatMap(({ pattern, ofFirst }) =>
      [...sentence.skeleton.matchAll(pattern)].flatMap((match): Finding[] => {
        const [a, b] = [figureAt(sentence, match[1]!), figureAt(sentence, match[2]!)];
        const [of, part] = ofFirst ? [a, b] : [b, a];
        if (
          part.value <= of.value ||
          part.qualifier !== "exact" ||
          of.qualifier !== "exact" ||
          part.denominator !== null ||
          foreseen.test(sentence.text.slice(of.end)) ||
          of.denominator !== null
        )
          return [];
        return oneFinding(reading, {
          kind: "arithmetic",
          severity: "error",
          stated: `${part.text} of ${of.text}`,
          expected: `at most ${of.text}`,
          quote: sentence.text,
          place: sentence.place,
          heading: `${part.text} of ${of.text}: a part larger than the whole`,
          message: `The sentence counts ${part.text} of ${of.text}; a part cannot be larger than the whole.`,
        });
      }),
    )
    .slice(0, 1);
}

export const moreThanAll = perSentence("arithmetic", "A part larger than its whole", report);
