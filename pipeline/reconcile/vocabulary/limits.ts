const limit =
  /\b(?:(?:within|in|under)|for(?= \w+ (?:working|calendar) )) (\d+|twenty-eight|twenty|ten|fifteen|two|three|four|five|six|seven|eight|nine|twelve|eighteen) (working |calendar |school )?(days?|weeks?)\b/giu;
const inDigits: Readonly<Record<string, string>> = {
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  twelve: "12",
  fifteen: "15",
  eighteen: "18",
  twenty: "20",
  "twenty-eight": "28",
};

/** Limits of time within which something is counted, such as "20 working days", each once; "within 20 days" beside it is the same one written short. */
export function limitsIn(text: string): string[] {
  const all = [...text.matchAll(limit)].map((match) => {
    const [, many = "", kind = "", unit = ""] = match.map((part) => part?.toLowerCase());
    return { many: inDigits[many] ?? many, kind: kind.trim(), unit: unit.replace(/s$/u, "") };
  });
  const told = all.filter(
    (one) => one.kind !== "" || !all.some((other) => other.kind !== "" && other.many === one.many && other.unit === one.unit),
  );
  return [...new Set(told.map(({ many, kind, unit }) => `${many} ${kind === "" ? "" : `${kind} `}${unit}${many === "1" ? "" : "s"}`))];
}
