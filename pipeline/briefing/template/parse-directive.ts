/** One word, a "quoted phrase", or a setting name=word or name="quoted phrase". */
const token = /\s*(?:([a-z][a-z-]*)=)?(?:"([^"]*)"|([^\s"]+))/gy;

/** `trend health.immunisations from=2017/18 heading="Ten years"` to name, words and settings. */
export function parseDirective(
  text: string,
  line: number,
  problems: { add(line: number, message: string): void },
): { name: string; words: string[]; settings: Record<string, string>; line: number } {
  const words: string[] = [];
  const settings: Record<string, string> = {};
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    end = token.lastIndex;
    const [, setting, quoted, plain] = match;
    const value = quoted ?? plain ?? "";
    if (setting === undefined) words.push(value);
    else if (setting in settings) problems.add(line, `"${setting}" is set twice`);
    else settings[setting] = value;
  }
  if (text.slice(end).trim() !== "") problems.add(line, `a quotation mark is missing in "::${text}"`);
  const name = words.shift() ?? "";
  if (name === "") problems.add(line, "a name must follow the two colons, as in ::scorecard");
  return { name, words, settings, line };
}
