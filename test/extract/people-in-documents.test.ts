import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findPeople } from "../../pipeline/extract/people/find-people.ts";
import { personalDataRemover } from "../../pipeline/extract/personal-data.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";

/** Everybody whom these documents name, listed by hand. */
const everybody = [
  "A L Dodwell",
  "A Barker",
  "A Coman",
  "A Craig",
  "Alex Coman",
  "Ali Mekki",
  "Anne Murray",
  "B Wells",
  "Barker",
  "Brenda McInerney",
  "Brendan Parkinson",
  "C Hegley",
  "Carolyn Adcock",
  "Cathy Blair",
  "Christine Davies",
  "Christopher Sands",
  "Colin Foster",
  "D B Gurney",
  "D Bowater",
  "D Thorne",
  "Deane Jennings",
  "Derrick Baughan",
  "Dominic Stevens",
  "Donna Marriott",
  "Emmy Tomsett",
  "G Jones",
  "G Perham",
  "G Tubb",
  "Gerard Jones",
  "Helen Cawston",
  "J Edwards",
  "J Ogley",
  "Janet Fraser",
  "Jansy Kelly",
  "John Mitchell",
  "Judith Swindell",
  "Karen Wareing",
  "L Manning",
  "Linda Steele",
  "Louise Hocking",
  "M A G Versallion",
  "Margaret Burke",
  "Mr Foster",
  "N B Costin",
  "N Phillips",
  "Neil Penswick",
  "Nhlanganiso Nyathi",
  "Nick Stacey",
  "Nickie Phillips",
  "Nigel Parkes",
  "P Albon",
  "Pauline Higham",
  "Pietro Battista",
  "R Coals",
  "R D Berry",
  "Richard Carr",
  "Richard Nash",
  "Robert Pyner",
  "Ruth Coals",
  "S A Goodchild",
  "S Griffin",
  "Sarah-Jane Smedmor",
  "Sean Tarpey",
  "Sharon Griffin",
  "Smedmor",
  "Sophie Wales",
  "Steve Stanley",
  "Sue Harrison",
  "Susan Myers",
  "T Stock",
  "Teresa Lavelle-Hill",
  "Teresa McDonald",
  "Tracey Metcalfe",
];
const named = new RegExp(`\\b(?:${everybody.map((name) => name.replace(/ /g, "\\s+")).join("|")})\\b`);

const folders = [new URL("../../seeds/", import.meta.url), new URL("../../../shared/corpus/", import.meta.url)];
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|pdf)$/.test(name))
      .sort()
      .map((name) => ({ name, path: fileURLToPath(new URL(encodeURIComponent(name), folder)) })),
  );

describe("the people of a whole document", () => {
  it.each(files.map(({ name, path }) => [name, path]))("are all found, and nothing else is taken for one: %s", async (name, path) => {
    const { blocks } = await readDocument(name, readFileSync(path));
    const texts = blocks.map((block) => block.text);
    const people = findPeople(texts);
    expect(people.filter((one) => !everybody.some((known) => known === one))).toEqual([]);
    const remove = personalDataRemover(people);
    expect(texts.map(remove).filter((text) => named.test(text))).toEqual([]);
    // What is gone is named beside it: nothing was taken out but those names, addresses and numbers.
    const gone = texts.flatMap((text) => remove(text).match(/\[name removed\]/g) ?? []);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.length).toBeLessThanOrEqual(texts.join("\n").match(new RegExp(named, "g"))?.length ?? 0);
  });
});
