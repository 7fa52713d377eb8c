import { defineIndicator, type Indicator } from "../model/indicator.ts";
import { populationCount, populationRate } from "./official-files.ts";

/** How many children are in care. */
export const lookedAfterNumbers: readonly Indicator[] = [
  defineIndicator({
    id: "cla.count",
    theme: "context",
    name: "Children in care",
    measure: "Children looked after at 31 March",
    unit: "count",
    polarity: "none",
    official: [populationCount("Children looked after on 31 March each year")],
    wording: {
      topic: "Children in care",
      plural: true,
      fact: "there were {value} children in care",
      subject: "The number of children in care",
    },
    counted: "Children looked after at 31 March, leaving out short breaks.",
    tables: [
      {
        any: [
          "^(?:total )?(?:number of |no\\.? of )?(?:all )?(?:lac|cla|looked[- ]after children|children looked[- ]after|children in (?:our |local authority )?care)(?: numbers?)?(?: (?:at|on) (?:31 march|(?:year|period|month|quarter)[- ]end|(?:the )?end of (?:the )?(?:month|quarter|period|year)))?(?: \\(total\\)| total)?$",
        ],
        units: ["count"],
      },
    ],
    phrases: [
      {
        any: [],
        whole: true,
        frames: [
          "# (?:{child} )?(?:who )?{are} (?:being |being )?(?:looked[- ]after|in (?:the )?(?:local authority )?care)(?!,? of (?:statutory |compulsory )?school)(?! (?:for|and|plan|proceed|by (?:their|family|friends|relatives|extended|kin|foster|independent|private|carers|connected|in-house|grandparents|other)))",
          "# {cla}(?= (?:by|in (?:the )?(?:county|borough|city|\\w+shire|area|local)|@|aged|of whom|at (?:the )?(?:year|period|quarter|month)[- ]?end)|[.;]|,(?! of)| in [a-z]+[.,; ](?!residential|foster|the|a ))",
          "there (?:are|were|was|is) (?:@ )?# (?:\\w+ )?{cla}(?! (?:who|known to|placed|living|with|in (?:residential|foster|secure|out|special|external|their|kinship|long)|missing|under|subject|receiving|waiting|attending|at risk|over|from|on|awaiting|for whom|whose|not|without|accessing|excluded|accommodated|and young people (?:who|placed|living|missing)))",
          "(?:looking after|looks after|looked after|corporate parent (?:to|for)|responsib(?:le|ility) for) # (?:{child}|{cla})(?! (?:leavers|in need|subject|and))",
          "(?:number|numbers|total|population) of {cla}(?! (?:missing|placed|living|reported|excluded|subject|experiencing|with|in (?:residential|foster|secure)|who (?:are|were|have|had|go|went)|receiving|attending|having|without|at risk)) (?:[^#;.]{0,60} )?(?:by # )?(?:is|was|to|at|of|stood at|stands at|from|are|were) #(?! ?per|%)",
          "# {cla} (?:{are} )?(?:cared for|placed by|by) (?:the )?(?:local authority|council)",
          "local authority (?:is|was) (?:@ )?(?:looking after|responsible for) #",
          "# (?:{child}|young people) (?:came|come|were|are) (?:in|into) (?:the )?care of the",
          "with # recorded as the (?:highest|lowest)",
          "(?:{cla} numbers?|numbers? of {cla})(?! (?:missing|placed|living|reported|excluded)) [^;.]{0,80} from #(?= to #)",
          "(?:{cla} numbers?|numbers? of {cla}) [^;.]{0,70} to #(?= @)",
          "looked[- ]after (?:children )?population (?:[^;.]{0,60} )?(?:to|at|is|of|was|from) #",
          "{cla} (?:population|numbers?) (?:[^#;.]{0,40} )?(?:is|was|to|at|of|stood at|from) #",
        ],
        beside: ["^(?!.*{few})"],
        // "Six reviewing officers looked after 415 cases": those who work with the children, each of whom has some.
        never: [
          "started",
          "ceased",
          "became looked",
          "were referred",
          "excluded",
          "agency",
          "placed with",
          "foster",
          "(?:officers?|workers?|advis[eo]rs?|managers?|staff|carers?|households?|teams?|homes?|practitioners?) (?:who )?(?:\\w+ )?look(?:ed|s|ing)? after",
        ],
        units: ["count"],
      },
      {
        any: [],
        also: ["{cla}|looked[- ]after|looking after"],
        frames: [
          "(?:height|peak|highest|lowest|low|high)(?: point)? of # {child}(?= (?:in |at |on )?@|[.,;])",
          "(?:slightly|steadily|further)? ?(?:dropping|rising|falling|increasing|reducing) (?:slightly )?(?:to|from) #(?= @|[.,;])",
        ],
        never: ["average", "weeks"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.rate_per_10k",
    theme: "context",
    name: "Children in care per 10,000",
    measure: "Children looked after at 31 March per 10,000 under 18",
    unit: "rate_per_10k",
    polarity: "none",
    official: [populationRate("Children looked after on 31 March each year")],
    wording: {
      topic: "Children in care per 10,000",
      plural: true,
      fact: "{value} in every 10,000 children were in care",
      subject: "The rate of children in care",
    },
    range: [0, 1000],
    counted: "Children looked after at 31 March per 10,000 people under 18.",
    tables: [
      {
        any: [
          "(?:lac|cla|looked[- ]after|in care)\\b.*per 10,?000",
          "rate (?:of|per).*(?:lac|cla|looked[- ]after|in care)",
          "per 10,?000.*(?:lac|cla|looked[- ]after|in care)",
        ],
        units: ["rate_per_10k"],
      },
      {
        any: ["^rate (?:per 10,?000|per 10k)(?: (?:children|population|under 18s?|child population))?$"],
        also: ["looked[- ]after|\\bcla\\b|\\blac\\b|in care"],
        never: ["protection", "need", "referr"],
        units: ["rate_per_10k"],
      },
    ],
    phrases: [
      {
        any: [
          "{cla}",
          "(?:rate|number|proportion) of (?:{child}|{cla}) (?:becoming |coming |entering |being |who are )?(?:looked[- ]after|(?:in|into) care)",
          "looked[- ]after",
          "looking after",
        ],
        also: ["10,?000"],
        never: ["child protection", "in need", "referr"],
        frames: ["rates? of {cla}[^#;.]{0,60} #"],
      },
    ],
  }),
];
