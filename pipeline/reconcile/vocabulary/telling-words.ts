import { falls, rises } from "./change.ts";
import { upToNineteen } from "./number-words.ts";
import { wordSet, stem } from "./names.ts";
import { pattern, wordings } from "./patterns.ts";
import { notAll, notYet, ofOthers } from "./restrictions.ts";

/** Words that tell nothing of what a figure is: of whom there is, when, and that there is so much of it. */
export const saying = wordSet(
  `the our its all who whom that which were was are been being had have has individual different separate child children young people
   authority authorities council councils team service local borough city town service number numbers total totals figure figures
   received recorded made held hold holding holds reported carried year years month months financial academic period between from with
   and currently now still also both for during since away under through because there this these those per cent percent percentage
   proportion share rate rates overall stood stand stands reach reached came come being only just out most cases case each
   every any whole result performance perform achieved achieve remain remained show shows shown table chart responsible supports supported
   employ employs employed live lives living lived place responsibility did does not approved well good high then date
   within them they over across amount amounted population scheme known knew among amongst their own can could one two some such stand granted file being in at on of by to as is it a an or
   ${upToNineteen.replaceAll("|", " ")}`,
  stem,
);

/** What may make a figure one of some, of others, of another time or of what is to come. */
export const narrower = wordings`
  ${notAll}|${notYet}|${ofOthers}|boys|girls|males?|females?|awaiting|waiting|newly|only|at (?:any|some)|some|others?|
  rest|remaining|except|without|highest|lowest|longest|shortest|range|difference|maximum|minimum|capacity|
  further|another|additional|extra|more(?! than \d+ miles)|up to|at least|cumulative\w*|so far|to date`;

/** That there are more or fewer of them now than were told of. */
export const moved = wordings`
  additional|extra|further|more(?! than)|added|increas\w+|gr[eo]w\w*|recruit(?:ed|s|ing)|new|restructur\w*|reduc\w+|deleted|cut|
  joined|became (?=looked|subject|care|eligible|in\b)|another|also`;

/** Posts by the name of those who hold them. */
const posts = "posts?|positions?|workers?|officers?|advis[eo]rs?|roles?|practitioners?|vacancies";
export const isPost = new RegExp(`^(?:${posts})$`, "iu");
export const postWords = new RegExp(`\\b(?:${posts}|work|establish\\w*|full|time)\\b`, "giu");
/** Nouns that count one child each where the words beside them say what for. */
export const perChild = pattern`^(?:orders?|plans?|adoptions?|people|children|child|arrangements?)$`;

/** Words by which a sentence tells how many there are, and nothing else. */
export const plainly = wordings`
  there (?:are|were)|had|has|have|number(?:s|ed)?|look(?:ed|s|ing)? after|car(?:ed|es|ing) for|support(?:ed|s|ing)|total of|totalled|stood at|
  responsible for|employ(?:ed|s|ing)|held|kn(?:ew|own|ows)`;

/** What is meant to be, and is not yet. */
export const tied = wordings`forecast|planned|expect(?:s|ed|ation)?|requires?|aims?|wants?|seeks?|must|minimum|ambition|would|will|should`;

