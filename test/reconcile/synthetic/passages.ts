import type { Random } from "./random.ts";

/** One passage of a report. `wrong`: with its one defect; otherwise it is right in every figure. */
export type Passage = { kind: string; write(random: Random, wrong: boolean, year: number, topics: () => string): string[] };

/** Things that can be done for people, each used once a report so that a clean report does not contradict itself. */
export const things: readonly string[] = [
  "health assessments", "dental checks", "immunisations", "personal education plans", "pathway plans", "statutory visits", "child protection reviews",
  "return home interviews", "eye tests", "development checks", "passports", "life story books", "savings accounts", "exit interviews", "care plans",
  "placement agreements", "delegated authority forms", "supervision sessions", "annual reviews of carers", "advocacy offers",
];

const round = (value: number, decimals: number): string => (Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals).toFixed(decimals);
const fy = (end: number): string => `${end - 1}/${String(end % 100).padStart(2, "0")}`;
const money = (value: number): string => `£${String(Math.floor(value)).replace(/\B(?=(?:\d{3})+$)/g, ",")}${Number.isInteger(value) ? "" : `.${round(value, 2).split(".")[1]}`}`;
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const spell = (n: number): string => words[n] ?? String(n);
const off = (random: Random, value: number): number => value + random.pick([-11.2, -7.4, -4.3, 3.6, 6.1, 9.3]);
const table = (random: Random, rows: readonly (readonly (string | number)[])[]): string[] =>
  random.pick([0, 1]) === 0
    ? rows.map((row) => row.join("\t"))
    : rows.flatMap((row, i) => (i === 0 ? [`| ${row.join(" | ")} |`, `|${row.map(() => "---").join("|")}|`] : [`| ${row.join(" | ")} |`]));

const share: Passage = {
  kind: "share in prose",
  write(random, wrong, year, topic) {
    const of = random.int(45, 320);
    const n = Math.round(of * (0.6 + random.int(0, 33) / 100));
    const d = random.pick([0, 1, 1]);
    const right = (100 * n) / of;
    let shown = off(random, right);
    if (shown > 99 || shown < 5) shown = right - 8.7;
    const p = `${round(wrong ? shown : right, d)}%`;
    const thing = topic();
    return [random.pick([
      `At 31 March ${year}, ${n} of the ${of} children in the cohort had up-to-date ${thing} (${p}).`,
      `Of the ${of} children who joined the service during the year, ${n} (${p}) had ${thing} within 20 working days.`,
      `${p} of our ${of} young people (${n}) had ${thing} at the end of the year.`,
      `${n} out of ${of} ${thing} were done on time, which is ${p}.`,
      `The ${thing} were completed for ${n} children out of a cohort of ${of}, equating to ${p}.`,
      `In ${fy(year)} there were ${of} children of school age in the cohort. Of these, ${n} (${p}) had ${thing} in the term.`,
      `The team reports that ${p} (${n} of ${of}) of ${thing} were rated good or better.`,
      `The ${thing} were up to date for ${p} of children: ${n} of ${of}.`,
      `${n} of ${of} ${thing} were completed within 72 hours. This represents ${p} of the total.`,
      `A total of ${of} ${thing} were due in the year and ${n} of them were completed in time (${p}); the other ${of - n} were late.`,
      `Returns were received for ${n} of the ${of} ${thing}, a completion rate of ${p}.`,
      `${n}/${of} (${p}) ${thing} were in place.`,
      `During the year ${n} (${p}) of the ${of} ${thing} took place within timescale.`,
      `Just ${n} of the ${of} ${thing} due were finished by the end of the quarter, or ${p}.`,
      `We completed ${n} ${thing} from a total of ${of} (${p}).`,
      `Out of ${of} ${thing}, ${n} were judged to be of good quality. That is ${p}.`,
    ])];
  },
};

