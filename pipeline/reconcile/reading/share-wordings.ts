/** A number of a skeleton by what it is in the share: "{C0}" is a count or the base it is of, "{P1}" the percentage. */
const count = String.raw`\{C(?<count>\d+)\}`;
const of = String.raw`\{C(?<of>\d+)\}`;
const percent = String.raw`\{P(?<percent>\d+)\}`;

/** Any words of the same clause; a length of time is one of them. */
const words = String.raw`(?:[^{}.;()]|\{D\d+\})`;
const few = `(?:${words}{0,60}?)`;
/** A longer one, commas left out: what was done, within how many days. */
const clause = String.raw`(?:[^{}.;(),]|\{[DZ]\d+\}){0,90}?`;
const bracketed = String.raw`[^(){}]`;

/** What parts a base from what is counted of it: "of the", "out of a total of". */
const whole = `(?:of|out of|from|among|amongst)(?: (?:${[
  "the",
  "these",
  "those",
  "our",
  "its",
  "all",
  "all the",
  "a total of",
  "a cohort of",
  "a total cohort of",
  "the total of",
  "the total",
].join("|")}))*`;
const ofBase = `(?: ?${whole}) ${of}`;
/** "The", "a total of": before the base of a share in brackets. */
const lead = "(?:the |a total of |our )?";
/** "A rate of", "giving a vacancy rate of". */
const aRateOf = String.raw`[,:] (?:a|giving a|making a) (?:[\w-]+ ){0,2}(?:rate|proportion|percentage|share) of `;
/** What stands before a percentage that closes the statement of two counts. */
const closing = String.raw`(?:, or |, which is |, that is |, i\.e\.,? |,? equal to |${aRateOf}|\(|: | [–-] )`;
/** The end of such a statement: no other whole is named behind it. */
const end = String.raw`(?=\)?(?:[.,;]| of (?:them|those|these|the total)\b|$))`;

