import type { Polarity } from "../../model/comparison.ts";
import { changeNouns } from "./change.ts";
import { topicOf } from "./topics.ts";
import { anyOf, wordings } from "./patterns.ts";

/** "Is growing", "has been on the rise": only as what the sentence says, not as an adjective. */
const keeps = "(?:is|are|was|were|been|keeps?|kept) (?:still |now |again |slowly |steadily |quickly )?";

const shade =
  "(?:small|slight|modest|steady|sharp|marked|big|large|clear|further|welcome|encouraging|worrying|disappointing|notable|significant|healthy)";
/** "Is now higher", "higher than last year": of the later level beside the earlier, which stands in the same sentence. */
const thanBefore = "(?= than (?:last|the previous|a year|in (?:19|20)\\d\\d))";
const isNow = "(?<=\\b(?:is|are|was|were) (?:now |therefore |thus )?)";
const higher = `(?:higher${thanBefore}|${isNow}(?:higher(?=[.;]|$)|up(?=[:,.;]|$)))`;
const lower = `(?:lower${thanBefore}|${isNow}(?:lower(?=[.;]|$)|down(?=[:,.;]|$)))`;

/** Words for the way two levels of different times go: up, down, to the good or to the bad. */
export const changes = {
  rising: wordings`
    doubled|trebled|tripled|lengthened|widened|increased|rose|risen|grown|grew|(?:gone|went|come|came|crept) up|climbed|rising|
    increasing|more(?<=^more)(?! than)|an increase|an? (?:${shade} )?rise|soared|crept up|picked up(?=,? from)|continue[sd]? to (?:rise|grow|increase|climb|go up)|(?:spent|paid|costs?) more(?! than)|up (?:from|on)|${higher}|upward|${keeps}(?:growing|mounting|climbing|going up|on the (?:rise|increase))`,
  falling: wordings`
    halved|eased|shortened|narrowed|shrunk|shrank|decreased|fell|fallen|dropped|declined|reduced|(?:gone|went|come|came) down|falling|
    decreasing|fewer(?<=^fewer)|less(?<=^less)|a decrease|an? (?:${shade} )?(?:fall|reduction|drop|decline)|slid|dipped|continue[sd]? to (?:fall|decline|drop|shrink|decrease|go down)|(?:spent|paid|costs?) less(?! than)|slipped(?! back)|tumbled|down (?:from|on)|${lower}|downward|
    ${keeps}(?:shrinking|easing|declining|dropping|going down|coming down|on the (?:wane|decline))`,
  improving: wordings`
    improved|improving|improvement|(?:got|gotten|become|became|grown|grew) (?:much |slightly |a little |even )?better|
    better than (?:last|the previous|a year|in (?:19|20)\d\d)`,
  worsening: wordings`
    worsened|deteriorated|worsening|deterioration|slipped back|gone backwards|went backwards|
    (?:got|gotten|become|became|grown|grew) (?:much |slightly |a little |even )?(?:worse|poorer)|
    worse than (?:last|the previous|a year|in (?:19|20)\d\d)`,
} as const;
/** The same of lengths of time alone: a share on time that goes up has become quicker too. */
export const changesOfTime = {
  rising: wordings`(?:wait|waits|waited|waiting) (?:longer|more time)(?! than)|(?:become|became|becoming|got|getting|grown|grew) (?:slower|longer)`,
  falling: wordings`(?:wait|waits|waited|waiting) (?:less time|less|a shorter time)(?! than)|(?:become|became|becoming|got|getting|grown|grew) (?:quicker|faster|shorter|speedier)`,
} as const;
/** "The same as rising by a tenth", "the same as a fall of a quarter" says one thing in two ways, and not that nothing changed. */
const inOtherWords = `(?: (?:if|to|when|(?!(?:during|spring|morning|evening)\\b)[a-z]+ing)\\b| (?:an? |the )?(?:[a-z-]+ )?(?:${changeNouns})\\b)`;
/** Words that leave a figure some room. */
export const steady = anyOf(
  "(?:held|holding|remain(?:s|ed)?|stay(?:s|ed)?|kept|is|are|was|were|been) (?:broadly |largely |fairly |very )?(?:steady|stable|flat|level|constant)",
);
export const unchanged = anyOf("unchanged", `the same as(?!${inOtherWords})`, "no change", "remains? (?:at )?the same", "stayed the same");

