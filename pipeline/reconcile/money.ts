/** 241896.54 as "£241,896.54"; whole pounds without pence. No locale is asked. */
export function formatMoney(value: number): string {
  const [whole = "", pence] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split(".");
  return `£${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${pence ? `.${pence}` : ""}`;
}
