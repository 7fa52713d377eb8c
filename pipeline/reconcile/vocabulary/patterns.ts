/** A pattern of whole words: any of the wordings, in capitals or not. */
export const anyOf = (...wordings: readonly string[]): RegExp => new RegExp(`\\b(?:${wordings.join("|")})\\b`, "iu");
