/** A grade as the words of a document give it: 1 outstanding, 2 good, 3 adequate or requires improvement, 4 inadequate. */
export type Grade = { start: number; end: number; value: 1 | 2 | 3 | 4 };

const values: readonly (readonly [RegExp, Grade["value"]])[] = [
  [/^out/, 1],
  [/^inad/, 4],
  [/^(?:adeq|requir|satisf)/, 3],
  [/^good/, 2],
];

/** Source of a pattern that matches one grade in lower-case or mixed text (use with the flag i). */
export const gradeSource = String.raw`(?:outstanding|inadequate|adequate|satisfactory|good|requir(?:es?|ing)\s+improvement(?:,?\s+to\s+be(?:come)?\s+good)?)`;

const gradePattern = new RegExp(String.raw`\b${gradeSource}\b`, "giu");
// "Grade 3 (Adequate)", "Grade 2": the scale of the inspections up to 2012.
const numberedPattern = new RegExp(String.raw`\bgrade\s*:?\s*([1-4])\b(?:\s*[(:–-]\s*(${gradeSource})\b\)?)?`, "iu");

/** The value of the words of a grade; null when they are none. */
export function gradeValue(words: string): Grade["value"] | null {
  const plain = words.trim().toLowerCase();
  return values.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The whole of a short text as a grade: "Requires improvement to be good", "**Good**", "Grade 3 (Adequate)". */
export function parseGrade(text: string): Grade["value"] | null {
  const plain = text
    .replace(/[*_#|]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,]$/, "");
  const numbered = numberedPattern.exec(plain);
  if (numbered && numbered[0].length === plain.length) return numberedValue(numbered);
  return new RegExp(String.raw`^${gradeSource}$`, "iu").test(plain) ? gradeValue(plain) : null;
}

/** "Capacity for improvement Grade 2 (good)": where the words of the grade start, and its value; null when the text ends otherwise. */
export function trailingNumberedGrade(text: string): Grade | null {
  const match = numberedPattern.exec(text);
  if (!match || !/^[\s*_|.)]*$/.test(text.slice(match.index + match[0].length))) return null;
  const value = numberedValue(match);
  return value && { start: match.index, end: match.index + match[0].length, value };
}

/** Every grade word of a text, in order; whether it grades anything is for the caller to say. */
export function findGrades(text: string): Grade[] {
  const grades: Grade[] = [];
  for (const match of text.matchAll(gradePattern)) {
    const value = gradeValue(match[0]);
    if (value) grades.push({ start: match.index, end: match.index + match[0].length, value });
  }
  return grades;
}

/** The number is the grade; where the word beside it says another, the text contradicts itself and gives none. */
function numberedValue(match: RegExpExecArray): Grade["value"] | null {
  const number = Number(match[1]);
  const value = number === 1 || number === 2 || number === 3 || number === 4 ? number : null;
  return match[2] !== undefined && gradeValue(match[2]) !== value ? null : value;
}

/** A quick look for any word of a grade, so that most of a document need not be looked at closely. */
export const mayGrade = (text: string): boolean =>
  /\b(?:outstanding|good|adequate|inadequate|satisfactory|improvement|grade)\b/iu.test(text);
