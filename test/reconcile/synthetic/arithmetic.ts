import { fy, money, off, round, spell, table, type Passage } from "./writing.ts";

export const share: Passage = {
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
    return [
      random.pick([
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
      ]),
    ];
  },
};

export const parts: Passage = {
  kind: "parts in prose",
  write(random, wrong) {
    const [a, b, c, d] = [random.int(60, 140), random.int(25, 58), random.int(12, 24), random.int(3, 9)];
    const total = a + b + c + d + (wrong ? random.pick([-7, -4, 3, 6, 10]) : 0);
    return [
      random.pick([
        `The ${total} children in care comprise ${a} in foster placements, ${b} in residential homes, ${c} placed with parents and ${d} in other settings.`,
        `The borough has ${total} schools, made up of ${a} primary schools, ${b} secondary schools, ${c} special schools and ${spell(d)} pupil referral units.`,
        `The service consists of ${total} staff: ${a} social workers, ${b} personal advisers, ${c} managers and ${d} administrators.`,
        `There are ${total} approved fostering households, comprising ${a} mainstream carers, ${b} connected carers, ${c} short break carers and ${d} respite carers.`,
        `Of the ${total} children with a plan, ${a} were registered for neglect, ${b} for emotional abuse, ${c} for physical abuse and the remaining ${d} for sexual abuse.`,
        `We received ${total} complaints in the year. These were made up of ${a} at stage one, ${b} at stage two, ${c} at stage three and ${d} taken to the Ombudsman.`,
        `There were ${a} foster placements, ${b} residential placements, ${c} placements with parents and ${d} others, a total of ${total}.`,
        `The ${total} referrals were split between ${a} from schools, ${b} from health, ${c} from the police and ${d} from other sources.`,
      ]),
    ];
  },
};

export const sexes: Passage = {
  kind: "parts by sex",
  write(random, wrong) {
    const [girls, boys, unborn] = [random.int(70, 120), random.int(70, 120), random.int(2, 7)];
    const slip = wrong ? random.pick([-6, -3, 4, 9]) : 0;
    return [
      random.pick([
        `There were ${girls + boys + slip} children in the project at the end of the year: ${girls} girls and ${boys} boys.`,
        `At the time of writing ${girls + boys + unborn + slip} children were subject to a plan. They comprise ${girls} females, ${boys} males and ${spell(unborn)} unborn children.`,
        `Of the ${girls + boys + slip} young people supported, ${boys} are male and ${girls} are female.`,
        `The cohort of ${girls + boys + slip} was made up of ${boys} boys and ${girls} girls.`,
        `${girls + boys + slip} children took part, ${girls} of them girls and ${boys} boys.`,
      ]),
    ];
  },
};

export const points: Passage = {
  kind: "points",
  write(random, wrong, year, topic) {
    const from = random.int(520, 780) / 10;
    const thing = topic();
    const change = random.int(31, 168) / 10;
    const to = round(from + change, 1);
    const unit = wrong ? "%" : random.pick([" percentage points", " percentage points"]);
    return [
      random.pick([
        `Completion of ${thing} rose from ${round(from, 1)}% in ${fy(year - 1)} to ${to}% in ${fy(year)}, an increase of ${round(change, 1)}${unit}.`,
        `The proportion of ${thing} done on time increased by ${round(change, 1)}${unit}, from ${round(from, 1)}% to ${to}%.`,
        `The figure for ${thing} is now ${to}%, up from ${round(from, 1)}% last year. This is an improvement of ${round(change, 1)}${unit}.`,
        `Timeliness of ${thing} fell from ${to}% to ${round(from, 1)}%, a drop of ${round(change, 1)}${unit}.`,
        `Coverage of ${thing} has improved by ${round(change, 1)}${unit} to ${to}% (from ${round(from, 1)}% in ${fy(year - 1)}).`,
      ]),
    ];
  },
};

export const counts: Passage = {
  kind: "change of a count",
  write(random, wrong, year) {
    const from = random.int(180, 420);
    const change = random.int(14, 75);
    const to = from + change;
    const shown = change + (wrong ? random.pick([-9, -5, 6, 10]) : 0);
    const share = round((100 * change) / from + (wrong ? random.pick([-4.1, 3.3, 6.2]) : 0), 1);
    return [
      random.pick([
        `Referrals rose from ${from} in ${fy(year - 1)} to ${to} in ${fy(year)}, an increase of ${shown}.`,
        `The number of children in care increased from ${from} to ${to}, a rise of ${share}%.`,
        `There were ${to} contacts, compared with ${from} in the previous year, an increase of ${share}%.`,
        `The number of plans grew by ${shown}, from ${from} to ${to}.`,
        `The number of looked after children fell from ${to} to ${from}, a reduction of ${shown}.`,
      ]),
    ];
  },
};

