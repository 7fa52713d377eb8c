/**
 * Sentences with numbers that packs and charts print as they stand, whatever the figures are. Such a sentence is its own
 * source, so it is a constant here and never put together: what is put together must rest on rows.
 */
export const standing = {
  scorecard: "Years end on 31 March. Change: percentage points, or the measure’s own unit. Rank: 1 is best, = is tied.",
  tests: "Tests at 95%: Wilson interval against the neighbours’ mean; two-proportion z test between years.",
  grades:
    "Grades run from 1, outstanding, to 4, inadequate. The third was called adequate until 2013 and requires improvement since. Frameworks differ, so grades of different years are not the same test.",
  sdqRanges: "The ranges (14 to 16 borderline, 17 and over a cause for concern) describe one child’s score.",
  lines:
    "The line is that of the file which was read, its head counted as line 1. Means, ranks and verdicts are worked out from these figures and those of the other authorities.",
} as const;

/** The id by which a text says that it is standing words of the program: these, the method or the glossary. */
export const standingRef = (name: keyof typeof standing | "method" | "glossary"): string => `words:${name}`;
