/** A word, a number or a sign, with its place in the text. `lower` has straight quotes and lower case. */
export type Token = { text: string; lower: string; start: number; end: number; kind: "word" | "number" | "sign" };

// One pass, no nested repetition: a group of three digits after a comma belongs to the number, and so
// does a decimal part. A comma with two digits after it ("£5000,00") is a misprinted point.
const tokenPattern = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(\p{L}+(?:['’]\p{L}+)?)|(\S)/gu;

/** Cuts text into tokens in linear time; white space is dropped, hyphens stand alone. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const kind = match[1] !== undefined ? "number" : match[2] !== undefined ? "word" : "sign";
    tokens.push({
      text: match[0],
      lower: match[0].toLowerCase().replaceAll("’", "'"),
      start: match.index,
      end: match.index + match[0].length,
      kind,
    });
  }
  return tokens;
}

/** Hyphen, non-breaking hyphen, figure dash, en dash, em dash and minus sign all join ranges and years. */
export const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑‒–—−]$/.test(token.text);

/** True when nothing, not even white space, stands between two tokens. */
export const touches = (left: Token | undefined, right: Token | undefined): boolean =>
  left !== undefined && right !== undefined && left.end === right.start;
