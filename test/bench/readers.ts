import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readDocument, ReadError } from "../../pipeline/readers/read-document.ts";

/**
 * Processor time of the readers on texts of 2.5 and 5 MB and on published reports, so that other work
 * on the machine does not count. Nothing here passes or fails.
 */
const seeds = new URL("../../seeds/", import.meta.url);
const corpus = new URL("../../../shared/corpus/", import.meta.url);

async function time(name: string, bytes: Uint8Array): Promise<number> {
  const start = process.cpuUsage();
  await readDocument(name, bytes).catch((error: unknown) => {
    if (!(error instanceof ReadError)) throw error;
  });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const texts: Readonly<Record<string, string>> = {
  "seed documents": readdirSync(seeds)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(new URL(name, seeds), "utf8"))
    .join("\n\n"),
  "one line": "The number of children looked after rose to 304 in 2017. ",
  "wrapped lines": "the local authority has made progress in most areas and social workers see\n",
  "cells between spaces": "Immunised       93.5%     90.7%\n",
  "double spaces in prose": "a  b c d e f g h i j\nabcdefghijklmnopqrstuvwxyz abcdefghijk\n",
  "cells between tabs": "a\tb\tc\n",
  "cells between pipes": "| a | b |\n",
  "list items": "- ensure that this is done and\n\n",
  "stray numbers": "36. a b c\n\nx 37. y\n\n38. z\n\n",
  headings: "Being healthy\n\n",
  asterisks: "*a ",
  brackets: "<p ",
};
const pages: Readonly<Record<string, string>> = {
  "page of paragraphs": "<p>The number of children rose.</p>",
  "page of rows": "<table><tr><td>a</td><td>12</td></tr></table>",
};

async function growth(name: string, file: string, start: string, unit: string): Promise<void> {
  const encoder = new TextEncoder();
  const of = (size: number): Uint8Array => encoder.encode((start + unit.repeat(Math.ceil(size / unit.length))).slice(0, size));
  const half = await time(file, of(2_500_000));
  const whole = await time(file, of(5_000_000));
  console.log(
    `${name.padEnd(28)} 2.5 MB ${half.toFixed(0).padStart(6)} ms, 5 MB ${whole.toFixed(0).padStart(6)} ms, growth n^${Math.log2(whole / half).toFixed(2)}`,
  );
}

await time("warm.txt", new TextEncoder().encode("Words."));
for (const [name, unit] of Object.entries(texts)) await growth(name, "a.txt", "", unit);
for (const [name, unit] of Object.entries(pages)) await growth(name, "a.html", "<html><body>", unit);

if (!existsSync(corpus)) console.log("The published reports are not here: PDF was not measured.");
else {
  for (const name of readdirSync(corpus)) {
    const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(name), corpus)));
    const first = await time("a.pdf", bytes);
    const again = [await time("a.pdf", bytes), await time("a.pdf", bytes), await time("a.pdf", bytes)].sort((a, b) => a - b);
    console.log(
      `${name.slice(0, 60).padEnd(60)} first ${first.toFixed(0).padStart(5)} ms, warm ${(again[1] ?? 0).toFixed(0).padStart(5)} ms`,
    );
  }
}