export const average: Passage = {
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
    return [
      random.pick([
        `The authority received ${money(sum)} from the fund for ${n} applications, an average of ${shown} per application.`,
        `A total of ${money(sum)} was spent on ${n} placements. The average cost was ${shown}.`,
        `Grants worth ${money(sum)} were paid to ${n} care leavers, with the average grant being ${shown}.`,
        `The ${staff} social workers hold ${cases} cases between them, an average caseload of ${per}.`,
        `There were ${n} awards in the year totalling ${money(sum)}, on average ${shown} per award.`,
      ]),
    ];
  },
};

export const totalTable: Passage = {
  kind: "total in a table",
  write(random, wrong, year) {
    const labels = random.pick([
      ["Nursery", "Infant", "Junior", "Secondary"],
      ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"],
      ["Neglect", "Emotional abuse", "Physical abuse", "Sexual abuse"],
    ]);
    const years = [year - 2, year - 1, year];
    const rows = labels.map((label) => [label, ...years.map(() => random.int(8, 120))]);
    const totals = years.map((_, i) => rows.reduce((sum, row) => sum + Number(row[i + 1]), 0));
    if (wrong) totals[random.int(0, 2)]! += random.pick([-10, -3, 2, 9]);
    return [
      ...random.pick([[`Pupils in the project by year`], [`Breakdown at 31 March`]]),
      "",
      ...table(random, [["", ...years.map(fy)], ...rows, ["Total", ...totals]]),
    ];
  },
};

export const onTotal: Passage = {
  kind: "one column with a total",
  write(random, wrong) {
    const labels = random.shuffle(["Schools", "Health", "Police", "Housing", "Family", "Other"]).slice(0, random.int(3, 6));
    const values = labels.map(() => random.int(11, 160));
    const total = values.reduce((a, b) => a + b, 0) + (wrong ? random.pick([-20, -9, 5, 10]) : 0);
    return [
      "Source of referral",
      "",
      ...table(random, [["Source", "Number"], ...labels.map((label, i) => [label, values[i]!]), ["Total", total]]),
    ];
  },
};

export const percentTable: Passage = {
  kind: "percentages in a table",
  write(random, wrong, year, topic) {
    const rows = Array.from({ length: random.int(3, 5) }, () => topic()).map((name) => {
      const label = name[0]!.toUpperCase() + name.slice(1);
      const due = random.int(40, 300);
      const done = Math.round(due * (0.6 + random.int(0, 35) / 100));
      return { label, due, done };
    });
    const bad = wrong ? random.int(0, rows.length - 1) : -1;
    const p = (row: { due: number; done: number }, i: number): string =>
      `${round((100 * row.done) / row.due - (i === bad ? random.pick([12.3, 6.4, 3.8]) : 0), 1)}%`;
    return [
      `Performance ${fy(year)}`,
      "",
      ...table(random, [
        random.pick([
          ["Measure", "Due", "Completed", "%"],
          ["Indicator", "Cohort", "In time", "Per cent"],
        ]),
        ...rows.map((row, i) => [row.label, row.due, row.done, p(row, i)]),
      ]),
    ];
  },
};

export const shareTable: Passage = {
  kind: "shares of a total in a table",
  write(random, wrong) {
    const labels = ["White British", "Mixed", "Asian", "Black", "Other"];
    const values = labels.map(() => random.int(9, 140));
    const total = values.reduce((a, b) => a + b, 0);
    const bad = wrong ? random.int(0, 4) : -1;
    return [
      "Ethnicity of children in care",
      "",
      ...table(random, [
        ["Ethnicity", "Number", "%"],
        ...labels.map((label, i) => [
          label,
          values[i]!,
          round((100 * values[i]!) / total + (i === bad ? random.pick([3.2, 5.5, -2.4]) : 0), 1),
        ]),
        ["Total", total, "100"],
      ]),
    ];
  },
};

export const quarters: Passage = {
  kind: "quarters",
  write(random, wrong) {
    const q = [0, 0, 0, 0].map(() => random.int(40, 120));
    const sum = q.reduce((a, b) => a + b, 0) + (wrong ? random.pick([-30, 12, 20]) : 0);
    return [
      "Activity by quarter",
      "",
      ...table(random, [
        ["", "Q1", "Q2", "Q3", "Q4", random.pick(["YTD", "Total"])],
        ["Referrals", ...q, sum],
        ["Initial contacts", ...q.map((n) => n + 5), q.reduce((a, b) => a + b, 0) + 20],
      ]),
    ];
  },
};
