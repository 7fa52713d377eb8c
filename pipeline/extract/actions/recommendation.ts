const numbered =
  /^(?:(?:Ofsted\s+)?(?:Recommendation|Priority|Objective|Area for improvement)\s*(?:no\.?\s*)?)?(\d{1,2})\s*(?:[.):–-]\s*|\s+(?=[A-Z])|$)/i;

export type Recommendation = { no: number | null; text: string };

/** "Recommendation 3: Provide …", "3. Provide …" or only the words, with the number of its own column. */
export function parseRecommendation(cell: string, numberCell: string): Recommendation {
  const own = /^\d{1,2}$/.test(numberCell.replace(/[.)]$/, "")) ? Number.parseInt(numberCell, 10) : null;
  const start = numbered.exec(cell);
  if (own !== null) return { no: own, text: start && Number(start[1]) === own ? cell.slice(start[0].length) : cell };
  if (start) return { no: Number(start[1]), text: cell.slice(start[0].length) };
  return { no: null, text: cell.replace(/^Recommendation\s*:\s*/i, "") };
}

export const looksLikeRecommendation = (text: string): boolean =>
  /^(?:Ofsted\s+)?(?:Recommendation|Priority|Area for improvement)\s*(?:no\.?\s*)?\d{1,2}\b/i.test(text);
