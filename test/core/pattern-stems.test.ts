import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayMatch, stemsOf } from "../../pipeline/core/pattern-stems.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { expandWords } from "../../pipeline/extract/prose/vocabulary.ts";

describe("stems of a pattern", () => {
  it.each<[string, string[][]]>([
    ["pathway plans?", [["pathway plan"]]],
    ["(?:dental|dentists?) checks?", [["dental", "dentist"], ["check"]]],
    ["dental|dentists?|teeth", [["dental", "dentist", "teeth"]]],
    ["dental|\\d+", []],
    ["(?:up[- ]to[- ]date )?peps?", [["pep"]]],
    ["# (?:children )?adopted(?= in)", [["adopted"]]],
    ["(?<!not )immuni[sz]ed", [["immuni"]]],
    ["colou?rs{2}", [["colo"]]],
    ["(?<name>looked|taken){1,2} [a-z]{3,9}", [["looked", "taken"]]],
    ["\\p{L}+ of", []],
    ["\\u00a0abc\\x41def", [["abc"], ["def"]]],
    ["[^)|(]{0,4}stay\\.put", [["stay"], ["put"]]],
    ["(?:a|b) (?:in)*", []],
    ["", []],
  ])("%j", (source, expected) => expect(stemsOf(source)).toEqual(expected));

  it("knows no text without a stem that the pattern matches", () => {
    const sources = indicators.flatMap(({ phrases }) => phrases.flatMap((one) => [...one.any, ...(one.frames ?? [])])).map(expandWords);
    const texts = [
      "# children were adopted",
      "# care leavers are in touch",
      "reviews were on time",
      "had a dental check",
      "the average sdq score was #",
      "# looked after children",
      "caseloads of #",
      "agency staff",
      "the number of children in care was #",
      "# uasc",
      "staying put",
      "proceedings",
    ];
    const joined = fc
      .array(fc.constantFrom(...texts, ...sources.flatMap((source) => source.match(/[a-z]{4,}/g) ?? []).slice(0, 400)), {
        minLength: 1,
        maxLength: 12,
      })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(joined, fc.constantFrom(...sources), (text, source) => {
        if (new RegExp(source).test(text)) expect(mayMatch(stemsOf(source), text)).toBe(true);
      }),
      { numRuns: 4000, seed: 5 },
    );
  });

  it("reads any source to its end", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab(|)?*+{}[]\\:<=!dp1, "), maxLength: 40 }), (source) => {
        stemsOf(source);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});
