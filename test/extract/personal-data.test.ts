import { describe, expect, it } from "vitest";
import { findPeople } from "../../pipeline/extract/people/find-people.ts";
import { personalDataRemover, removeLeadNames, withoutPersonalData } from "../../pipeline/extract/personal-data.ts";

/** As in a run: names are found in the whole document, here one text, and taken out of each part of it. */
const removePersonalData = (text: string, ...document: string[]): string => personalDataRemover(findPeople([text, ...document]))(text);
const remove = personalDataRemover([]);

describe("personal data", () => {
  it.each([
    ["Cllr Jane Smith said that 82% of children had a dental check.", "Cllr [name removed] said that 82% of children had a dental check."],
    ["Councillor O'Brien-Jones, Executive Member for Children", "Councillor [name removed], Executive Member for Children"],
    [
      "Present: Cllrs A Brown, C. D. White and Patel; the Director",
      "Present: Cllrs [name removed], [name removed] and [name removed]; the Director",
    ],
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
    [
      "said Cllr Jane Quigley (jane.quigley@council.gov.uk, 01234 567890).",
      "said Cllr [name removed] ([e-mail removed], [telephone removed]).",
    ],
    ["Tel: 020 7421 6666 or 07700 900123", "Tel: [telephone removed] or [telephone removed]"],
    [
      "Cllrs Mrs C Green (Chairman), Mrs A L White (Vice-Chairman), N B Black and B Wells",
      "Cllrs Mrs [name removed] (Chairman), Mrs [name removed] (Vice-Chairman), [name removed] and [name removed]",
    ],
    ["Dear Mr Foster", "Dear Mr [name removed]"],
    ["Jane Smith, Director of Children’s Services, said 82%", "[name removed], Director of Children’s Services, said 82%"],
    ["Ngozi Adeyemi – Interim Head of Service", "[name removed] – Interim Head of Service"],
    ["Head of Quality Assurance (Xiu Li Wang) reported", "Head of Quality Assurance ([name removed]) reported"],
    ["Lead inspector: Peter McEntee", "Lead inspector: [name removed]"],
    ["Report author Jo Bloggs", "Report author [name removed]"],
    ["Senior data analyst: Ida Brown", "Senior data analyst: [name removed]"],
    [
      "Team inspectors: Ann Grey HMI, Paul Black HMI, Sean Green, Acting Senior HMI",
      "Team inspectors: [name removed] HMI, [name removed] HMI, [name removed], Acting Senior HMI",
    ],
    ["Chaired by Mrs A. Patel", "Chaired by Mrs [name removed]"],
    [
      "Report of Sue White, Director of Children's Services (sue.white@council.gov.uk)",
      "Report of [name removed], Director of Children's Services ([e-mail removed])",
    ],
    ["please ask for Ruth Brown direct line 0300 300 8000", "please ask for [name removed] direct line [telephone removed]"],
    [
      "In March, Priya Sharma told members that 12 children had moved.",
      "In March, [name removed] told members that 12 children had moved.",
    ],
    ["Sarah-Jane O’Neill noted that the rate had risen", "[name removed] noted that the rate had risen"],
    ["SUSAN WHITE, Director; later Susan White left", "[name removed], Director; later [name removed] left"],
    [
      "Ring (020) 7421 6666 ext. 123, +44 (0)20 7421 6666, +44 7700 900123 or 0044 1234 567890.",
      "Ring [telephone removed], [telephone removed], [telephone removed] or [telephone removed].",
    ],
    [
      "01234-567-890, 01234567890, 0300.123.1231, 07700 900 123",
      "[telephone removed], [telephone removed], [telephone removed], [telephone removed]",
    ],
    ["Ext 75066 or extension 4021", "[telephone removed] or [telephone removed]"],
    ["T 0300 123 1231 F jane.green @ council.gov.uk", "T [telephone removed] F [e-mail removed]"],
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
    "Pupil Premium, Key Stage 4, Early Help, Staying Put, Public Law Outline and Ofsted",
    "Gypsy Roma Traveller, White British and Black Caribbean children",
    "the Terrence Higgins Trust, the Anna Freud Centre, Queen Elizabeth Hospital and Elizabeth Fry Unit",
    "Leighton Buzzard, Houghton Regis, Milton Keynes, Bradley Stoke, Clay Cross and Shepton Mallet",
    "led by Waltham Forest and Tower Hamlets; Report of Milton Keynes",
    "between 01/04/2018 and 31.03.2019 10.30, extension 2018/19, contract extension 2020",
    "0.123 0.456 0.789 and 0 12 345 6789",
    "April May June July August: 12 13 14 15 16",
    "Children in Care Council, South Gloucestershire Safeguarding Children Board",
  ])("is not seen in %j", (text) => {
    expect(removePersonalData(text)).toBe(text);
    expect(removePersonalData(removePersonalData(text))).toBe(text);
  });

  it("goes from leads of actions, where roles stay", () => {
    expect(removeLeadNames("Jane Smith, Head of Service", remove)).toBe("[name removed], Head of Service");
    expect(removeLeadNames("Head of Service (J Smith)", remove)).toBe("Head of Service ([name removed])");
    for (const role of [
      "Head of Corporate Parenting",
      "Virtual School Head",
      "Assistant Director, Quality Assurance",
      "Fostering Team / Housing",
      "IRO Manager",
      "DCS",
    ])
      expect(removeLeadNames(role, remove)).toBe(role);
  });

  it("leaves a row without any as it is", () => {
    const row = { quote: "82% had a check", value: 82 };
    expect(withoutPersonalData(row, remove, "quote", "value")).toBe(row);
    expect(withoutPersonalData({ quote: "Mr Smith: 82%", value: 82 }, remove, "quote").quote).toBe("Mr [name removed]: 82%");
  });

  it("goes wherever else the document holds the name", () => {
    expect(removePersonalData("Nhlanganiso Nyathi found that 82%", "Nhlanganiso Nyathi, His Majesty’s Inspector")).toBe(
      "[name removed] found that 82%",
    );
    expect(removePersonalData("Xola Dube: 82%", "Contact xola.dube@council.gov.uk")).toBe("[name removed]: 82%");
    expect(removePersonalData("Dube, Xola | 82%", "Report author: Xola Dube")).toBe("[name removed] | 82%");
  });

  it("takes time in proportion to the length of words and texts", () => {
    const from = performance.now();
    for (const one of [
      "x",
      "Xx",
      "X",
      "x-",
      "x.",
      "x'",
      "0 ",
      "01234 ",
      "Ann ",
      "a@",
      "a.b@",
      "Jane Smith ",
      "Cllr ",
      "Mr Foster ",
      "Head of ",
      "A. ",
      "x1234 ",
      "Jane Smith, Director ",
    ]) {
      const long = one.repeat(100_000 / one.length);
      expect(removePersonalData(`${long} HMX and Dr ${long} 12%`)).toMatch(/12%$/);
    }
    const crowd = Array.from(
      { length: 20_000 },
      (_, n) => `Ann Person${String.fromCharCode(97 + (n % 26), 97 + ((n / 26) % 26), 97 + ((n / 676) % 26), 97 + n / 17576)}`,
    ).join("; ");
    expect(removePersonalData(crowd)).toMatch(/^\[name removed\]; /);
    expect(performance.now() - from).toBeLessThan(15_000);
  });
});
