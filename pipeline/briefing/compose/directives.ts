import { actionPlan } from "./action-plan.ts";
import { chart, trend } from "./charts.ts";
import { comparison } from "./comparison.ts";
import { cover, purpose } from "./cover.ts";
import { evidence } from "./evidence-list.ts";
import { findings } from "./findings.ts";
import { focus } from "./focus.ts";
import { history } from "./history.ts";
import { holdings } from "./holdings.ts";
import { judgements } from "./judgements.ts";
import { messages } from "./messages.ts";
import { findingBook, observationBook } from "./observation-book.ts";
import { officialBook } from "./official-book.ts";
import type { Composer } from "./pack.ts";
import { questions } from "./questions.ts";
import { quotedTable, quotes } from "./quotes.ts";
import { glossary, method } from "./reference.ts";
import { scorecard } from "./scorecard.ts";
import { spare } from "./spare.ts";
import { foot, story } from "./story.ts";
import { strip } from "./strip.ts";
import { title } from "./titles.ts";

/** What a template can ask for, by the name after its two colons. */
export const directives: Readonly<Record<string, Composer>> = {
  "action-plan": actionPlan,
  chart,
  comparison,
  cover,
  evidence,
  "finding-book": findingBook,
  findings,
  focus,
  foot,
  glossary,
  history,
  holdings,
  judgements,
  messages,
  method,
  "observation-book": observationBook,
  "official-book": officialBook,
  purpose,
  "quoted-figures": quotedTable,
  quotes,
  questions,
  scorecard,
  spare,
  story,
  strip,
  title,
  trend,
};
