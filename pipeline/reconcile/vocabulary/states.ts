import { wordings } from "./patterns.ts";

/** What children, carers and staff may be, by whatever words: "left care", "ceased to be looked after". In order: the first that fits takes its words. */
const states: readonly (readonly [name: string, words: RegExp])[] = [
  ["care leavers", wordings`care leavers?|leaving care (?:team|service)|left care team`],
  [
    "left care",
    wordings`
    (?:left|leaving|leave|exit(?:s|ed|ing)?(?: from)?) (?:our |the council['’]s )?care|
    (?:ceased|ceasing|cease) to be (?:looked after|in care)|stopped being looked after`,
  ],
  [
    "came into care",
    wordings`
    (?:came|come|coming|taken|entered|entering|received) (?:in)?to (?:our )?care|(?:entered|entering) care|
    (?:became|becoming|started to be) (?:looked after|in care)|starting to be looked after`,
  ],
  ["special guardianship", wordings`special guardian(?:s|ship)?(?: orders?)?|sgos?`],
  ["adoption", wordings`adopt(?:ion|ions|ed)?(?: orders?)?`],
  ["a protection plan", wordings`(?:child )?protection plans?|cp plans?|on (?:a )?plans?|ha(?:d|ve|s) a plan`],
  ["in need", wordings`(?:children|are|were) in need(?! of)|in need plans?`],
  [
    "looked after",
    wordings`
    looked[- ]after|look(?:s|ing)? after|(?:in|for) (?:the )?(?:public |our |its |local authority |council['’]s )?care|
    in the (?:council|authority)['’]s care|car(?:ed|ing|es) for|corporate parents?`,
  ],
  ["missing", wordings`(?:went|go|goes|gone|going|reported|were|was)? ?missing`],
  ["unaccompanied", wordings`unaccompanied(?: asylum[- ]seeking)?|uasc`],
  ["on roll", wordings`(?:on|on the) roll`],
];

/** The states that a text names, and what of it is left when their words are taken out. */
export function statesIn(text: string): { names: ReadonlySet<string>; rest: string } {
  const names = new Set<string>();
  let rest = text;
  for (const [name, words] of states) {
    if (!words.test(rest)) continue;
    names.add(name);
    rest = rest.replace(new RegExp(words.source, "giu"), " ");
  }
  return { names, rest };
}
