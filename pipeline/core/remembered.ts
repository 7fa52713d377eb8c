/** Enough for the texts of an authority, of which most come again with the next. */
const most = 5_000;

/** `read`, which keeps its answers for texts that come again. All are let go when they become many, so that a long run does not fill memory. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>();
  return (text) => {
    let kept = known.get(text);
    if (!kept) {
      kept = { answer: read(text) };
      if (known.size >= most) known.clear();
      known.set(text, kept);
    }
    return kept.answer;
  };
}
