/** Sets of words; a text that a pattern matches holds at least one word of each set. Empty when nothing is promised. */
export type Stems = readonly (readonly string[])[];

/**
 * The words without which a regular expression cannot match, so that a text that lacks them need not be
 * tried, nor the expression compiled. Lower case, of three letters or more. Understands what our
 * declarations use: groups, alternatives, classes, look-arounds and the usual quantifiers; anything else
 * promises nothing.
 */
export function stemsOf(source: string): Stems {
  const reader = new StemReader(source);
  const first = reader.sequence();
  if (reader.atEnd()) return first;
  const either = reader.alternatives(first);
  return either ? [either] : [];
}

/** Whether a text in lower case may hold a match of the pattern that `stems` was made from. */
export const mayMatch = (stems: Stems, lower: string): boolean => stems.every((words) => words.some((word) => lower.includes(word)));

const shortest = 3;
const literal = /[a-z0-9 '-]/;

class StemReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source.toLowerCase();
  }

  atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  /** Goes on to the end of the group: one set for all alternatives, null where one of them promises nothing. */
  alternatives(first: Stems = this.sequence()): readonly string[] | null {
    const branches = [first];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      branches.push(this.sequence());
    }
    const best = branches.map((sets) => sets.reduce<readonly string[]>((a, b) => (a.length === 0 || worth(b) > worth(a) ? b : a), []));
    return best.every((words) => words.length > 0) ? [...new Set(best.flat())] : null;
  }

  /** One alternative: a set for everything that must stand in it. */
  sequence(): Stems {
    const sets: (readonly string[])[] = [];
    let run = "";
    const offer = (words: readonly string[] | null): void => {
      if (words && shortestOf(words) >= shortest) sets.push(words);
    };
    const close = (): void => {
      offer([run.trim()]);
      run = "";
    };
    while (!this.atEnd() && !"|)".includes(this.#source[this.#at]!)) {
      const sign = this.#source[this.#at]!;
      if (literal.test(sign)) {
        this.#at++;
        const optional = this.#optional();
        if (optional !== true) run += sign;
        if (optional !== null) close();
        continue;
      }
      close();
      const words = this.#atom(sign);
      if (this.#optional() !== true) offer(words);
    }
    close();
    return sets;
  }

  #atom(sign: string): readonly string[] | null {
    this.#at++;
    if (sign === "\\") {
      // "\p{L}" names a class and "\u00a0" a character: one atom each, like any sign after a backslash.
      this.#at += /^(?:[pu]\{\w+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0].length ?? 1;
      return null;
    }
    if (sign === "[") {
      while (!this.atEnd() && this.#source[this.#at] !== "]") this.#at += this.#source[this.#at] === "\\" ? 2 : 1;
      this.#at++;
      return null;
    }
    if (sign !== "(") return null;
    const opened = /^\?(?:<?[=!]|:|<\w+>)/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0] ?? "";
    this.#at += opened.length;
    const inside = this.alternatives();
    this.#at++;
    return /[=!]$/.test(opened) ? null : inside;
  }

  /** Reads a quantifier: true when it allows none at all, false when it asks for one or more, null when there is none. */
  #optional(): boolean | null {
    const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (!found) return null;
    this.#at += found[0].length;
    return found[0].startsWith("?") || found[0].startsWith("*") || found[1] === "0";
  }
}

const shortestOf = (words: readonly string[]): number =>
  words.reduce((least, word) => Math.min(least, word.length), Number.MAX_SAFE_INTEGER);
/** Long words are rare, and few are looked for sooner than many. */
const worth = (words: readonly string[]): number => shortestOf(words) - words.length;
