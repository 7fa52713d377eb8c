const many =
  "(\\d+|an?|one|twenty-eight|twenty-four|thirty|forty-five|forty-eight|seventy-two|eleven|thirteen|fourteen|sixteen|twenty|ten|fifteen|two|three|four|five|six|seven|eight|nine|twelve|eighteen)";
const within = `(?:(?:within|in|inside|under|(?:no|not) more than|at most)|for(?= \\w+ (?:working|calendar) ))(?<!\\bin(?= an? )) ${many} (working |calendar |school )?(days?|weeks?|hours?)`;
/** "On a 20-day standard". */
const byStandard = `${many}[- ](working[- ]|calendar[- ])?(day|week|hour)s? (?:standard|limit|target|timescale|basis|measure|deadline)`;
/** "72.2% (five working days)". */
const afterShare = `(?<=(?:%|per ?cent) \\((?:within )?)${many} (working |calendar |school )?(days?|weeks?|hours)(?=[),;])`;
/** "Timeliness (45 working days)", "within the timescale (six weeks)". */
const inBrackets = `(?<=\\()${many} (working |calendar |school )(days?)(?=\\))|(?<=(?:timescales?|limit|standard|target) \\()${many} (working |calendar |school )?(days?|weeks?|hours?)(?=\\))`;
/** "When the measure was two weeks". */
const toldAsMeasure = `(?:measure|limit|timescale|deadline) (?:was|is|being) ${many} (working |calendar |school )?(days?|weeks?|hours?)`;
/** "Which counts 20 working days", "measured at five working days". */
const counted = `(?:(?:counts?|counted|counting|uses?|using|allows?|allowing|works? to|based) (?:only )?(?:on |at )?|measured (?:at|on|over|against) )${many} (working |calendar |school )(days?)`;
/** "Who saw 83 per cent within five": the unit stands beside the other. */
const elliptic = new RegExp(`\\b(?:within|inside) ${many}(?=[.,;)]|$)`, "giu");
const limit = new RegExp(`\\b(?:${within}|${byStandard}|${afterShare}|${counted}|${toldAsMeasure})\\b|${inBrackets}`, "giu");
const inDigits: Readonly<Record<string, string>> = {
  a: "1",
  an: "1",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  thirteen: "13",
  fourteen: "14",
  fifteen: "15",
  sixteen: "16",
  eighteen: "18",
  twenty: "20",
  "twenty-four": "24",
  "twenty-eight": "28",
  thirty: "30",
  "forty-five": "45",
  "forty-eight": "48",
  "seventy-two": "72",
};

/** Limits of time within which something is counted, such as "20 working days", each once; "within 20 days" beside it is the same one written short. */
export function limitsIn(text: string): string[] {
  const all = [...text.matchAll(limit)].map((match) => {
    const [number = "", kind = "", unit = ""] = [1, 4, 7, 10, 13, 16, 19]
      .map((at) => match.slice(at, at + 3))
      .filter(([found]) => found !== undefined)
      .flatMap((groups) => groups.map((part) => part?.toLowerCase()));
    return { many: inDigits[number] ?? number, kind: kind.replace(/[- ]$/u, ""), unit: unit.replace(/s$/u, "") };
  });
  const told = all.filter(
    (one) => one.kind !== "" || !all.some((other) => other.kind !== "" && other.many === one.many && other.unit === one.unit),
  );
  if (told.length === 0)
    return [...text.matchAll(elliptic)].map(([, many = ""]) => `${inDigits[many.toLowerCase()] ?? many} days`).slice(0, 1);
  return [...new Set(told.map(({ many, kind, unit }) => `${many} ${kind === "" ? "" : `${kind} `}${unit}${many === "1" ? "" : "s"}`))];
}

/** "10 days" may be working days cut short, and four weeks are 28 days; 20 working days are not 28 days, which holidays lengthen. */
export function areOneLimit(a: string, b: string): boolean {
  const [one, other] = [a, b].map((limit) => {
    const [many = "", ...unit] = limit.split(" ");
    const length = unit.at(-1)?.replace(/s$/u, "") ?? "";
    const days = { hour: 1 / 24, day: 1, week: 7 }[length] ?? 1;
    return { days: Number(many) * days, kind: unit.length > 1 ? unit[0] : "" };
  });
  return one?.days === other?.days && (one?.kind === other?.kind || one?.kind === "" || other?.kind === "");
}
