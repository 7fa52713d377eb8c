import { parseFigure } from "../../extract/grammar/numbers.ts";

/** "Three", "twenty-eight", "28" and "both" as numbers; null for any other word. */
export const numberOf = (word: string): number | null => (/^both$/iu.test(word) ? 2 : (parseFigure(word.toLowerCase())?.value ?? null));

/** Numbers of ages and of parts are written as words up to these. */
export const upToTen = "one|two|three|four|five|six|seven|eight|nine|ten";
export const upToTwelve = `${upToTen}|eleven|twelve`;
export const upToNineteen = `${upToTwelve}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen`;
