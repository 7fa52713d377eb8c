/** A document that cannot be read. The message is one sentence: what, expected, found, what to do. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}
