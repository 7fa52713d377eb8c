import { patternOf } from "../../core/patterns.ts";
import { isBracketed } from "./match-near.ts";
import { signed, signedTail, type ReadSentence } from "./read-sentence.ts";

/** Words that may stand between a subject and its figure: "the England average, which was 84%". */
const link = patternOf("")`
  ^(?:[\s,(:"]|\b(?:of|is|was|at|which|that|stood|stands|being|were|are|for|in|on|only|just|figures?|rates?|levels?|averages?|
  performance|proportion|percentage|number|share|over|last|two|three|five|years|the|a|an|set|by|this|group|same|period|recorded|
  average[ds]?|it|rose|rising|fell|from|to|increased|had|has|been|children|looked[- ]after|young people|care leavers|year|
  achieved|area|county|borough|city|social workers?|caseloads?|national|no|hold|patients?|should|wait|must|be|seen|reported|per|
  reporting|remained|currently)\b|@|\/)*$`;
const comparing =
  /\b(?:than|above|below|exceed\w*|beyond|under|over|behind|short of|meeting|outperform\w*)(?: (?:the|its|their|that of|both|our|for|own|local))*\s*$/;
const parted =
  /\b(?:compared|against|than|above|below|higher|lower|while|whilst|whereas|but|is|are|was|were|better|worse|versus|exceed\w*|and)\b|[,;:(]/;

/**
 * The subject of every figure of a sentence: "local" unless words before or after it name another.
 * Two subjects named before two figures ("regional and national rates of 40 and 42") go in order.
 */
export function assignSubjects(sentence: ReadSentence, authority = ""): string[] {
  const subjects: string[] = [];
  const { figures } = sentence;
  figures.forEach((figure, index) => {
    // "The average over the same three years was 628 days": a length of time ends no subject's reach.
    const previous = figures.slice(0, index).findLast((f) => f.measure !== "years" && f.measure !== "times");
    const from = previous?.end ?? 0;
    subjects.push(
      otherArea(sentence, figure.end, authority) ??
        otherPlace(sentence, figure, authority) ??
        versus(sentence, index) ??
        nextBracket(sentence, index, subjects) ??
        listed(sentence, index, subjects) ??
        after(sentence, figure.end, figures[index + 1]?.markStart ?? sentence.lower.length) ??
        before(sentence, from, figure.markStart, index) ??
        sharedList(sentence, index, subjects) ??
        sentence.subjects.findLast(
          (s) => s.end <= figure.start && (s.subject.startsWith("other:") || /handbook$/.test(sentence.lower.slice(s.start, s.end))),
        )?.subject ??
        "local",
    );
  });
  return subjects;
}

const against = /^\)? (?:against|versus|compared (?:with|to)) (?:only )?$/;

/** "higher than similar authorities (42 against 41)": first the authority's own, then the other's. */
function versus(sentence: ReadSentence, index: number): string | null {
  const { figures, lower } = sentence;
  const own = index + 1 < figures.length && against.test(lower.slice(figures[index]!.end, figures[index + 1]!.markStart)) ? index : null;
  const other = index > 0 && against.test(lower.slice(figures[index - 1]!.end, figures[index]!.markStart)) ? index - 1 : null;
  const first = own ?? other;
  if (first === null || !isBracketed(lower, figures[first]!)) return null;
  const named = sentence.subjects.findLast((s) => s.end <= figures[first]!.markStart);
  return named ? (own === null ? named.subject : "local") : null;
}

/** "94% (England 90%), dental checks 92% (86%)": the first bracket says whose figures the later ones are. */
function nextBracket(sentence: ReadSentence, index: number, done: readonly string[]): string | null {
  const { figures, lower } = sentence;
  const [previous, figure] = [figures[index - 1], figures[index]!];
  if (!previous || previous.measure !== figure.measure || lower.slice(previous.end, figure.markStart) !== " (" || lower[figure.end] !== ")")
    return null;
  const first = done.findIndex(
    (subject, k) => subject !== "local" && isBracketed(lower, figures[k]!) && figures[k]!.measure === figure.measure,
  );
  return first >= 0 ? done[first]! : null;
}

/** "75 Northtown children", when the authority is not Northtown. */
function otherArea(sentence: ReadSentence, end: number, authority: string): string | null {
  const name = /^ ((?:[A-Z][a-z]+ ){1,4})(?:children|young people)\b/.exec(sentence.text.slice(end, end + 60))?.[1]?.trim();
  if (!authority || !name || /^(?:Looked|Children|Young|Care|Year|Black|White|Asian|Former)/.test(name)) return null;
  return authority.toLowerCase().includes(name.toLowerCase()) ? null : `other:${name}`;
}

/** "11% for similar authorities", "45% nationally": named directly behind the figure, nothing compared in between. */
function after(sentence: ReadSentence, end: number, limit: number): string | null {
  const mention = sentence.subjects.find((s) => s.start >= end && s.end <= limit);
  if (!mention || mention.start - end > 60) return null;
  const between = signed(sentence, end, mention.start).replace(/^%?\)/, "");
  if (parted.test(between)) return null;
  const joined =
    /^\s*(?:(?:average|figure|rate|level) )?(?:(?:achieved|seen|reported|recorded|found) ?)?(?:(?:for|in|across|among|amongst|by|of|at)\b[\s\w'-]*)?$/.test(
      between,
    );
  if (!joined) return null;
  // "60% of our target" and "10% above": a share of the subject is not its figure.
  return mention.subject === "target" && !/^\s*$/.test(between) ? null : mention.subject;
}

