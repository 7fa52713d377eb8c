import type { Finding } from "../model/finding.ts";
import type { Observation } from "../model/observation.ts";

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
const numbersIn = (text: string): number[] => (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(",", "")));

/**
 * Names the measure of a finding whose check looked at words alone: the one indicator that was read from
 * the quoted words with a figure the finding states. Left as it is when there is none, or more than one.
 */
export function nameMeasure(finding: Finding, own: readonly Observation[]): Finding {
  if (finding.indicator !== "" || finding.quote === "" || finding.kind === "label") return finding;
  const quote = plain(finding.quote);
  const stated = numbersIn(finding.stated);
  const read = own.filter(
    (row) =>
      row.value !== null &&
      row.quote !== "" &&
      (quote.includes(plain(row.quote)) || plain(row.quote).includes(quote)) &&
      [row.value, row.numerator, row.denominator].some((value) => value !== null && stated.includes(value)),
  );
  const [first] = read;
  if (!first || read.some((row) => row.indicator !== first.indicator)) return finding;
  return {
    ...finding,
    indicator: first.indicator,
    observations: read
      .map((row) => row.observation_id)
      .sort()
      .join(" "),
  };
}
