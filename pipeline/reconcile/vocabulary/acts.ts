/** What is done to people and things, by its verb or by its noun: "20 schools were inspected", "after each of the 20 inspections". */
export type Act = {
  name: string;
  words: RegExp;
  /** Nothing undergoes it twice in the time that a report speaks of, so that there are as many of it as of those who undergo it. */
  isOnce: boolean;
};

const act = (isOnce: boolean, name: string, words: string): Act => ({ name, isOnce, words: new RegExp(`\\b(?:${words})\\b`, "iu") });
const once = (name: string, words: string): Act => act(true, name, words);
const repeated = (name: string, words: string): Act => act(false, name, words);

const acts: readonly Act[] = [
  once("approval", "approv(?:e|es|ed|ing|als?)"),
  once("appointment", "appoint(?:s|ed|ing|ments?)|appointees?"),
  once("joining", "join(?:ed|ers?)|starters?"),
  once("recruitment", "recruit(?:s|ed|ing|ments?)?|taken on|took on|takes on|hired"),
  once("departure", "left(?! care)|leavers?|departed|departures?"),
  once("resignation", "resign(?:s|ed|ing|ations?)"),
  once("retirement", "retir(?:e|es|ed|ing|ements?)"),
  once("dismissal", "dismiss(?:es|ed|als?)"),
  once("closure", "clos(?:ed|es|ing|ures?)|shut"),
  once("opening", "open(?:s|ed|ings?)"),
  once("registration", "regist(?:er|ers|ered|ering|rations?)"),
  once("deregistration", "de-?regist(?:ered|rations?)"),
  once("enrolment", "enrol(?:s|led|ling|ments?)"),
  once("notification", "notif(?:y|ies|ied|ications?)"),
  once("discharge", "discharg(?:ed|es)"),
  once("arrival", "arriv(?:ed|es|als?)"),
  once("birth", "born|births?"),
  once("death", "died|deaths?|bereave(?:d|ments?)"),
  once("adoption", "adopt(?:ed|ions?)"),
  once("response", "respond(?:ed|ents?)?|responses?|repl(?:y|ies|ied)|answer(?:s|ed)?"),
  once("award", "award(?:s|ed)?"),
  once("nomination", "nominat(?:ed|ions?)|nominees?"),
  once("recommendation", "recommend(?:ed|ations?)"),
  once("proposal", "propos(?:ed|als?)"),
  once("refusal", "refus(?:ed|als?)"),
  once("withdrawal", "withdr(?:ew|awn|awals?)"),
  once("transfer", "transfer(?:s|red)?"),
  repeated("placement", "placed|placing|placements?"),
  repeated("inspection", "inspect(?:ed|s|ing|ions?)"),
  repeated("referral", "refer(?:red|s|ring|rals?)?"),
  repeated("complaint", "complain(?:ed|ing|ts?)?"),
  repeated("exclusion", "exclu(?:de|ded|sions?)"),
  repeated("suspension", "suspen(?:d|ded|sions?)"),
  repeated("admission", "admi(?:t|ts|tted|ssions?)"),
  repeated("detention", "detain(?:ed)?|detentions?"),
  repeated("assessment", "assess(?:ed|es|ing|ments?)"),
  repeated("visit", "visit(?:ed|s|ing)?"),
  repeated("review", "review(?:ed|s|ing)?"),
  repeated("meeting", "met|meets?|meetings?|sat|sittings?"),
  repeated("interview", "interview(?:ed|s)?"),
  repeated("application", "appl(?:y|ies|ied|ications?)"),
  repeated("enquiry", "enquir(?:e|ed|y|ies)|inquir(?:e|ed|y|ies)"),
  repeated("request", "request(?:s|ed)?"),
  repeated("arrest", "arrest(?:s|ed)?"),
  repeated("conviction", "convict(?:ed|ions?)"),
  repeated("caution", "caution(?:s|ed)?"),
  repeated("move", "moved?|moves"),
  repeated("hearing", "heard|hearings?"),
  repeated("audit", "audit(?:s|ed)?"),
  repeated("session", "sessions?"),
];

/** The acts that a text tells of. */
export const actsIn = (text: string): readonly Act[] => acts.filter(({ words }) => words.test(text));

/** The act that the last word of a name is the noun of; null where it names people or things. */
export const actNamed = (name: string): Act | null => {
  const noun = /[\p{L}’'-]+$/u.exec(name)?.[0] ?? "";
  return acts.find(({ words }) => words.exec(noun)?.[0] === noun) ?? null;
};