const placeName =
  /^\)? (?:in|for|at|by) (neighbouring |nearby )?((?:\p{Lu}[\p{L}'’-]+)(?: (?:(?:and|of|upon|on|the) )?\p{Lu}[\p{L}'’-]+){0,4})(?=[\s.,;)]|$)/u;
const noPlace = patternOf("u")`
  ^(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d|Quarter|Year|Key|Stage|Section|
  England|Ofsted|The|North|South|East|West|London|Inner|Outer|Yorkshire|Children|Education|Social|Care|Health)\b`;
const councilWord = / (?:Metropolitan |London |City |County |District )?(?:Borough|County|City|District|Council)(?: Council)?$/u;

/** "compared with 55% in Luton": another place that a figure is set against, or one that is called a borough, county or neighbour. */
function otherPlace(sentence: ReadSentence, figure: { markStart: number; end: number }, authority: string): string | null {
  const match = placeName.exec(sentence.text.slice(figure.end, figure.end + 90));
  const printed = match?.[2] ?? "";
  if (!match || authority === "" || noPlace.test(printed)) return null;
  const name = printed.replace(councilWord, "");
  const compared = /\b(?:compared (?:with|to)|against|than|versus|and) (?:only |just )?$/.test(sentence.lower.slice(0, figure.markStart));
  if (!match[1] && name === printed && !compared) return null;
  const known = authority.toLowerCase();
  return known.includes(name.toLowerCase()) || name.toLowerCase().includes(known) ? null : `other:${name}`;
}

function before(sentence: ReadSentence, from: number, start: number, index: number): string | null {
  const mention = sentence.subjects.findLast((s) => s.start >= from && s.end <= start);
  if (!mention) return null;
  const between = signed(sentence, mention.end, start);
  if (between.length > 90 || !link.test(between)) return null;
  // "is above the national average at 83%": with no figure yet, the 83% is the authority's own.
  const goesOn = /^(?:however,? |although |while )?(?:this|these|it|that|which)\b/.test(sentence.lower);
  const opening = index === 0 && !goesOn && comparing.test(sentence.lower.slice(0, mention.start));
  if (opening && (/^\s*,? (?:at|,)\s*$/.test(between) || isBracketed(sentence.lower, sentence.figures[index]!)))
    return /\bof\b|\bis\b|\bwas\b/.test(between) ? mention.subject : bracketSubject(between, mention.subject);
  return mention.subject;
}

// "below the national average (84%)" gives the average; "above the national average, at 83%" the authority.
const bracketSubject = (between: string, subject: string): string => (between.includes("(") ? subject : "local");

/** "statistical neighbours and England (65% and 67%)": the k-th figure belongs to the k-th subject. */
function listed(sentence: ReadSentence, index: number, done: readonly string[]): string | null {
  const { figures, subjects } = sentence;
  for (let first = index; first >= 0 && first >= index - 3; first--) {
    if (
      first < index &&
      !/^\)?,? ?(?:and|,|or) ?(?:a |the )?$|^, $/.test(sentence.lower.slice(figures[first]!.end, figures[first + 1]!.markStart))
    )
      return null;
    const limit = figures[first]!.markStart;
    const from = figures[first - 1]?.end ?? 0;
    const named = subjects.filter((s) => s.start >= from && s.end <= limit);
    if (named.length < 2) continue;
    const group = named.slice(-2 - (named.length > 2 && joinedPair(sentence, named[named.length - 3]!, named[named.length - 2]!) ? 1 : 0));
    const joined = group.every((s, k) => k === 0 || joinedPair(sentence, group[k - 1]!, s));
    if (!joined || !link.test(signed(sentence, group[group.length - 1]!.end, limit))) continue;
    const mine = group[index - first];
    return mine && (index > first || figures.length > first + 1) ? mine.subject : null;
  }
  return done[index] ?? null;
}

const joinedPair = (sentence: ReadSentence, a: { end: number }, b: { start: number }): boolean =>
  /^(?:,? and (?:the |for |in )?|, (?:the )?|\/| or (?:the )?|,? and (?:the )?(?:\w+ )?)$/.test(sentence.lower.slice(a.end, b.start));

/** "an England average of 60% in 2015 and 62% in 2016": the second is England's too. */
function sharedList(sentence: ReadSentence, index: number, done: readonly string[]): string | null {
  const previous = sentence.figures[index - 1];
  const subject = done[index - 1];
  if (!previous || !subject || subject === "local") return null;
  const gap = signed(sentence, previous.end, sentence.figures[index]!.markStart);
  if (/^\)?(?:,|,? and) $/.test(gap) && /\b(?:averages|figures|rates|levels)\b|\brespectively\b/.test(sentence.lower)) return subject;
  // "the England figure (88%, 86% and 90%)": one bracket, one subject.
  if (
    /^(?:,|,? and) $/.test(gap) &&
    isBracketed(sentence.lower, sentence.figures[index]!) &&
    /\([^)]*$/.test(sentence.lower.slice(0, previous.markStart))
  )
    return subject;
  if (!/^\)?(?: @)? (?:and|to|rising to|falling to) (?:@,? )?$/.test(gap)) return null;
  return (
    after(sentence, sentence.figures[index]!.end, sentence.lower.length) ??
    (/@/.test(gap + signedTail(sentence, sentence.figures[index]!.end).slice(0, 12)) ? subject : null)
  );
}
