import { describe, expect, it } from "vitest";
import { removeLeadNames, removePersonalData, withoutPersonalData } from "../../pipeline/extract/personal-data.ts";

describe("personal data", () => {
  it.each([
    ["Cllr Jane Smith said that 82% of children had a dental check.", "Cllr [name removed] said that 82% of children had a dental check."],
    ["Councillor O'Brien-Jones, Executive Member for Children", "Councillor [name removed], Executive Member for Children"],
    ["Present: Cllrs A Brown, C. D. White and Patel; the Director", "Present: Cllrs [name removed], [name removed] and [name removed]; the Director"],
    ["Mr Smith and Mrs J McDonald attended", "Mr [name removed] and Mrs [name removed] attended"],
    ["Dr. Anna van der Berg Designated Doctor", "Dr. [name removed] Designated Doctor"],
    ["Report author: Mary Ann Evans, Head of Virtual School", "Report author: [name removed], Head of Virtual School"],
    ["Contact: Tom Green, direct line 0300 300 8000", "Contact: [name removed], direct line [telephone removed]"],
    ["Yours sincerely\nRebecca Hill\nHer Majesty’s Inspector", "Yours sincerely\n[name removed]\nHer Majesty’s Inspector"],
    ["The inspectors were Paul Black and Ann Grey.", "The inspectors were [name removed] and [name removed]."],
    ["Reporting inspector Paul Black HMI", "Reporting inspector [name removed] HMI"],
    ["led by Senior Inspector Ann Grey, HMI, in May", "led by Senior Inspector [name removed], HMI, in May"],
    ["write to ann.grey@council.gov.uk by 31 March", "write to [e-mail removed] by 31 March"],
    ["Ann Grey (ann.grey@council.gov.uk)", "[name removed] ([e-mail removed])"],
    ["said Cllr Jane Quigley (jane.quigley@council.gov.uk, 01234 567890).", "said Cllr [name removed] ([e-mail removed], [telephone removed])."],
    ["Tel: 020 7421 6666 or 07700 900123", "Tel: [telephone removed] or [telephone removed]"],
  ])("goes from %j", (text, clean) => {
    expect(removePersonalData(text)).toBe(clean);
  });

  it.each([
    "St Mary's School and Dr Challoner's Grammar School had 12 pupils.",
    "Sir William Borlase School",
    "Councillors asked for training. Councillor Training is offered.",
    "Members of the Corporate Parenting Panel, Milton Keynes Council and Central Bedfordshire",
    "The Director of Children's Services, Head of Virtual School",
    "Contact: Milton Keynes Council",
    "Inspectors were pleased that 0 of 123 children waited 012 weeks",
    "| Q1 | 020 | 742 | 1666 | 85.0% | 0.300 |",
    "In 2016/17, 1,234 of 5,678 (21.7%)",
    "Her Majesty’s Inspectors and Senior HMI visited",
  ])("is not seen in %j", (text) => {
    expect(removePersonalData(text)).toBe(text);
    expect(removePersonalData(removePersonalData(text))).toBe(text);
  });

  it("goes from leads of actions, where roles stay", () => {
    expect(removeLeadNames("Jane Smith, Head of Service")).toBe("[name removed], Head of Service");
    expect(removeLeadNames("Head of Service (J Smith)")).toBe("Head of Service ([name removed])");
    for (const role of ["Head of Corporate Parenting", "Virtual School Head", "Assistant Director, Quality Assurance", "Fostering Team / Housing", "IRO Manager", "DCS"]) expect(removeLeadNames(role)).toBe(role);
  });

  it("leaves a row without any as it is", () => {
    const row = { quote: "82% had a check", value: 82 };
    expect(withoutPersonalData(row, "quote", "value")).toBe(row);
    expect(withoutPersonalData({ quote: "Mr Smith: 82%", value: 82 }, "quote").quote).toBe("Mr [name removed]: 82%");
  });

  it("takes time in proportion to the length of words", () => {
    const long = `Unaccompanied${"asylumseeking".repeat(400)} Looked${"after".repeat(800)} 12`;
    const from = performance.now();
    expect(removePersonalData(`${long} HMX and Dr ${long}`)).not.toBe("");
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
