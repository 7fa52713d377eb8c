import { describe, expect, it } from "vitest";
import { indicators } from "../../pipeline/indicators/all.ts";
import { untestedSentence } from "../../pipeline/words/other-measures.ts";
import { withNeighbours } from "../../pipeline/words/phrases.ts";
import { keyPageTitle } from "../../pipeline/words/key-page-title.ts";
import { themeRightTitle } from "../../pipeline/words/theme-titles.ts";
import { dataQualityTitle } from "../../pipeline/words/titles.ts";
import { averageRow, row, withheldRow } from "./row.ts";

const indicatorOf = (id: string) => {
  const found = indicators.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("little that can be tested", () => {
  const withheld = ["health.immunisations", "health.dental_checks"].map((indicator) =>
    withheldRow({ indicator, comparison_id: indicator }),
  );

  it("is said with its numbers and reason", () => {
    const said = untestedSentence(
      [...withheld, averageRow({ comparison_id: "average" }), row({ indicator: "health.review_assessment", comparison_id: "tested" })],
      indicatorOf,
    );
    expect(said?.text).toBe(
      "Two of the four measures have no figure, most often because it is withheld so that nobody can be identified. One more has a figure that cannot be tested. This page judges only what could be tested; the scorecard shows the rest.",
    );
    expect(said?.restsOn).toEqual(["health.immunisations", "health.dental_checks", "average", "tested"]);
  });

  it("is said in one sentence where nothing was tested, and left to the title where nothing has a figure", () => {
    const average = averageRow({ comparison_id: "average" });
    expect(untestedSentence([...withheld, average], indicatorOf)?.text).toBe(
      "One of the three measures has a figure, and it cannot be tested.",
    );
    expect(untestedSentence(withheld, indicatorOf)).toBeNull();
    const alone = row({ neighbours_with_value: 0, neighbour_mean: null, neighbour_verdict: "not_compared", england_verdict: "worse" });
    expect(untestedSentence([alone], indicatorOf)?.text).toBe("No statistical neighbour has a figure, so England is the only comparison.");
  });

  it("is what the title of the page says, with England where no neighbour has a figure", () => {
    const none = { goingWell: [], attention: [] };
    expect(keyPageTitle(withheld, none, indicatorOf)).toBe("None of the two measures has a figure");
    const alone = row({
      neighbours_with_value: 0,
      neighbour_mean: null,
      neighbour_verdict: "not_compared",
      rank: null,
      england_verdict: "worse",
    });
    expect(keyPageTitle([alone], none, indicatorOf)).toBe("No neighbour has a figure: one measure is set against England alone");
    expect(themeRightTitle(alone, { ...alone, indicator: "health.dental_checks", change_verdict: "no_clear_change" }, indicatorOf)).toBe(
      "Immunisations and dental checks are worse than England",
    );
    expect(
      themeRightTitle(
        {
          ...averageRow(),
          neighbours_with_value: 0,
          neighbour_mean: null,
          neighbour_verdict: "not_compared",
          neighbour_min: null,
          neighbour_max: null,
          rank: null,
          value: 18,
          england_value: 17.4,
        },
        null,
        indicatorOf,
      ),
    ).toMatch(/ at 18\.0, England at 17\.4$/);
  });

  it("is not said where half could be tested", () => {
    expect(untestedSentence([...withheld.slice(0, 1), row({ indicator: "health.review_assessment" })], indicatorOf)).toBeNull();
  });
});

describe("names of the group", () => {
  it("speak of neighbours only where some have a figure", () => {
    expect(withNeighbours(row())).toBe("Anyshire and its ten statistical neighbours");
    expect(withNeighbours(row({ neighbours_with_value: 0 }))).toBe("Anyshire");
  });
});

describe("the title of data quality", () => {
  it("makes no headline of a warning", () => {
    const warning = {
      finding_id: "f",
      kind: "conflict",
      severity: "warning",
      document: "a.txt",
      authority: "Anyshire",
      indicator: "",
      message: "m",
      stated: "",
      expected: "",
      quote: "",
      place: "",
      heading: "“better” beside 83% against 84%",
      observations: "",
      acknowledged: "",
    } as const;
    expect(dataQualityTitle([warning])).toBe("One passage in the documents to check; no certain error");
  });
});
