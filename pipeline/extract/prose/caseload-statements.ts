import { patternOf } from "../../core/patterns.ts";
import type { ReadSentence } from "./read-sentence.ts";

const load = /\b(?:caseloads?|case-loads?|case loads?|workloads?)\b/;
const judged = patternOf("")`
  \b(?:manageable|unmanageable|high|higher|highest|low|lower|stable|challenging|challenged|protected|reduc\w+|increas\w+|
  excessive|heavy|heavier|reasonable|sufficient|appropriate|realistic|acceptable|too (?:high|many|large|big)|small|smaller|
  large|larger|size|sizes|capacity|demanding|variable|vary|varied|fluctuat\w*|balanced|equitabl\w+|overload\w*|struggl\w+|
  rising|risen|grown|improv\w+|good|well|weighted|limited|light|comfortable|sustainable)\b`;
// Words that speak of the tool or the topic, not of how heavy the load is.
const aside =
  /\b(?:caseload|workload) (?:management|weighting|monitoring|allocation|data|information|reports?|analysis tool|tool|pressures?)\b/;

/** True when a sentence says how heavy caseloads are: without a figure it is a statement in words. */
export function statesCaseload(sentence: ReadSentence): boolean {
  return (
    load.test(sentence.lower) &&
    judged.test(sentence.lower) &&
    !(aside.test(sentence.lower) && !/\bcaseloads? (?:is|are|were|was|remain|have|has)\b/.test(sentence.lower))
  );
}
