/** A stretch of an action cell: what it says and under which name. */
export type Stretch = { id: string; section: "action" | "outcome"; text: string };

const starts = /^(\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?|\d{1,2}[a-z]?(?=[.)]\s|\s+Actions?\b))[.)]?\s*/;
const actionWord = /^(?:Required\s+)?Actions?\s*(?::|[-–]\s|(?=\s[A-Z])|$)\s*/;
const outcomeWord = /^(?:(?:Required|Expected|Intended|Desired)\s+)?Outcomes?\s*(?::|[-–]\s|(?=\s[A-Z])|$)\s*/;

/** Breaks a cell that lost its paragraphs where a number or the word "Outcome" starts a new one. */
function paragraphsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) =>
    part
      .replace(/\s(?=\d{1,2}\.\d{1,2}[.)]?\s+Actions?\b)/g, "\n")
      .replace(/([.;:!?])\s+(?=(?:(?:Required|Expected|Intended|Desired) )?Outcomes?\s*(?::|[A-Z]))/g, "$1\n")
      .split("\n"),
  );
}

/** Stretches of an action cell in order. A stretch without number goes on with the action before it. */
export function splitActionCell(parts: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let section: Stretch["section"] | null = null;
  for (const paragraph of paragraphsOf(parts)) {
    const start = starts.exec(paragraph);
    const id = start?.[1] ?? "";
    let text = start && id ? paragraph.slice(start[0].length) : paragraph;
    if (id) section = "action";
    if (actionWord.test(text)) {
      section = "action";
      text = text.replace(actionWord, "");
    } else if (outcomeWord.test(text)) {
      section = "outcome";
      text = text.replace(outcomeWord, "");
      stretches.push({ id: "", section, text });
      continue;
    }
    const last = stretches.at(-1);
    if (id || !last || (section ?? "action") !== last.section) stretches.push({ id, section: section ?? "action", text });
    else if (text !== "") last.text = last.text === "" ? text : `${last.text} ${text}`;
  }
  return stretches;
}

/** True when the first words of a cell neither number an action nor name a section. */
export function opensMidSentence(parts: readonly string[]): boolean {
  const first = parts[0] ?? "";
  return !starts.test(first) && !outcomeWord.test(first) && !actionWord.test(first);
}
