import { neutral, passages } from "./passages.ts";
import { things, type Passage } from "./writing.ts";
import { seeded } from "./random.ts";

export type SyntheticReport = { name: string; text: string; planted: string };

/** A short report with a few passages of figures; in one of them stands a defect when `kind` names it. */
export function writeReport(seed: number, kind: string | null): SyntheticReport {
  const random = seeded(seed);
  const year = random.int(2014, 2022);
  const chosen = random.shuffle(passages.filter((passage) => passage.kind !== kind)).slice(0, random.int(3, 6));
  const bad = passages.find((passage) => passage.kind === kind);
  const order: { passage: Passage; wrong: boolean }[] = random.shuffle([
    ...chosen.map((passage) => ({ passage, wrong: false })),
    ...(bad ? [{ passage: bad, wrong: true }] : []),
  ]);
  const topics = random.shuffle(things);
  const fillers = neutral(random, year);
  const topic = (): string => topics.pop() ?? "other items";
  const title = random.pick([
    "Looked After Children Annual Report",
    "Corporate Parenting Panel: performance report",
    "Children's Services Update",
  ]);
  const lines = [
    "Northvale Council",
    "",
    "CORPORATE PARENTING PANEL",
    "",
    `${random.int(1, 28)} ${random.pick(["May", "June", "July"])} ${year}`,
    "",
    title,
    "",
  ];
  order.forEach(({ passage, wrong }, index) => {
    lines.push(
      random.pick(["Introduction", "Health", "Placements", "Performance", "Workforce", "Education", "Finance"]) + ` ${"ABCDEFGH"[index]}`,
      "",
    );
    lines.push(fillers[index] ?? "", "", ...passage.write(random, wrong, year, topic), "");
  });
  return { name: `report-${seed}.txt`, text: lines.join("\n"), planted: bad?.kind ?? "" };
}