const parts: Passage = {
  kind: "parts in prose",
  write(random, wrong) {
    const [a, b, c, d] = [random.int(60, 140), random.int(25, 58), random.int(12, 24), random.int(3, 9)];
    const total = a + b + c + d + (wrong ? random.pick([-7, -4, 3, 6, 10]) : 0);
    return [random.pick([
      `The ${total} children in care comprise ${a} in foster placements, ${b} in residential homes, ${c} placed with parents and ${d} in other settings.`,
      `The borough has ${total} schools, made up of ${a} primary schools, ${b} secondary schools, ${c} special schools and ${spell(d)} pupil referral units.`,
      `The service consists of ${total} staff: ${a} social workers, ${b} personal advisers, ${c} managers and ${d} administrators.`,
      `There are ${total} approved fostering households, comprising ${a} mainstream carers, ${b} connected carers, ${c} short break carers and ${d} respite carers.`,
      `Of the ${total} children with a plan, ${a} were registered for neglect, ${b} for emotional abuse, ${c} for physical abuse and the remaining ${d} for sexual abuse.`,
      `We received ${total} complaints in the year. These were made up of ${a} at stage one, ${b} at stage two, ${c} at stage three and ${d} taken to the Ombudsman.`,
      `There were ${a} foster placements, ${b} residential placements, ${c} placements with parents and ${d} others, a total of ${total}.`,
      `The ${total} referrals were split between ${a} from schools, ${b} from health, ${c} from the police and ${d} from other sources.`,
    ])];
  },
};

const sexes: Passage = {
  kind: "parts by sex",
  write(random, wrong) {
    const [girls, boys, unborn] = [random.int(70, 120), random.int(70, 120), random.int(2, 7)];
    const slip = wrong ? random.pick([-6, -3, 4, 9]) : 0;
    return [random.pick([
      `There were ${girls + boys + slip} children in the project at the end of the year: ${girls} girls and ${boys} boys.`,
      `At the time of writing ${girls + boys + unborn + slip} children were subject to a plan. They comprise ${girls} females, ${boys} males and ${spell(unborn)} unborn children.`,
      `Of the ${girls + boys + slip} young people supported, ${boys} are male and ${girls} are female.`,
      `The cohort of ${girls + boys + slip} was made up of ${boys} boys and ${girls} girls.`,
      `${girls + boys + slip} children took part, ${girls} of them girls and ${boys} boys.`,
    ])];
  },
};

const points: Passage = {
  kind: "points",
  write(random, wrong, year, topic) {
    const from = random.int(520, 780) / 10;
    const thing = topic();
    const change = random.int(31, 168) / 10;
    const to = round(from + change, 1);
    const unit = wrong ? "%" : random.pick([" percentage points", " percentage points"]);
    return [random.pick([
      `Completion of ${thing} rose from ${round(from, 1)}% in ${fy(year - 1)} to ${to}% in ${fy(year)}, an increase of ${round(change, 1)}${unit}.`,
      `The proportion of ${thing} done on time increased by ${round(change, 1)}${unit}, from ${round(from, 1)}% to ${to}%.`,
      `The figure for ${thing} is now ${to}%, up from ${round(from, 1)}% last year. This is an improvement of ${round(change, 1)}${unit}.`,
      `Timeliness of ${thing} fell from ${to}% to ${round(from, 1)}%, a drop of ${round(change, 1)}${unit}.`,
      `Coverage of ${thing} has improved by ${round(change, 1)}${unit} to ${to}% (from ${round(from, 1)}% in ${fy(year - 1)}).`,
    ])];
  },
};

const counts: Passage = {
  kind: "change of a count",
  write(random, wrong, year) {
    const from = random.int(180, 420);
    const change = random.int(14, 75);
    const to = from + change;
    const shown = change + (wrong ? random.pick([-9, -5, 6, 10]) : 0);
    const share = round((100 * change) / from + (wrong ? random.pick([-4.1, 3.3, 6.2]) : 0), 1);
    return [random.pick([
      `Referrals rose from ${from} in ${fy(year - 1)} to ${to} in ${fy(year)}, an increase of ${shown}.`,
      `The number of children in care increased from ${from} to ${to}, a rise of ${share}%.`,
      `There were ${to} contacts, compared with ${from} in the previous year, an increase of ${share}%.`,
      `The number of plans grew by ${shown}, from ${from} to ${to}.`,
      `The number of looked after children fell from ${to} to ${from}, a reduction of ${shown}.`,
    ])];
  },
};

