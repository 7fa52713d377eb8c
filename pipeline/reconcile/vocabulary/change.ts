// Verbs and nouns for the way a figure goes, joined by bars: parts of patterns of whole words.

export const rises =
  "increas(?:e|ed|es|ing)|ris(?:e|es|en|ing)|rose|gr[eo]w(?:n|s|ing|th)?|gain(?:ed|s)?|climb(?:ed|s|ing)?|uplift|jump(?:ed)?";
export const falls =
  "decreas(?:e|ed|es|ing)|f(?:all|alls|allen|alling|ell)|drop(?:ped|s|ping)?|reduc(?:tion|e|ed|es|ing)|declin(?:e|ed|es|ing)|shrunk|shrank|cut";
/** "An increase of 12": nouns that make the figure beside them a change. */
export const changeNouns = "increase|decrease|rise|fall|drop|reduction|decline|improvement|gain|growth|change";