/** Wordings that tie a percentage to a count and the number it is of, each with an example. */
const wordings: readonly string[] = [
  // 96 (80.0%) of the 120 · 96 children (80%) out of 120
  `${count}${few}\\(${percent}\\)${few}${ofBase}`,
  // 80% (96) of the 120 · 80% (96 children) of the 120
  `${percent} ?\\(${count}${words}{0,30}\\)${few}${ofBase}`,
  // 80% of the 120 children (96) · 80% of our 120 children, that is 96
  `${percent}${few}${ofBase}${few}(?:\\(|, (?:that is|i\\.e\\.|or|equivalent to|equating to|equal to|amounting to) )${count}`,
  // 62% of the 250 children, 155 in all
  `${percent}${few}${ofBase}${few}, ${count} in (?:all|total)`,
  // 96 of our 120 children (80%) where the words between keep it from being one share
  `${count} (?:\\w+ ){0,4}?(?:were |was )?${whole} (?:\\w+ ){0,2}?${of}${few}` +
    `(?:\\(|, or |, which is |, that is |, equal to |, equivalent to | – | - )${percent}`,
  // 140 of the 158 assessments in the year were finished within 20 working days, a rate of 88.6%
  `${count} ${whole} ${of}${clause}${aRateOf}${percent}${end}`,
  // 188 children had a check out of 226, a rate of 83.2%
  `${count}${words}{0,80}? out of ${lead}${of}${words}{0,60}?(?:\\(|, or |, which is |${aRateOf}| – )${percent}`,
  // 87 children, or 48% of the 160
  `${count}${few}(?:,| –| -)? (?:or|which is|that is|equal to|equivalent to|representing) ${percent}${few}${ofBase}`,
  // The 46 starters were 18.4% of all 250 children · 35 leavers make up 12.5% of the workforce of 280
  `^(?:the |our |all )*${count} [a-z -]{3,40}? (?:is|are|was|were|make up|made up|represent(?:ed)?|account(?:ed)? for) ${percent} of (?:the|all|our) [a-z ]{0,30}?${of}`,
  // 15.2% (14 leavers from 92 posts) · 81% of children in care (201 out of a total of 248)
  `${percent}(?:${words}{0,60}?)? ?\\((?:that is,? |i\\.e\\. )?${count}${bracketed}{0,40}(?:of|from|out of) ${lead}${of}${bracketed}*\\)`,
  // 81% (201 children; 248 in care)
  `${percent} ?\\(${count}(?: ${bracketed}{0,30})?[;,] ${lead}${of} (?!${bracketed}*\\b(?:year|quarter|last|before|earlier|previously|target|planned)\\b)${bracketed}{3,40}\\)`,
  // 158 assessments, 84.2% (133) of them in time · 117 pupils were tracked and 93.2% of them, 109 in number, were there
  `${of}${clause}(?:,| and| [–-]|;|:) ${percent} ?\\(${count}(?: ${bracketed}{0,20})?\\) of (?:them|whom|which|those|these)\\b`,
  `${of}${clause}(?:,| and| [–-]|;|:) ${percent} of (?:them|whom|which|those|these)(?:,| [–-])(?: or| that is)? ${count}(?: ${words}{0,20})?(?:,| [–-])`,
  // 92.8%, rests on 193 plans out of 208
  `${percent},? (?:(?:rests?|is based|based|is founded) on|reflects|represents|comes from|means|stands for) (?:the )?${count}(?: [\\p{L}’'-]+){0,3}? ${whole} ${of}`,
  // The 47 starters (of whom 31 stayed, 66.0%)
  `${of}(?: ${words}{0,40})? ?\\(of (?:which|whom|these|those) ${count}${bracketed}{0,60}, (?:or )?${percent}\\)`,
  // 201 (of 248), 81.0%
  `${count} ?\\((?:out )?of ${lead}${of}\\)${few}(?:[,:]| [–-]|\\() ?${percent}`,
  // 81% had seen a dentist: 201 children of the 248
  `${percent}${few}(?::| [–-]|;) ${count}(?: [\\p{L}’'-]+){1,3} (?:of|out of|from|among) ${lead}${of}(?: [\\p{L}’'-]+){0,4}${end}`,
  // 58 young people, 60.4% of the cohort of 96
  `${count}${clause}(?:, (?:or )?| [–-] )${percent} of (?:the|all|our)(?: [\\p{L}’'-]+){0,4}? ${of}(?: [\\p{L}’'-]+){0,4}${end}`,
  // 138 plans (43.0% of the 350)
  `${count}(?: ${bracketed}{0,60})? ?\\(${percent} of ${lead}(?:[\\p{L}’'-]+ ){0,4}?${of}(?: [\\p{L}’'-]+){0,4}\\)`,
  // 201 had one, and that is 81.0% of all 248
  `${count}${clause}(?:,|;)?(?: and)? (?:that|this|it|which) (?:is|was|represents|equals|equates to|makes|amounts to|means) ${percent} of (?:the|all|our)(?: [\\p{L}’'-]+){0,4}? ${of}`,
  // 12.5%: 14 leavers from an average of 112 posts
  `${percent}: ${count}[^(){}.;]{0,40} (?:of|from|out of) (?:the |an average of |a total of |our )?${of}`,
  // 64 posts, of which 9 are vacant, a vacancy rate of 14% · 1,186 assessments, 982 of them in time: 82.8%
  `${of}${clause},? (?:of (?:which|whom) ${count}|${count} of (?:which|whom|them|these|those))${clause}${closing}${percent}${end}`,
  // 1,642 assessments out of 2,187 were signed off in time, 75.1% of those completed
  `${count}${clause} out of ${lead}${of}${clause}, ${percent} of (?:them|those|these|the total)\\b`,
  // 96/120 (80%) · 80% (96/120)
  `${count} ?/ ?${of}${few}(?:\\(|, or |, | = | – )${percent}`,
  `${percent} ?\\(${count} ?/ ?${of}\\)`,
];

export const shareWordings: readonly RegExp[] = wordings.map((wording) => new RegExp(wording, "giu"));
