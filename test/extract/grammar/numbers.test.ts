import { describe, expect, it } from "vitest";
import { findFigures, parseFigure } from "../../../pipeline/extract/grammar/numbers.ts";

const read = (text: string) =>
  findFigures(text).map((f) => [f.value, ...(f.valueHigh === null ? [] : [f.valueHigh]), f.measure, f.qualifier].join(" "));

describe("findFigures", () => {
  it.each<[string, string[]]>([
    ["rates are low at 73%.", ["73 percent exact"]],
    ["approximately 56,400 children", ["56400 number approx"]],
    ["Ninety-six per cent of children", ["96 percent exact"]],
    ["Sixty-one young people", ["61 number exact"]],
    ["one hundred and twenty-three carers", ["123 number exact"]],
    ["a hundred and one of them, and a hundred times more", ["101 number exact"]],
    ["12 constructor days in the low constructor", ["12 number exact"]],
    ["almost two thirds of care leavers", ["66.7 percent almost"]],
    ["almost two-thirds of care leavers", ["66.7 percent almost"]],
    ["just under a third of the workforce", ["33.3 percent under"]],
    ["three quarters (75%)", ["75 percent exact", "75 percent exact"]],
    ["approximately half of its care leavers", ["50 percent approx"]],
    ["a half of pupils", ["50 percent exact"]],
    ["one in three reaches", ["33.3 percent exact"]],
    ["between 15 and 23 cases", ["15 23 number range"]],
    ["between 77% and 89%", ["77 89 percent range"]],
    ["12–16 days", ["12 16 days range"]],
    ["from 52% to 17%", ["52 percent exact", "17 percent exact"]],
    ["rate of 48.3 per 10,000 children", ["48.3 rate_per_10k exact"]],
    ["(42 against 41 per 10,000)", ["42 rate_per_10k exact", "41 rate_per_10k exact"]],
    ["up to £2,500 and £76k, £19 million, £1m", ["2500 gbp at_most", "76000 gbp exact", "19000000 gbp exact", "1000000 gbp exact"]],
    ["funding of £5000,00, and £8, 200, .00", ["5000 gbp exact", "8200 gbp exact"]],
    ["within 20 working days", ["20 days at_most"]],
    ["no more than 18 cases", ["18 number at_most"]],
    ["an increase of 3 percentage points", ["3 points exact"]],
    ["all bar three", ["3 number exact"]],
    ["a group of two or A2 or 4b", ["2 number exact"]],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("keeps numerator and denominator of n of N", () => {
    expect(findFigures("70 children")[0]).toMatchObject({ numerator: null, denominator: null });
    expect(findFigures("4 of the 54 young people")[0]).toMatchObject({ value: 4, numerator: 4, denominator: 54 });
    expect(findFigures("17 out of 20 plans")[0]).toMatchObject({ value: 17, numerator: 17, denominator: 20 });
  });

  it("passes over masked stretches", () => {
    expect(findFigures("aged 5 to 16, 40 children", [{ start: 0, end: 12 }]).map((f) => f.value)).toEqual([40]);
  });
});

describe("parseFigure", () => {
  it.each<[string, number | null]>([
    ["57.5%", 57.5],
    ["(289)", 289],
    ["£4,500.00", 4500],
    ["1,234", 1234],
    ["-", null],
    ["n/a", null],
    ["2015/16", null],
    ["12 children", null],
  ])("%s", (cell, value) => expect(parseFigure(cell)?.value ?? null).toBe(value));
});
