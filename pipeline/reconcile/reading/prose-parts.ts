import { byTime, together, totalAfter, totalled } from "./parts/added-up.ts";
import { byBand } from "./parts/by-band.ts";
import { byKind, bySex, opened, withRemainder } from "./parts/groups.ts";
import { inDetail } from "./parts/in-detail.ts";
import { inSequence } from "./parts/in-sequence.ts";
import { afterColon, apposed, byOnePreposition, comprising } from "./parts/listed.ts";
import { ofMoney } from "./parts/of-money.ts";
import type { PartsList } from "./parts/parts-list.ts";
import type { Sentence } from "./reading.ts";

/** Ways in which sentences list parts, the surest wording first. */
const ways: readonly ((passage: readonly Sentence[], sentence: Sentence) => PartsList[])[] = [
  byBand,
  comprising,
  totalled,
  byTime,
  bySex,
  withRemainder,
  opened,
  byKind,
  afterColon,
  byOnePreposition,
  together,
  totalAfter,
  apposed,
  inSequence,
  inDetail,
  ofMoney,
];

/** "74 offences: 3.52 for each one who reoffended, or 1.12 across all 66": what comes to each is no part of a whole number. */
function listsRates({ skeleton, figures }: Sentence, { totals, values, isMoney }: PartsList): boolean {
  const rates = [...skeleton.matchAll(toEach)].map(([, name]) => figures[Number(name)]).filter((figure) => figure && figure.decimals > 0);
  return !isMoney && totals.every(Number.isInteger) && rates.some((rate) => rate && values.includes(rate.value));
}
const toEach =
  /\{C(\d+)\} (?:[\p{L}-]+ ){0,2}?(?:(?:for|to|by|on|from) (?:each|every)\b|per\b|each\b|apiece\b|an? (?:head|child|person|family|meeting|day|week|month|year)\b|on average\b)/giu;

/** Every total of a passage whose parts are listed; one list a sentence. */
export function partsIn(passage: readonly Sentence[]): PartsList[] {
  return passage.flatMap((sentence) => {
    for (const find of ways) {
      const found = find(passage, sentence).filter((parts) => !listsRates(parts.sentence, parts));
      // "34 young men and 29 young women; 27 were 16 and 31 were 17": one number parted twice.
      const alsoBySex = find === byBand && found.length > 0 ? bySex(passage, sentence) : [];
      if (found.length > 0) return [...found, ...alsoBySex];
    }
    return [];
  });
}