/** One thing by the names that reports have for it. Each name is no shorter than the word that stands for it. */
const names: readonly (readonly [word: string, names: RegExp])[] = [
  // Who did the work is no part of what was done.
  ["", wordings`(?:independent )?reviewing officers? (?=held|completed|chaired|made|carried)`],
  [
    "rereferral",
    wordings`(?:referrals (?:were|are|being) )?(?:repeat referrals?|re-?referrals?)(?: within (?:12|twelve) months(?: of (?:an|the) (?:earlier|previous)(?: one| referral)?)?)?`,
  ],
  ["rereferral", wordings`referrals (?:[a-z]+ ){0,3}within (?:12|twelve) months of (?:an|the) (?:earlier|previous)(?: one| referral)?`],
  ["resettled", wordings`short(?:er)?[- ]term (?:placement )?stability`],
  [
    "resettled",
    wordings`(?:three or more|at least three|three\+|3 or more|3\+)(?: different| separate)? (?:placements|homes|moves)|three (?:placements|moves) or more`,
  ],
  [
    "timely",
    wordings`on time|in time|on schedule|(?:with)?in (?:the )?(?:[a-z]+ )?(?:timescales?|time limits?|deadlines?)|by the(?:ir)? due dates?|punctually|timeliness(?: of)?`,
  ],
  ["finish", wordings`clos(?:ed|ing)|finish(?:ed|ing)|complet(?:ed|ing)|conclud(?:ed|ing)`],
  [
    "",
    wordings`(?<=^ *)(?:[a-z]+ ){1,3}(?:figures?|facts?|numbers?|headlines?|points?|summary|brief|sum)(?: (?:to|of|that|are|is|these|this|follows?|note|remember|up|as|the))*(?=[:,]| that )`,
  ],
  // "The main point for members is that", "Members are asked to note that", "To conclude,".
  [
    "",
    wordings`(?<=^ *)(?:(?!(?:aims?|targets?|plans?|ambition|hopes?|intention|expect\w*|forecast|estimate\w*|standard|goal|not)\b)[a-z]+ ){1,8}?(?:note|noted|remember|stress|recall|repeat|emphasise|highlight|is) that(?= )`,
  ],
  ["", wordings`(?<=^ *)(?:to conclude|in conclusion|in short|in summary|to sum up|in brief)(?=,)`],
  ["current", wordings`up[- ]to[- ]date`],
  ["indated", wordings`(?:that (?:is|was|were|are) )?in date`],
  // Nobody but they has such a plan.
  ["", wordings`care leavers (?:had|have|with|held|hold) (?:an? |their )?(?=(?:[a-z]+[- ]){0,3}pathway plans?)`],
  ["partake", wordings`took part|take part|taken part|taking part|participat(?:ed?|ion|ing)`],
  ["", wordings`subject (?:to|of)(?= )`],
  ["", wordings`(?:the|our|all) (?:(?:locality|area|district|social work) )?teams|between them`],
  ["leads", wordings`led to|(?:has|have|had) led to|result(?:ed|ing|s) in|turned into|progress(?:ed|es) to|went on to(?: become)?`],
  ["persistent", wordings`persistent(?:ly)? (?:absen(?:ce|t|tees?))`],
  // What a plan, case or order is as long as it is one.
  ["", wordings`(?:are|were|was|is|remain|remained) (?:open|active|in force)(?! (?:to|with)\\b)|parental responsibility(?= for)`],
  // "Fell to 13.1%": the level itself.
  ["", wordings`(?:${rises}|${falls})(?: \\w+ly| further| slightly)?(?: from)? to`],
  [
    "",
    wordings`(?:(?:are|were|was|is) )?(?:placed|living|lived|cared for|looked after) (?:with|by)(?= (?:[a-z-]+ ){1,2}carers)|(?<=carers )(?:looked after|look after|cared? for)`,
  ],
  ["", wordings`(?<=agency (?:workers|staff) )(?:filled|held|covered|occupied)`],
  ["caseload", wordings`(?:hold|held|holding|carr(?:y|ied|ying)|ha[ds]|have) an average of`],
  ["", wordings`of (?:those|children|young people) in long[- ]term care(?= (?:(?:who|that) )?(?:had|have|has|were|are) )`],
  ["stability", wordings`(?:long(?:er)?[- ]term )(?:placement )?stability`],
  [
    "stability",
    wordings`(?:ha[ds]|have)? ?(?:been|lived|living|stayed|remained) in (?:the same|one|a single) (?:placement|home) for (?:at least |over )?(?:two|2) years(?: or (?:more|longer))?`,
  ],
  ["", wordings`(?:child )?protection (?=conferences?)`],
  ["", wordings`by (?:this|that|such a) (?:route|means|way)|in (?:this|that) way|on (?:that|the same) (?:date|day)`],
];

/** A text with one name for each thing, and as long as it was. */
export const namedAlike = (text: string): string =>
  names.reduce((made, [word, wordings]) => made.replace(new RegExp(wordings.source, "giu"), (found) => word.padEnd(found.length)), text);

/** Those alone who were looked at. */
export const studied = wordings`
  (?:assessment|report|study|analysis|survey|audit)\b[^.;]{0,40}\b(?:shows?|showed|found|finds|identified|looked at)`;
