import { fy, money, table, type Passage } from "./writing.ts";

export const headers: Passage = {
  kind: "repeated year heading",
  write(random, wrong, year) {
    const years = wrong
      ? random.pick([
          [year - 2, year - 2, year],
          [year - 2, year, year],
          [year - 1, year - 1, year],
        ])
      : [year - 2, year - 1, year];
    const rows = ["Nursery places", "Mentors", "Volunteers"].map((label) => [
      label,
      random.int(150, 190),
      random.int(191, 230),
      random.int(231, 280),
    ]);
    return ["Numbers over three years", "", ...table(random, [["Group", ...years.map(random.pick([fy, String]))], ...rows])];
  },
};

export const captions: Passage = {
  kind: "table numbers",
  write(random, wrong) {
    const [a, b] = [random.int(200, 240), random.int(120, 160)];
    const style = random.pick([
      (n: number, t: string) => `Table ${n}: ${t}`,
      (n: number, t: string) => `Table ${n} - ${t}`,
      (n: number, t: string) => `Table ${n}. ${t}`,
    ]);
    return [
      style(1, "Children looked after by quarter"),
      "",
      ...table(random, [
        ["Quarter", "Children"],
        ["Q1", a],
        ["Q2", a + 4],
      ]),
      "",
      style(wrong ? 1 : 2, "Care leavers by quarter"),
      "",
      ...table(random, [
        ["Quarter", "Care leavers"],
        ["Q1", b],
        ["Q2", b + 3],
      ]),
    ];
  },
};

export const bands: Passage = {
  kind: "bands",
  write(random, wrong) {
    const set = random.pick(
      wrong
        ? [
            ["0 to 4", "5 to 9", "11 to 15", "16 to 17"],
            ["0-10 days", "11-20 days", "20-30 days", "31-40 days"],
            ["Under 1", "1 to 4", "5 to 9", "10 to 15", "17 and over"],
            ["0-5 miles", "6-10 miles", "11-20 miles", "More than 21 miles"],
          ]
        : [
            ["0 to 4", "5 to 9", "10 to 15", "16 to 17"],
            ["0-10 days", "11-20 days", "21-30 days", "31-40 days"],
            ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"],
            ["0-5 miles", "6-10 miles", "11-20 miles", "More than 20 miles"],
          ],
    );
    return ["Breakdown by band", "", ...table(random, [["Band", "Children"], ...set.map((band) => [band, random.int(4, 80)])])];
  },
};

export const amounts: Passage = {
  kind: "amounts",
  write(random, wrong) {
    const n = random.int(2, 9);
    const good = money(n * 1000 + random.int(1, 9) * 100);
    const bad = random.pick([`£${n}500,00`, `£${n}, 200, .00`, `£${n},50`, `£1,2${n}45`]);
    return [
      random.pick([
        `The panel agreed a grant of ${wrong ? bad : good} towards therapy.`,
        `Spending on clothing allowances was ${wrong ? bad : good} in the year.`,
        `The largest single award was ${wrong ? bad : good}, for specialist assessment.`,
      ]),
    ];
  },
};

export const range: Passage = {
  kind: "range",
  write(random, wrong) {
    const p = wrong ? random.int(102, 138) : random.int(70, 99);
    return [random.pick([`Overall, ${p}% of children in care had a bank account.`, `Bus passes were issued to ${p}% of care leavers.`])];
  },
};

export const dates: Passage = {
  kind: "dates",
  write(random, wrong, year) {
    return [
      random.pick([
        `The improvement board was established in ${random.pick(["January", "February"])} ${wrong ? year + 1 : year} and has met monthly.`,
        `At 30 June ${wrong ? year + 1 : year - 1} there were ${random.int(20, 90)} children waiting for an assessment.`,
        `The inspection took place on ${random.int(3, 20)} March ${wrong ? year + 1 : year}.`,
        `This section covers the period 1 April ${year - 1} to 31 March ${wrong ? year - 2 : year}.`,
        `The policy was approved on ${wrong ? 31 : 30} April ${year}.`,
      ]),
    ];
  },
};

export const actions: Passage = {
  kind: "actions",
  write(random, wrong, year) {
    const due = (month: string, y: number): string => random.pick([`${month} ${y}`, `${month.slice(0, 3)} ${String(y).slice(2)}`]);
    const rows = [
      ["1", "Recruit two nurses", due("September", year), "Head of Health"],
      ["2", "Review the pathway", due("December", year), "Head of Service"],
      ["3", "Train all carers", due("March", wrong ? year - 1 : year + 1), "Team manager"],
      ["4", "Report to panel", due("January", year + 1), "Director"],
    ];
    return [
      `Action plan, May ${year}`,
      "",
      ...table(random, [
        random.pick([
          ["No", "Action", "Timescale", "Lead"],
          ["Ref", "Action", "Due date", "Owner"],
        ]),
        ...rows,
      ]),
    ];
  },
};