/** "Lower is better", "where a low rate is good": the text itself says which side is the good one. */
const good =
  "(?: (?:figures?|rates?|shares?|numbers?|values?|percentages?|scores?|proportions?|results?))? (?:(?:is|are|being) (?:\\w+ )?|(?:means?|shows?|indicates?|suggests?) )(?:a )?(?:good|better|best|stronger|the aim|what (?:is|we) want)";
export const lowIsGood = anyOf(`(?:lower|low|smaller|fewer)${good}`, "the (?:lower|smaller|fewer)(?: the [a-z]+)?,? the better");
export const highIsGood = anyOf(`(?:higher|high|larger|greater)${good}`, "the (?:higher|larger|greater)(?: the [a-z]+)?,? the better");

/** Words that turn a measure round: a fall in late reviews is good. */
const adverse = wordings`
  not|late|overdue|outside|missed|delay\w*|waiting|outstanding|without|unauthorised|absen\w+|missing|offend\w*|repeat|
  backlog|days|weeks|months|cost|unsuitable|breakdowns?|disrupt\w*|moves?`;
const counted = /\b(?:within|inside|in|under) (?:\w+[ -]){0,3}(?:hours|days|weeks|months)\b/giu;

/** What no topic names, and yet has a good side. */
const unwanted = wordings`
  absent|(?:sickness )?absences?|sickness|(?:re-?)?offend(?:ed|ing)|overspen(?:d|t)|complaints upheld|suspen(?:ded|sions?)|overdue|backlog|
  (?:placement )?(?:breakdowns?|disruptions?)|unfilled|first-time entrants`;
const done =
  "(?:held|completed|complete|seen|made|carried out|issued|finished|finalised|done|answered|started|assessed|reviewed|resolved|visited|concluded|met|took place|taken place|offered|decided|allocated|processed|in place|on record|recorded|signed off|undertaken|delivered|returned|followed up|trained|supervised|up to date|in date|current|take-up|took up)";
const wanted = wordings`
  grade \d|expected standard|gcses?|complaints?\b.*\b(?:answered|responded|resolved|replied)|
  ${done}\b[^.;]{0,60}\b(?:within|inside|in) (?:\w+[ -]){0,3}(?:hours|days|weeks|months)`;
/** What was done for more than half is what was to be done, unless its words say that it went wrong. */
const mostDone = 50;
const isDone = wordings`${done}|supervis\w+|return (?:home )?interviews?|conferences|permanent(?:ly)?|named nurse|felt safe|satisf\w+|trained|training plans?`;
const wrong = wordings`
  agency|vacan\w*|left|leaving|ended|closed|refused|declined|failed|again|out of(?! (?:the |all |these |those )?(?:\d|these|those))|beyond|over|longer|more than|custody|residential|emergency|
  unregulated|unregistered|no further action|section 47|excluded|unplanned|temporary|short of|risk|neglect|abuse|need`;

/** What is called stability and this rare, in percent, is moving more than staying. */
const rare = 40;

/** Words of what is not wanted, or of what may be. */
export const isAdverse = (text: string): boolean => adverse.test(text.replace(counted, "")) || unwanted.test(text) || wrong.test(text);

/** The side on which a figure of this text is good; "none" when its words leave it open. Knowing a percentage of it can show that they do. */
export function polarityOf(text: string, percent: number | null = null): Polarity {
  const topic = topicOf(text);
  const isOpen = adverse.test(text.replace(counted, ""));
  const isMostDone = percent !== null && percent >= mostDone && isDone.test(text) && !wrong.test(text);
  const [isUnwanted, isWanted] = [unwanted.test(text), wanted.test(text)];
  const told = isUnwanted && isWanted ? "none" : isUnwanted ? "low" : isWanted || isMostDone ? "high" : "none";
  // "Strategy meetings on repeat episodes held within five days": how soon, whatever the thing is called.
  if (topic?.polarity === "low" && isWanted && !isUnwanted) return "none";
  const polarity = topic?.polarity ?? told;
  if (polarity !== "high") return polarity;
  return isOpen || (topic?.name === "placement stability" && percent !== null && percent < rare) ? "none" : polarity;
}