const average: Passage = {
  kind: "average",
  write(random, wrong) {
    const n = random.int(12, 60);
    const each = random.int(1200, 5200) + random.int(0, 99) / 100;
    const sum = Math.round(n * each * 100) / 100;
    const shown = money(Math.round((sum / n) * 100) / 100 + (wrong ? random.pick([-312.4, 147.5, 260.25]) : 0));
    const staff = random.int(12, 40);
    const load = random.int(12, 22);
    const extra = random.int(0, staff - 1);
    const cases = staff * load + extra;
    const per = round(cases / staff + (wrong ? random.pick([-2.6, 2.3, 3.4]) : 0), 1);
    return [random.pick([
      `The authority received ${money(sum)} from the fund for ${n} applications, an average of ${shown} per application.`,
      `A total of ${money(sum)} was spent on ${n} placements. The average cost was ${shown}.`,
      `Grants worth ${money(sum)} were paid to ${n} care leavers, with the average grant being ${shown}.`,
      `The ${staff} social workers hold ${cases} cases between them, an average caseload of ${per}.`,
      `There were ${n} awards in the year totalling ${money(sum)}, on average ${shown} per award.`,
    ])];
  },
};

const totalTable: Passage = {
  kind: "total in a table",
  write(random, wrong, year) {
    const labels = random.pick([["Nursery", "Infant", "Junior", "Secondary"], ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"], ["Neglect", "Emotional abuse", "Physical abuse", "Sexual abuse"]]);
    const years = [year - 2, year - 1, year];
    const rows = labels.map((label) => [label, ...years.map(() => random.int(8, 120))]);
    const totals = years.map((_, i) => rows.reduce((sum, row) => sum + Number(row[i + 1]), 0));
    if (wrong) totals[random.int(0, 2)]! += random.pick([-10, -3, 2, 9]);
    return [...random.pick([[`Pupils in the project by year`], [`Breakdown at 31 March`]]), "", ...table(random, [["", ...years.map(fy)], ...rows, ["Total", ...totals]])];
  },
};

const onTotal: Passage = {
  kind: "one column with a total",
  write(random, wrong) {
    const labels = random.shuffle(["Schools", "Health", "Police", "Housing", "Family", "Other"]).slice(0, random.int(3, 6));
    const values = labels.map(() => random.int(11, 160));
    const total = values.reduce((a, b) => a + b, 0) + (wrong ? random.pick([-20, -9, 5, 10]) : 0);
    return ["Source of referral", "", ...table(random, [["Source", "Number"], ...labels.map((label, i) => [label, values[i]!]), ["Total", total]])];
  },
};

const percentTable: Passage = {
  kind: "percentages in a table",
  write(random, wrong, year, topic) {
    const rows = Array.from({ length: random.int(3, 5) }, () => topic()).map((name) => {
      const label = name[0]!.toUpperCase() + name.slice(1);
      const due = random.int(40, 300);
      const done = Math.round(due * (0.6 + random.int(0, 35) / 100));
      return { label, due, done };
    });
    const bad = wrong ? random.int(0, rows.length - 1) : -1;
    const p = (row: { due: number; done: number }, i: number): string => `${round((100 * row.done) / row.due - (i === bad ? random.pick([12.3, 6.4, 3.8]) : 0), 1)}%`;
    return [`Performance ${fy(year)}`, "", ...table(random, [random.pick([["Measure", "Due", "Completed", "%"], ["Indicator", "Cohort", "In time", "Per cent"]]), ...rows.map((row, i) => [row.label, row.due, row.done, p(row, i)])])];
  },
};

const shareTable: Passage = {
  kind: "shares of a total in a table",
  write(random, wrong) {
    const labels = ["White British", "Mixed", "Asian", "Black", "Other"];
    const values = labels.map(() => random.int(9, 140));
    const total = values.reduce((a, b) => a + b, 0);
    const bad = wrong ? random.int(0, 4) : -1;
    return ["Ethnicity of children in care", "", ...table(random, [["Ethnicity", "Number", "%"], ...labels.map((label, i) => [label, values[i]!, round((100 * values[i]!) / total + (i === bad ? random.pick([3.2, 5.5, -2.4]) : 0), 1)]), ["Total", total, "100"]])];
  },
};

const headers: Passage = {
  kind: "repeated year heading",
  write(random, wrong, year) {
    const years = wrong ? random.pick([[year - 2, year - 2, year], [year - 2, year, year], [year - 1, year - 1, year]]) : [year - 2, year - 1, year];
    const rows = ["Nursery places", "Mentors", "Volunteers"].map((label) => [label, random.int(150, 190), random.int(191, 230), random.int(231, 280)]);
    return ["Numbers over three years", "", ...table(random, [["Group", ...years.map(random.pick([fy, String]))], ...rows])];
  },
};

const captions: Passage = {
  kind: "table numbers",
  write(random, wrong) {
    const [a, b] = [random.int(200, 240), random.int(120, 160)];
    const style = random.pick([(n: number, t: string) => `Table ${n}: ${t}`, (n: number, t: string) => `Table ${n} - ${t}`, (n: number, t: string) => `Table ${n}. ${t}`]);
    return [style(1, "Children looked after by quarter"), "", ...table(random, [["Quarter", "Children"], ["Q1", a], ["Q2", a + 4]]), "", style(wrong ? 1 : 2, "Care leavers by quarter"), "", ...table(random, [["Quarter", "Care leavers"], ["Q1", b], ["Q2", b + 3]])];
  },
};

const bands: Passage = {
  kind: "bands",
  write(random, wrong) {
    const set = random.pick(wrong
      ? [["0 to 4", "5 to 9", "11 to 15", "16 to 17"], ["0-10 days", "11-20 days", "20-30 days", "31-40 days"], ["Under 1", "1 to 4", "5 to 9", "10 to 15", "17 and over"], ["0-5 miles", "6-10 miles", "11-20 miles", "More than 21 miles"]]
      : [["0 to 4", "5 to 9", "10 to 15", "16 to 17"], ["0-10 days", "11-20 days", "21-30 days", "31-40 days"], ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"], ["0-5 miles", "6-10 miles", "11-20 miles", "More than 20 miles"]]);
    return ["Breakdown by band", "", ...table(random, [["Band", "Children"], ...set.map((band) => [band, random.int(4, 80)])])];
  },
};

const amounts: Passage = {
  kind: "amounts",
  write(random, wrong) {
    const n = random.int(2, 9);
    const good = money(n * 1000 + random.int(1, 9) * 100);
    const bad = random.pick([`£${n}500,00`, `£${n}, 200, .00`, `£${n},50`, `£1,2${n}45`]);
    return [random.pick([
      `The panel agreed a grant of ${wrong ? bad : good} towards therapy.`,
      `Spending on clothing allowances was ${wrong ? bad : good} in the year.`,
      `The largest single award was ${wrong ? bad : good}, for specialist assessment.`,
    ])];
  },
};

const conflict: Passage = {
  kind: "two numbers of one thing",
  write(random, wrong, year) {
    const n = random.int(210, 480);
    const other = wrong ? n + random.pick([-9, 9, 18, -27]) : n;
    return random.pick([
      [`At 31 March ${year} there were ${n} looked after children.`, "", `Placement sufficiency remains a priority.`, "", `Of the ${other} looked after children, most live with foster carers.`],
      [`There were ${n} children in care at 31 March ${year}.`, "", `The service was restructured in the year.`, "", `Every one of the ${other} children in care has an allocated social worker.`],
      [`The council looked after ${n} children at 31 March ${year}.`, "", `Recruitment of carers continued.`, "", `At 31 March ${year}, ${other} children were looked after by the council.`],
    ]);
  },
};

const direction: Passage = {
  kind: "words against figures",
  write(random, wrong, year, topic) {
    const thing = topic();
    const own = random.int(840, 930) / 10;
    const other = round(wrong ? own + random.int(22, 60) / 10 : own - random.int(22, 60) / 10, 1);
    const [low, high] = [random.int(60, 75), random.int(80, 93)];
    return [random.pick([
      `At ${round(own, 1)}%, completion of ${thing} is better than the England average of ${other}%.`,
      `The proportion of children with up-to-date ${thing} (${round(own, 1)}%) is above the statistical neighbour average of ${other}%.`,
      `The ${thing} were completed for ${round(own, 1)}% of children, which is higher than the national average of ${other}%.`,
      `Timeliness of ${thing} improved from ${wrong ? high : low}% in ${fy(year - 1)} to ${wrong ? low : high}% in ${fy(year)}.`,
      `The number of children with ${thing} increased from ${wrong ? high : low}% to ${wrong ? low : high}%.`,
      `The share of ${thing} on time stood at ${round(own, 1)}%, exceeding the target of ${other}%.`,
    ])];
  },
};

const years: Passage = {
  kind: "another year",
  write(random, wrong, year, topic) {
    const thing = topic();
    const then = wrong ? fy(year - 1) : fy(year);
    const [a, b] = [random.int(80, 95), random.int(80, 95)];
    return random.pick([
      [`In ${fy(year)}, ${a}% of children had ${thing}, compared with an England average of ${b}% in ${then}.`],
      [`Our rate of ${thing} for ${fy(year)} was ${a}%, against ${b}% for statistical neighbours in ${then}.`],
      ["Comparison with neighbours", "", ...table(random, [["Measure", fy(year - 1), fy(year), `Statistical neighbours ${then}`], [thing, `${a}%`, `${a + 1}%`, `${b}%`], [topic(), `${b}%`, `${b - 1}%`, `${a}%`]])],
    ]);
  },
};

const half: Passage = {
  kind: "half a year against a year",
  write(random, wrong) {
    const n = random.int(4, 9);
    const target = random.int(18, 30);
    return [wrong ? random.pick([
      `At the half year, ${n} children had been adopted, below the annual target of ${target}.`,
      `Year to date, ${n} adoption orders have been granted against a full-year target of ${target}.`,
    ]) : random.pick([
      `Over the full year ${n} children were adopted, below the annual target of ${target}.`,
      `In the year, ${n} adoption orders were granted against a full-year target of ${target}.`,
    ])];
  },
};

const range: Passage = {
  kind: "range",
  write(random, wrong) {
    const p = wrong ? random.int(102, 138) : random.int(70, 99);
    return [random.pick([`Overall, ${p}% of children in care had a bank account.`, `Bus passes were issued to ${p}% of care leavers.`])];
  },
};

const dates: Passage = {
  kind: "dates",
  write(random, wrong, year) {
    return [random.pick([
      `The improvement board was established in ${random.pick(["January", "February"])} ${wrong ? year + 1 : year} and has met monthly.`,
      `At 30 June ${wrong ? year + 1 : year - 1} there were ${random.int(20, 90)} children waiting for an assessment.`,
      `The inspection took place on ${random.int(3, 20)} March ${wrong ? year + 1 : year}.`,
      `This section covers the period 1 April ${year - 1} to 31 March ${wrong ? year - 2 : year}.`,
      `The policy was approved on ${wrong ? 31 : 30} April ${year}.`,
    ])];
  },
};

const actions: Passage = {
  kind: "actions",
  write(random, wrong, year) {
    const due = (month: string, y: number): string => random.pick([`${month} ${y}`, `${month.slice(0, 3)} ${String(y).slice(2)}`]);
    const rows = [["1", "Recruit two nurses", due("September", year), "Head of Health"], ["2", "Review the pathway", due("December", year), "Head of Service"], ["3", "Train all carers", due("March", wrong ? year - 1 : year + 1), "Team manager"], ["4", "Report to panel", due("January", year + 1), "Director"]];
    return [`Action plan, May ${year}`, "", ...table(random, [random.pick([["No", "Action", "Timescale", "Lead"], ["Ref", "Action", "Due date", "Owner"]]), ...rows])];
  },
};

const quarters: Passage = {
  kind: "quarters",
  write(random, wrong) {
    const q = [0, 0, 0, 0].map(() => random.int(40, 120));
    const sum = q.reduce((a, b) => a + b, 0) + (wrong ? random.pick([-30, 12, 20]) : 0);
    return ["Activity by quarter", "", ...table(random, [["", "Q1", "Q2", "Q3", "Q4", random.pick(["YTD", "Total"])], ["Referrals", ...q, sum], ["Initial contacts", ...q.map((n) => n + 5), q.reduce((a, b) => a + b, 0) + 20]])];
  },
};

const definition: Passage = {
  kind: "definition",
  write(random, wrong, _year, topic) {
    const [a, b] = [random.int(60, 90), random.int(60, 90)];
    return [`${a}% of ${topic()} were completed within 20 working days, compared with ${b}% within ${wrong ? "28 days" : "20 working days"} for statistical neighbours.`];
  },
};

const timely: Passage = {
  kind: "words across paragraphs",
  write(random, wrong) {
    const p = wrong ? random.int(640, 840) / 10 : random.int(951, 990) / 10;
    return random.pick([
      [`Reviews of looked after children are timely and well chaired.`, "", `Reviews were held on time in ${p}% of cases against a target of 95%.`],
      [`Statutory visits are carried out on time and children are seen alone.`, "", `In the year ${p}% of statutory visits were on time; the target is 95%.`],
    ]);
  },
};

/** Sentences with figures that look like parts, shares or changes and are none: what a clean report is full of. */
export const neutral = (random: Random, year: number): string[] => {
  const n = random.int(40, 90);
  return random.shuffle([
      `The panel met on ${random.int(2, 27)} February ${year} and considered ${random.int(3, 9)} reports.`,
      `Some ${random.int(20, 40)} young people aged 16 to 18 took part in the survey, and ${n}% of them said that they felt safe.`,
      `A further ${random.int(5, 20)} children were supported through special guardianship, and ${random.int(60, 90)}% of carers attended training.`,
      `There are ${random.int(6, 11)} children's centres, two of which are in the north of the county, and ${random.int(12, 30)} schools take part in the scheme.`,
      `Waiting times fell from 18 weeks to 11 weeks after the clinic opened in ${year - 1}.`,
      `The next report will be presented in November ${year + 1}.`,
      `Under section 20 of the Children Act 1989, ${random.int(8, 30)} children were accommodated; ${n}% of them returned home.`,
      `The service has ${random.int(30, 60)} social workers and ${random.int(4, 9)} managers; ${random.int(5, 18)}% of posts are filled by agency staff.`,
      `Inspectors looked at ${random.int(20, 60)} cases and spoke to ${random.int(10, 30)} children.`,
      `By March ${year + 1} the target is for ${n}% of plans to be completed on time.`,
      `Almost two thirds of care leavers are in education, employment or training.`,
      `The budget for the year is ${money(random.int(20, 90) * 100000)} and the forecast overspend is ${money(random.int(2, 9) * 10000)}.`,
      `Around half of the ${random.int(100, 200)} children in foster care live within 20 miles of home.`,
      `Of the children placed out of area, ${random.int(10, 40)} are placed with relatives and ${random.int(3, 9)} are in residential schools.`,
  ]);
};

export const passages: readonly Passage[] = [
  share, parts, sexes, points, counts, average, totalTable, onTotal, percentTable, shareTable, headers, captions, bands, amounts,
  conflict, direction, years, half, range, dates, actions, quarters, definition, timely,
];
