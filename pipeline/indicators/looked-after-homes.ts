import { defineIndicator, type Indicator } from "../model/indicator.ts";

/** Where children in care live, and how far from home. */
export const lookedAfterHomes: readonly Indicator[] = [
  defineIndicator({
    id: "cla.out_of_area",
    theme: "placements",
    name: "Placed out of area",
    measure: "Looked-after children placed outside the authority",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Children placed out of area",
      plural: true,
      did: "were placed outside the authority",
    },
    tables: [
      {
        any: [
          "out[- ]of[- ](?:the )?(?:county|area|borough|authority|city|la\\b)",
          "outside (?:of )?(?:the )?(?:local )?(?:county|area|authority|borough|city|la\\b)",
        ],
        units: ["percent", "count"],
      },
    ],
    phrases: [
      {
        any: [
          "(?:live|living|placed|placements?|are|were|reside) (?:at a distance )?(?:out(?:side)?|beyond)(?: of)? (?:the |their |its )?(?:local )?(?:authority|county|area|borough|city|council|home)(?: (?:area|boundar(?:y|ies)|authority))?",
          "out[- ]of[- ](?:area|county|borough|authority|city)(?: placements?)?",
        ],
        never: ["of whom", "20 miles"],
        units: ["percent"],
      },
      {
        any: [],
        frames: [
          "# (?:\\(?(?:or )?#\\)? )?(?:(?:of )?(?:these |the )?(?:{cla}|{child}) )?(?:{are} )?(?:liv(?:e|ing)|placed) (?:out|outside|beyond)",
        ],
        units: ["count", "percent"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.placed_20_miles",
    theme: "placements",
    name: "Placed over 20 miles from home",
    measure: "Looked-after children placed more than 20 miles from home",
    unit: "percent",
    polarity: "low",
    wording: {
      topic: "Children placed over 20 miles from home",
      plural: true,
      did: "were placed more than 20 miles from home",
      gap: "{n} placed over 20 miles away",
      subject: "Placement over 20 miles from home",
    },
    tables: [{ any: ["20 ?(?:\\+ )?miles", "20\\+ miles"], units: ["percent", "count"] }],
    phrases: [
      {
        any: ["(?:more than|over|further than|within|beyond|under) (?:20|twenty) miles", "20\\+ miles"],
        also: ["{cla}|placed|live|placement"],
        units: ["percent", "count"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.foster_care",
    theme: "placements",
    name: "In foster care",
    measure: "Looked-after children in foster placements",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Children in foster care",
      plural: true,
      did: "lived with foster carers",
    },
    tables: [
      {
        any: ["foster(?:ing)? (?:placements?|care\\b)", "in foster\\w*", "fostered", "with foster carers"],
        never: ["independent", "agency", "\\bifas?\\b", "household", "approved", "private"],
        units: ["percent", "count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:\\(#\\) )?(?:(?:of )?(?:these |the )?(?:[a-z]+ ){0,3}(?:{cla}|{child}) (?:\\(#\\) )?)?(?:{are} )?(?:@ )?(?:lived?|living|placed|cared for|fostered) (?:with|in|by) (?:(?:'?in[- ]house'?|local authority|council|their|its|our|own) )*(?<breakdown>foster(?: famil(?:y|ies)| carers?| care| placements?| homes?)|in[- ]house (?:foster )?(?:placements?|carers?)|(?:our|their|its) own (?:foster )?carers)",
          "# (?:of (?:the |our |all )?)?(?:{cla}|{child}) (?:\\(#\\) )?(?:{are} )(?:@ )?in (?<breakdown>foster (?:care|placements?|homes?))",
          "# (?:[\\w' ]{2,40} )(?:children|young people) (?:and # (?:[\\w' ]{2,40} )(?:children|young people) )?placed (?:with|in) (?:in[- ]house )?foster",
          "and # (?:[\\w' ]{2,40} )(?:children|young people) placed (?:with|in) (?:in[- ]house )?foster",
        ],
        units: ["count", "percent"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.ifa",
    theme: "placements",
    name: "With independent agency carers",
    measure: "Looked-after children placed with independent fostering agencies",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Children with agency foster carers",
      plural: true,
      did: "lived with agency foster carers",
    },
    tables: [
      {
        any: ["independent foster\\w*(?: agenc\\w+)?", "\\bifas?\\b", "agency foster\\w*", "foster\\w* agenc\\w+"],
        units: ["percent", "count"],
      },
    ],
    phrases: [
      {
        any: [
          "(?:independent|private) foster(?:ing)? (?:agenc(?:y|ies)|carers|placements?|providers?)",
          "\\bifas?\\b",
          "agency foster (?:carers|placements)",
          "agency placements",
        ],
        also: ["placed|placement|live|living|children"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.residential",
    theme: "placements",
    name: "In residential care",
    measure: "Looked-after children in residential settings",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Children in residential care",
      plural: true,
      did: "lived in residential settings",
    },
    tables: [
      {
        any: ["residential (?:care|homes?|settings?|placements?|units?|schools?|children's homes?)", "children's homes?", "residential"],
        never: ["staff"],
        units: ["percent", "count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:\\(#\\) )?(?:(?:of )?(?:these |the )?(?:{cla}|{child}) )?(?:{are} )?(?:@ )?(?:live|living|placed|accommodated) (?:in|with) (?<breakdown>(?:unregistered |unregulated |secure )?(?:residential|children's homes?)(?: (?:children's )?(?:homes?|care|special schools?\\d?|schools?|provision|settings?|placements?))?)",
          "# (?:{child} |young people )?in (?<breakdown>residential) (?:provision|care|placements?|homes?)",
          "to # (?:young people|children) @",
        ],
        also: ["residential|children's home"],
        beside: ["^(?!.*without (?:ofsted )?registration)"],
        never: ["of whom"],
        units: ["count", "percent"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.with_parents",
    theme: "placements",
    name: "Living with parents",
    measure: "Looked-after children placed with their parents",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Children in care living with parents",
      plural: true,
      did: "lived with their parents",
    },
    tables: [
      {
        any: ["(?:placed |living )?(?:with|at home with) (?:their |own |birth )?parents?", "placement with parents?"],
        units: ["percent", "count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:\\(#\\) )?(?:(?:of )?(?:these |the )?(?:{cla}|{child}) )?(?:{are} )?(?:@ )?(?:live|living|placed) (?:at home )?with (?:their )?(?:own )?parents?",
        ],
        units: ["count", "percent"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.independent_living",
    theme: "placements",
    name: "Living independently",
    measure: "Looked-after children living independently",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Children in care living independently",
      plural: true,
      did: "lived independently",
    },
    tables: [{ any: ["liv(?:ing|es?) independent(?:ly)?", "(?:semi[- ])?independent(?:ly)? liv(?:ing|es?)"], units: ["percent", "count"] }],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:\\(#\\) )?(?:(?:of )?(?:these |the )?(?:{cla}|{child}) )?(?:{are} )?(?:@ )?(?:live|living|placed) (?:in )?(?:independent(?:ly| living)|semi-independent)",
          "# (?:{child} )?(?:who )?ceased to be looked[- ]after and (?:have |had )?moved (?:on )?(?:to|into) independent(?:ly| living)",
        ],
        units: ["count", "percent"],
      },
    ],
  }),
];
