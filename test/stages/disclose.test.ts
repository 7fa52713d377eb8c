import { describe, expect, it } from "vitest";
import { indicators } from "../../pipeline/indicators/all.ts";
import { createRegister } from "../../pipeline/model/authority-register.ts";
import { parseLocal } from "../../pipeline/readers/local/parse-local.ts";
import { discloseFindings } from "../../pipeline/stages/disclose.ts";

const bedford = {
  authority_code: "E06000055",
  dfe_code: "822",
  authority: "Bedford",
  region_code: "E12000006",
  region: "East of England",
  last_year: null,
};
const content = [
  "indicator,period,value,numerator,denominator",
  "health.dental_checks,2025/26 Q1,3.3,4,137",
  'health.dental_checks,2025/26 Q2,"3 girls",,',
  "health.dental_checks,2025/26 Q3,,5,4",
  "health.dental_checks,2025/26 Q7,9,,",
].join("\n");

describe("findings about authorities' own files", () => {
  const { findings } = parseLocal("Bedford.csv", content, createRegister([bedford]), indicators);

  it("repeat no figure of theirs in public, and still say where to look", () => {
    const seen = discloseFindings(findings, false, ["Bedford.csv"]);
    const text = JSON.stringify(seen.map(({ message, stated, expected }) => [message, stated, expected]));
    expect(text).not.toMatch(/3\.3|\b4 of\b|3 girls|count 5|found 4/);
    expect(seen.map(({ place }) => place)).toEqual(findings.map(({ place }) => place));
    expect(text).toContain("line 3, column value");
    expect(text).toContain("2025/26 Q7");
  });

  it("stay as they are with --internal, and for other files", () => {
    expect(discloseFindings(findings, true, ["Bedford.csv"])).toEqual(findings);
    expect(discloseFindings(findings, false, [])).toEqual(findings);
  });
});
