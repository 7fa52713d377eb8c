import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { describeDocument } from "../../../pipeline/extract/describe/describe-document.ts";
import type { Authority } from "../../../pipeline/model/authority.ts";
import type { DocumentRow } from "../../../pipeline/model/document.ts";
import { parseManifest } from "../../../pipeline/readers/manifest.ts";
import { readDocument } from "../../../pipeline/readers/read-document.ts";

const root = new URL("../../../", import.meta.url);
const rows: Record<string, string>[] = parse(readFileSync(new URL("data/reference/authorities.csv", root)), { columns: true });
const authorities: Authority[] = rows.map((row) => ({
  authority_code: row.authority_code ?? "",
  dfe_code: row.dfe_code ?? "",
  authority: row.authority ?? "",
  region_code: row.region_code ?? "",
  region: row.region ?? "",
  last_year: Number(row.last_year),
}));

async function describeText(text: string, name = "a.txt"): Promise<DocumentRow> {
  return describeDocument(await readDocument(name, new TextEncoder().encode(text)), null, authorities);
}

describe("the seeds without their manifest", () => {
  const { entries } = parseManifest(readFileSync(new URL("seeds/manifest.json", root), "utf8"));

  it.each(entries)("$document is described as its entry has it", async (entry) => {
    const source = await readDocument(entry.document, new Uint8Array(readFileSync(new URL(`seeds/${entry.document}`, root))));
    const own = describeDocument(source, null, authorities);
    const { document, title, publisher, kind, authority, published, event_start, event_end } = entry;
    expect(own).toMatchObject({ document, title, publisher, kind, authority, published, event_start, event_end });
    expect(describeDocument(source, entry, authorities)).toEqual(own);
  });
});

describe("published reports (needs the corpus beside the project)", () => {
  const corpus = new URL("../shared/corpus/", root);
  const absent = !existsSync(corpus);
  const expected = [
    ["14 january 2022", "Bedford", "2022-01-14", "2021-11-15", "2021-11-26"],
    ["04 march 2022", "Central Bedfordshire", "2022-03-04", "2022-01-17", "2022-01-21"],
    ["25 august 2017", "Central Bedfordshire", "2017-08-25", "2017-06-12", "2017-07-06"],
    ["12 may 2015", "Devon", "2015-05-12", "2015-02-24", "2015-03-18"],
    ["20 july 2015", "Nottinghamshire", "2015-07-20", "2015-05-11", "2015-06-04"],
    ["27 march 2015", "Somerset", "2015-03-27", "2015-01-20", "2015-02-11"],
    ["08 may 2019", "South Gloucestershire", "2019-05-08", "2019-03-04", "2019-03-15"],
  ] as const;

  it.skipIf(absent).each(expected)("%s", async (date, authority, published, event_start, event_end) => {
    const name = readdirSync(corpus).find((file) => file.includes(date)) ?? "";
    const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(name), corpus)));
    // The name of the file says the date, so that reports which print none have it; it never says the authority.
    const source = await readDocument(`report - ${date}.pdf`, bytes);
    expect(describeDocument(source, null, authorities)).toMatchObject({
      authority,
      published,
      event_start,
      event_end,
      kind: "inspection report",
      publisher: "Ofsted",
    });
  });
});

