import { fy, round, table, type Passage } from "./writing.ts";

export const conflict: Passage = {
  kind: "two numbers of one thing",
  write(random, wrong, year) {
    const n = random.int(210, 480);
    const other = wrong ? n + random.pick([-9, 9, 18, -27]) : n;
    return random.pick([
      [
        `At 31 March ${year} there were ${n} looked after children.`,
        "",
        `Placement sufficiency remains a priority.`,
        "",
        `Of the ${other} looked after children, most live with foster carers.`,
      ],
      [
        `There were ${n} children in care at 31 March ${year}.`,
        "",
        `The service was restructured in the year.`,
        "",
        `Every one of the ${other} children in care has an allocated social worker.`,
      ],
      [
        `The council looked after ${n} children at 31 March ${year}.`,
        "",
        `Recruitment of carers continued.`,
        "",
        `At 31 March ${year}, ${other} children were looked after by the council.`,
      ],
    ]);
  },
};

export const direction: Passage = {
  kind: "words against figures",
  write(random, wrong, year, topic) {
    const thing = topic();
    const own = random.int(840, 930) / 10;
    const other = round(wrong ? own + random.int(22, 60) / 10 : own - random.int(22, 60) / 10, 1);
    const [low, high] = [random.int(60, 75), random.int(80, 93)];
    return [
      random.pick([
        `At ${round(own, 1)}%, completion of ${thing} is better than the England average of ${other}%.`,
        `The proportion of children with up-to-date ${thing} (${round(own, 1)}%) is above the statistical neighbour average of ${other}%.`,
        `The ${thing} were completed for ${round(own, 1)}% of children, which is higher than the national average of ${other}%.`,
        `Timeliness of ${thing} improved from ${wrong ? high : low}% in ${fy(year - 1)} to ${wrong ? low : high}% in ${fy(year)}.`,
        `The number of children with ${thing} increased from ${wrong ? high : low}% to ${wrong ? low : high}%.`,
        `The share of ${thing} on time stood at ${round(own, 1)}%, exceeding the target of ${other}%.`,
      ]),
    ];
  },
};

export const years: Passage = {
  kind: "another year",
  write(random, wrong, year, topic) {
    const thing = topic();
    const then = wrong ? fy(year - 1) : fy(year);
    const [a, b] = [random.int(80, 95), random.int(80, 95)];
    return random.pick([
      [`In ${fy(year)}, ${a}% of children had ${thing}, compared with an England average of ${b}% in ${then}.`],
      [`Our rate of ${thing} for ${fy(year)} was ${a}%, against ${b}% for statistical neighbours in ${then}.`],
      [
        "Comparison with neighbours",
        "",
        ...table(random, [
          ["Measure", fy(year - 1), fy(year), `Statistical neighbours ${then}`],
          [thing, `${a}%`, `${a + 1}%`, `${b}%`],
          [topic(), `${b}%`, `${b - 1}%`, `${a}%`],
        ]),
      ],
    ]);
  },
};

export const half: Passage = {
  kind: "half a year against a year",
  write(random, wrong) {
    const n = random.int(4, 9);
    const target = random.int(18, 30);
    return [
      wrong
        ? random.pick([
            `At the half year, ${n} children had been adopted, below the annual target of ${target}.`,
            `Year to date, ${n} adoption orders have been granted against a full-year target of ${target}.`,
          ])
        : random.pick([
            `Over the full year ${n} children were adopted, below the annual target of ${target}.`,
            `In the year, ${n} adoption orders were granted against a full-year target of ${target}.`,
          ]),
    ];
  },
};

export const definition: Passage = {
  kind: "definition",
  write(random, wrong, _year, topic) {
    const [a, b] = [random.int(60, 90), random.int(60, 90)];
    return [
      `${a}% of ${topic()} were completed within 20 working days, compared with ${b}% within ${wrong ? "28 days" : "20 working days"} for statistical neighbours.`,
    ];
  },
};

export const timely: Passage = {
  kind: "words across paragraphs",
  write(random, wrong) {
    const p = wrong ? random.int(640, 840) / 10 : random.int(951, 990) / 10;
    return random.pick([
      [
        `Reviews of looked after children are timely and well chaired.`,
        "",
        `Reviews were held on time in ${p}% of cases against a target of 95%.`,
      ],
      [
        `Statutory visits are carried out on time and children are seen alone.`,
        "",
        `In the year ${p}% of statutory visits were on time; the target is 95%.`,
      ],
    ]);
  },
};
