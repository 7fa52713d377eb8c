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

/** Every total of a passage whose parts are listed; one list a sentence. */
export function partsIn(passage: readonly Sentence[]): PartsList[] {
  return passage.flatMap((sentence) => {
    for (const find of ways) {
      const found = find(passage, sentence);
      if (found.length > 0) return found;
    }
    return [];
  });
}
