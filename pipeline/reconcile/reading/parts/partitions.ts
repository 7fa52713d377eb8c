import { wordings } from "../../vocabulary/patterns.ts";
import { contentWords, wordSet } from "../../vocabulary/names.ts";
import { isSingle } from "../figure.ts";
import { readSentence, type Reading, type Sentence } from "../reading.ts";
import { itemRuns } from "../runs.ts";
import { bandsIn } from "./by-band.ts";
import { sexesIn } from "./groups.ts";
import { leavesOut, type Count } from "./parts-list.ts";

/** A group parted by a trait of which everybody has one: the sum is the number of the group. `isAll`: nobody is left out. */
export type Partition = { trait: "sex" | "age"; parts: readonly Count[]; sum: number; sentence: Sentence; words: string; isAll: boolean };

/** Words beside the counts that tell of nobody but those of whom the text speaks already. */
const plain = wordSet(
  `boys boy girls girl male males female females young sex gender age ages aged group groups band range profile there are were is was had
   them these those they this that it the children child people pupils and of by on in at for who with both same date day time end year
   years old olds or older younger over under between below above up to from while made make makes up out told number numbered
   counted cohort total all accounted account accounts comprised comprise consisted breakdown split follows following was
   share shares percentage percentages proportion proportions per cent
   came come remaining rest other others turned whom whole their sexes`,
);
/** "Of the boys", "of those who stayed", "of the 34": some of them. */
const ofSome =
  /\b(?:of|among|from) (?:the|those|our|all) (?!(?:\{C\d+\} )?(?:children|young people|pupils|total|cohort|group|whole|number)\b)/iu;

const blanked = (text: string, spans: readonly { start: number; end: number }[]): string =>
  spans.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);

/** The stretches that semicolons part, each as a sentence whose other words are blanks, so that every place stays. */
function piecesOf(sentence: Sentence): Sentence[] {
  const cut = (text: string): string[] => {
    const pieces = text.split(";");
    return pieces.map((piece, at) => {
      const before = pieces.slice(0, at).reduce((length, one) => length + one.length + 1, 0);
      return " ".repeat(before) + piece;
    });
  };
  const [texts, skeletons] = [cut(sentence.text), cut(sentence.skeleton)];
  return texts.length === 1 || texts.length !== skeletons.length
    ? [sentence]
    : texts.map((text, at) => ({ ...sentence, text, skeleton: skeletons[at] ?? "" }));
}

const isPlain = ({ figure }: Count): boolean =>
  isSingle(figure) &&
  figure.qualifier === "exact" &&
  figure.role === "level" &&
  figure.when !== "then" &&
  (Number.isInteger(figure.value) || figure.measure === "percent");

function partitionOf(piece: Sentence, before: readonly string[]): Partition | null {
  const banded = bandsIn(piece, before);
  // "Girls: 66": the name stands before its count.
  const sexes = banded ? null : sexesIn({ ...piece, skeleton: piece.skeleton.replace(/:(?= \{C)/gu, " ") });
  const parts = banded?.parts ?? (sexes ? [sexes.boys, sexes.girls, ...sexes.others] : []);
  const counts = banded?.counts ?? sexes?.counts ?? [];
  if (parts.length < 2 || parts.length !== counts.length || !parts.every(isPlain) || leavesOut(piece) || ofSome.test(piece.skeleton))
    return null;
  const words = blanked(piece.text, piece.figures).replace(/\d+|\([^()]*%?[^()]*\)/gu, " ");
  if (contentWords(words, plain).some((word) => !isNumber(word)) || /\{[MXRD]\d+\}/u.test(piece.skeleton)) return null;
  const sum = parts.reduce((made, { figure }) => made + figure.value, 0);
  return { trait: banded ? "age" : "sex", parts, sum, sentence: piece, words: piece.text.trim(), isAll: banded ? banded.isAll : true };
}
const isNumber = (word: string): boolean => numberWords.has(word);
const numberWords = wordSet(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
);

/** "81% for those under five", "among girls": how many of each, and not what part each is of all. */
const ofEach =
  /\b(?:for|of|among|amongst|at|in|by|from|with) (?:(?:the|those|children|young|people|all|aged|between) )*(?:under|over|boys|girls|males|females|men|women|\d|five|ten)/iu;
/** "Of the 80 children, 46.3% were girls": the number that all of them are. */
const opensWithAll = /^(\W*(?:of|out of|among) [^{}]*)\{C\d+\} /iu;
/** The same read as shares: each percentage stands for a count. */
function asShares(piece: Sentence): Sentence[] {
  const skeleton = piece.skeleton.replace(opensWithAll, (all, lead: string) => lead.padStart(all.length));
  return /\{[CS]\d+\}/u.test(skeleton) || ofEach.test(blanked(piece.text, piece.figures))
    ? []
    : [{ ...piece, skeleton: skeleton.replaceAll("{P", "{C") }];
}

/** A sentence as a whole where it parts one group, or else the pieces of it that do. */
const partedBy = (sentences: readonly Sentence[][], before: readonly string[]): Partition[] =>
  sentences.map((pieces) => pieces.flatMap((piece) => partitionOf(piece, before) ?? [])).find((found) => found.length > 0) ?? [];
/** "There were 13 girls and 15 boys", "four were under five, eight between five and nine and 16 ten or older". `before`: texts that may name the ages of all. */
const countsIn = (sentence: Sentence, before: readonly string[]): Partition[] => partedBy([[sentence], piecesOf(sentence)], before);
/** "Boys made up 54% and girls 46%". */
const sharesIn = (sentence: Sentence, before: readonly string[]): Partition[] =>
  partedBy([asShares(sentence), piecesOf(sentence).flatMap(asShares)], before);

/** A paragraph, or a list as one sentence, with the groups that it parts: by counts, and by shares. */
export type PartedRun = {
  sentences: readonly Sentence[];
  first: Sentence;
  partitions: readonly Partition[];
  shares: readonly Partition[];
};

const read = new WeakMap<Reading, readonly PartedRun[]>();

export function partedRuns(reading: Reading): readonly PartedRun[] {
  const known = read.get(reading);
  if (known) return known;
  const lists = itemRuns(reading).map((items) => {
    const text = items.map((item) => item.text.replace(/[\s.;,]+$/u, "")).join(", ");
    return [readSentence(text, items[0]!.block, 0, reading.dates)];
  });
  const runs = [...reading.passages, ...lists].flatMap((sentences): PartedRun[] => {
    const [first] = sentences;
    if (!first) return [];
    const before = [...sentences.map(({ text }) => text), ...first.block.headings];
    const found = {
      partitions: sentences.flatMap((one) => countsIn(one, before)),
      shares: sentences.flatMap((one) => sharesIn(one, before)),
    };
    return found.partitions.length + found.shares.length > 0 ? [{ sentences, first, ...found }] : [];
  });
  read.set(reading, runs);
  return runs;
}

/** Some have no such trait, as a sentence of the paragraph says, and no part of a group is theirs. */
const someWithout = wordings`
  unborn|unknown|not (?:yet )?(?:been )?(?:known|recorded|stated|given|born)|non-binary|(?:preferred|prefer|chose|wished|declined) not|
  did not (?:say|wish|want|state|give)|another (?:gender|sex)|other (?:gender|sex|genders)|missing data|no (?:sex|gender|age|date of birth)`;
export const leavesSomeOut = (sentences: readonly Sentence[], partitions: readonly Partition[]): boolean =>
  sentences.some(({ text }) => someWithout.test(text)) && partitions.some(({ parts, trait }) => trait === "age" || parts.length < 3);
