/** Words of documents to what they mean. A map, since an object would find its own "constructor" for a word of that name. */
export const wordMap = <Meaning>(meanings: Readonly<Record<string, Meaning>>): ReadonlyMap<string, Meaning> =>
  new Map(Object.entries(meanings));
