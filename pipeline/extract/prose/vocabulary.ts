/** Who and what English reports speak of, for use in phrases as {name}; longer readings first. */
const words: Readonly<Record<string, string>> = {
  child: "(?:children (?:and|or) young people|young people|young person|children|child|individuals|pupils|cases)",
  cla: "(?:looked[- ]after (?:children(?: and young people)?|young people)|(?:children(?: and young people)?|young people) (?:who (?:are|were) )?(?:being )?(?:currently )?(?:looked[- ]after|in (?:public |local authority )?care)|(?:children|young people) in (?:the )?(?:care of the (?:local authority|council)|its care|their care|our care)|(?:children|young people) (?:that |who |whom )?we (?:are looking|looked|look) after|children in care|lac|cla)",
  leavers:
    "(?:care[- ]leavers|young (?:people|adults) (?:leaving care|who have left care|with care leaver status)|care[- ]experienced young (?:people|adults)|former relevant young people)",
  workers:
    "(?:(?:qualified |permanent |frontline |front-line |children's |experienced |case-holding |newly qualified )?social (?:workers?|work staff|work))",
  are: "(?:are|were|is|was|have been|has been|had been|being|remain|remained)",
  // Some of the children only: those met, asked, served or invited, never the total.
  few: "(?:inspectors (?:met|spoke|saw|considered|looked|talked|interviewed)|by inspectors|spoken to|spoke (?:to|with)|\\bmembers (?:\\w+ )?(?:met|meet|spoke|visited|heard from)|\\b(?:with|by|met) members\\b|\\bmembers(?=,|:| of)|advoca|camhs|mental health service|attended|awards?\\b|survey|consult)",
  ontime:
    "(?:on time|in time|within (?:the )?(?:\\w+ ){0,3}(?:times?[- ]?scales?|time-?frames?|time limits?)|(?:in|to) (?:\\w+ )?timescales?|timely|timeliness|by the due date)",
  late: "(?:out of (?:time-?scales?|time)|outside (?:of )?(?:the )?(?:\\w+ )?time-?scales?|over time|late|overdue|delayed)",
};

/** Replaces {names} by what they stand for; an unknown name is a mistake of the declaration. */
export function expandWords(source: string): string {
  return source.replace(/\{(\w+[a-z])\}/g, (_whole, name: string) => {
    const found = words[name];
    if (found === undefined)
      throw new Error(
        `A phrase uses {${name}}, which pipeline/extract/prose/vocabulary.ts does not define: add it there or correct the name`,
      );
    return found;
  });
}