describe("the authority of a document", () => {
  const letter = (name: string): string =>
    `Ofsted\nPiccadilly Gate\nManchester\nM1 2WD\n\n18 December 2019\n\nDear Director\n\nFocused visit to ${name} children’s services\n\nThis letter summarises the findings of a focused visit to ${name} on 23 and 24 October 2019.\n\nFindings\n\nSocial workers in ${name} know children well. Children placed in Reading and Kent are seen as often.`;
  const printed = (name: string): string => name.replace(/^(.*), (City|County) of$/, "$1").replace(/^County (.*)$/, "$1");

  it.each([...new Set(authorities.map((a) => a.authority))])("%s is found in a letter about it", async (name) => {
    expect((await describeText(letter(`${printed(name)} Council`))).authority).toBe(name);
  });

  it.each([
    ["St Helens Metropolitan Borough Council", "St. Helens"],
    ["Hull City Council", "Kingston upon Hull, City of"],
    ["Bristol City Council", "Bristol, City of"],
    ["Durham County Council", "County Durham"],
    ["Telford & Wrekin Council", "Telford and Wrekin"],
    ["the Royal Borough of Kensington and Chelsea", "Kensington and Chelsea"],
    ["Stoke-on-Trent City Council", "Stoke-on-Trent"],
    ["Southend on Sea Borough Council", "Southend-on-Sea"],
    ["Bath & North East Somerset Council", "Bath and North East Somerset"],
    ["Newcastle City Council", "Newcastle upon Tyne"],
    ["Bournemouth, Christchurch and Poole Council", "Bournemouth, Christchurch and Poole"],
    ["Cheshire West & Chester Council", "Cheshire West and Chester"],
  ])("%s is %s", async (written, name) => {
    expect((await describeText(letter(written))).authority).toBe(name);
  });

  it("is not the neighbour whose name stands inside it", async () => {
    const row = await describeText(
      "Corporate Parenting Panel\n\nCentral Bedfordshire works with Bedford, Luton and Bedford Borough.\n\nChildren in Central Bedfordshire, and some in Bedford, go to school in Central Bedfordshire.",
    );
    expect(row.authority).toBe("Central Bedfordshire");
  });

  it("of a name that an abolished and a present authority share is settled by the date", async () => {
    const report = (year: number): string =>
      `Inspection of services for children in Dorset County Council\n\nReport published: 3 May ${year}\n\nDorset is good.`;
    const codes = new Set([2016, 2022].map(async (year) => (await describeText(report(year))).authority_code));
    const [before, after] = await Promise.all(codes);
    expect(before).not.toBe(after);
    expect(authorities.find((a) => a.authority_code === after)?.last_year).toBeGreaterThan(2022);
  });

  it("is empty when none is named, whatever words the text begins with", async () => {
    expect(
      await describeText("Reading, writing and mathematics\n\nReading has improved in all key stages. Bury the hatchet."),
    ).toMatchObject({ authority: "", authority_code: "" });
  });
});

describe("kind, title and dates", () => {
  it.each([
    [
      "Inspection of Kent local authority children’s services\n\nInspection dates: 9 to 13 May 2022\n\nOfsted found it good.",
      { kind: "inspection report", publisher: "Ofsted", event_start: "2022-05-09", event_end: "2022-05-13" },
    ],
    [
      "Joint targeted area inspection of the multi-agency response to abuse in Salford\n\nOfsted, 4 March 2019\n\nThis letter is about an inspection that took place from 26 November to 30 November 2018.",
      { kind: "inspection report", event_start: "2018-11-26", event_end: "2018-11-30" },
    ],
    [
      "Kent County Council\n\nCorporate Parenting Panel\n\nAgenda\n\nThursday, 6th February 2020, at 10.00 am",
      {
        kind: "panel papers",
        title: "Corporate Parenting Panel",
        publisher: "Kent County Council",
        published: "2020-02-06",
        event_start: "2020-02-06",
      },
    ],
    [
      "Kent County Council\n\nFostering annual report\n\nReport to Corporate Parenting Group, 18 June 2014\n\nSince 1 April 2013 much has changed.",
      { kind: "panel papers", published: "2014-06-18" },
    ],
    [
      "Minutes of the Corporate Parenting Committee held at County Hall on 14 July 2016\n\nKent County Council",
      { kind: "panel papers", published: "2016-07-14" },
    ],
    [
      "Annual report of the independent reviewing service\n\nKent County Council\n\n1 July 2021\n\nThis report describes the year.",
      { kind: "council report", publisher: "Kent County Council", published: "2021-07-01" },
    ],
    ["SAFEGUARDING AND CHILDREN IN CARE\n\nA note about Kent.", { title: "Safeguarding and Children in Care", kind: "other" }],
  ])("%#", async (text, row) => {
    expect(await describeText(text)).toMatchObject(row);
  });

  it("an entry of the manifest wins over the text", async () => {
    const source = await readDocument(
      "a.txt",
      new TextEncoder().encode("Inspection of Kent local authority children’s services\n\nReport published: 3 May 2016\n\nOfsted."),
    );
    const { entries } = parseManifest(
      JSON.stringify([{ document: "a.txt", authority: "Medway", published: "2016-06-01", title: "Another title", kind: "other" }]),
    );
    expect(describeDocument(source, entries[0] ?? null, authorities)).toMatchObject({
      authority: "Medway",
      published: "2016-06-01",
      title: "Another title",
      kind: "other",
    });
  });
});
