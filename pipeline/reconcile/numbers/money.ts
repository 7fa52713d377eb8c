import { roundTo } from "./rounding.ts";
import type { TextFigure } from "../reading/figure.ts";

/** 241896.54 as "£241,896.54"; whole pounds without pence. No locale is asked. */
export function formatMoney(value: number): string {
  const [whole = "", pence] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split(".");
  return `£${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${pence ? `.${pence}` : ""}`;
}

/** An amount as it is printed, in a text or in a table. */
type Amount = Pick<TextFigure, "text" | "value" | "decimals">;

/** Pounds that one unit of the last printed digit stands for: 100,000 for "£8.4m", 1 for "£52,055". */
export function unitOf(figure: Amount): number {
  const printed = Number(figure.text.replace(/[^\d.]/g, ""));
  const scale = printed > 0 ? Math.round(figure.value / printed) : 1;
  return Math.max(1, scale) * 10 ** -figure.decimals;
}

/** An amount with the word and precision of another one: 700000 beside "£8.4m" as "£0.7m". */
export function formatLike(value: number, figure: TextFigure): string {
  const [, word] = /\d ?(k|m|bn|million|billion|thousand)\b/iu.exec(figure.text) ?? [];
  if (word === undefined) return formatMoney(Number(roundTo(value, figure.decimals)));
  const space = / (?:million|billion|thousand|k|m|bn)\b/iu.test(figure.text) ? " " : "";
  return `£${roundTo(value / (unitOf(figure) * 10 ** figure.decimals), figure.decimals)}${space}${word}`;
}

/** Half of the unit to which an amount is plainly rounded: 50,000 for "£4.2m", 500 for "£247,000", 0.5 for "£52,055". Three figures are kept at least, as people round. */
export function slackOf(figure: Amount): number {
  let unit = unitOf(figure);
  while (figure.value % (unit * 10) === 0 && unit * 1000 <= figure.value) unit *= 10;
  return unit / 2;
}
