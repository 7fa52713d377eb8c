import type { Check } from "./check.ts";
import { actionDates } from "./checks/action-dates.ts";
import { amounts } from "./checks/amounts.ts";
import { averagesInTables } from "./checks/averages-in-tables.ts";
import { averagesOfParts } from "./checks/averages-of-parts.ts";
import { averagesOfRows } from "./checks/averages-of-rows.ts";
import { averages } from "./checks/averages.ts";
import { bands } from "./checks/bands.ts";
import { baseOfShares } from "./checks/base-of-shares.ts";
import { captions } from "./checks/captions.ts";
import { carriedBases } from "./checks/carried-bases.ts";
import { cellsInProse } from "./checks/cells-in-prose.ts";
import { changeColumns } from "./checks/change-columns.ts";
import { changesOfRows } from "./checks/changes-of-rows.ts";
import { changes } from "./checks/changes.ts";
import { claimedYears } from "./checks/claimed-years.ts";
import { complement } from "./checks/complement.ts";
import { conflictsAcross } from "./checks/conflicts-across.ts";
import { conflicts } from "./checks/conflicts.ts";
import { countsInPassages } from "./checks/counts-in-passages.ts";
import { dates } from "./checks/dates.ts";
import { deadlinesPast } from "./checks/deadlines-past.ts";
import { declaredBases } from "./checks/declared-bases.ts";
import { differences } from "./checks/differences.ts";
import { drawnShares } from "./checks/drawn-shares.ts";
import { eventsAfter } from "./checks/events-after.ts";
import { everyOne } from "./checks/every-one.ts";
import { extremes } from "./checks/extremes.ts";
import { flows } from "./checks/flows.ts";
import { fractionsInWords } from "./checks/fractions-in-words.ts";
import { higherAndLower } from "./checks/higher-and-lower.ts";
import { listItems } from "./checks/list-items.ts";
import { meanAgainstMedian } from "./checks/mean-against-median.ts";
import { moneyInProse } from "./checks/money-in-prose.ts";
import { moreThanAll } from "./checks/more-than-all.ts";
import { noneAndSome } from "./checks/none-and-some.ts";
import { officialDifferences } from "./checks/official-differences.ts";
import { officialPlausibility } from "./checks/official-plausibility.ts";
import { oneNameTwoValues } from "./checks/one-name-two-values.ts";
import { partAboveWhole } from "./checks/part-above-whole.ts";
import { partYearTargets } from "./checks/part-year-targets.ts";
import { partYearVerdicts } from "./checks/part-year-verdicts.ts";
import { partYears } from "./checks/part-years.ts";
import { partsInProse } from "./checks/parts-in-prose.ts";
import { percentParts } from "./checks/percent-parts.ts";
import { populations } from "./checks/populations.ts";
import { products } from "./checks/products.ts";
import { quantitiesBesideShares } from "./checks/quantities-beside-shares.ts";
import { quantitiesInWords } from "./checks/quantities-in-words.ts";
import { ranges } from "./checks/ranges.ts";
import { ratesOfPopulation } from "./checks/rates-of-population.ts";
import { remainders } from "./checks/remainders.ts";
import { repeatedCounts } from "./checks/repeated-counts.ts";
import { repeatedHeadings } from "./checks/repeated-headings.ts";
import { saidTwice } from "./checks/said-twice.ts";
import { scaleEnds } from "./checks/scales.ts";
import { shareInProse } from "./checks/share-in-prose.ts";
import { shareInRow } from "./checks/share-in-row.ts";
import { shareInTables } from "./checks/share-in-tables.ts";
import { sharesToldTwice } from "./checks/shares-told-twice.ts";
import { statedDifferences } from "./checks/stated-differences.ts";
import { superlatives } from "./checks/superlatives.ts";
import { tableLabels } from "./checks/table-labels.ts";
import { targetsAcross } from "./checks/targets-across.ts";
import { targetsAgainst } from "./checks/targets.ts";
import { timelyRows } from "./checks/timely-rows.ts";
import { totalsInProse } from "./checks/totals-in-prose.ts";
import { totalsInTables } from "./checks/totals-in-tables.ts";
import { unlikeAges } from "./checks/unlike-ages.ts";
import { unlikeLimits } from "./checks/unlike-limits.ts";
import { unlikePeriods } from "./checks/unlike-periods.ts";
import { verdicts } from "./checks/verdicts.ts";
import { wordsAboutColumns } from "./checks/words-about-columns.ts";
import { wordsAboutRows } from "./checks/words-about-rows.ts";
import { wordsAcross } from "./checks/words-across.ts";
import { wordsAfterFigures } from "./checks/words-after-figures.ts";
import { wordsAgainstFigures } from "./checks/words-against-figures.ts";
import { wordsOfChange } from "./checks/words-of-change.ts";
import { yearToDate } from "./checks/year-to-date.ts";

/** Every check, in the order in which they run. A new one is a file in checks/ and a line here. */
export const checks: readonly Check[] = [
  shareInProse,
  carriedBases,
  drawnShares,
  moreThanAll,
  quantitiesInWords,
  quantitiesBesideShares,
  fractionsInWords,
  shareInRow,
  declaredBases,
  shareInTables,
  complement,
  partsInProse,
  listItems,
  remainders,
  percentParts,
  totalsInTables,
  flows,
  averages,
  averagesInTables,
  averagesOfParts,
  averagesOfRows,
  products,
  ratesOfPopulation,
  moneyInProse,
  changes,
  statedDifferences,
  differences,
  changeColumns,
  changesOfRows,
  yearToDate,
  baseOfShares,
  wordsOfChange,
  wordsAgainstFigures,
  wordsAfterFigures,
  higherAndLower,
  verdicts,
  wordsAboutRows,
  wordsAboutColumns,
  wordsAcross,
  timelyRows,
  targetsAgainst,
  targetsAcross,
  everyOne,
  noneAndSome,
  extremes,
  superlatives,
  populations,
  conflicts,
  sharesToldTwice,
  conflictsAcross,
  totalsInProse,
  cellsInProse,
  officialDifferences,
  officialPlausibility,
  countsInPassages,
  repeatedCounts,
  oneNameTwoValues,
  saidTwice,
  partAboveWhole,
  unlikePeriods,
  claimedYears,
  meanAgainstMedian,
  partYearTargets,
  partYearVerdicts,
  unlikeLimits,
  unlikeAges,
  partYears,
  ranges,
  scaleEnds,
  amounts,
  tableLabels,
  captions,
  bands,
  repeatedHeadings,
  eventsAfter,
  dates,
  deadlinesPast,
  actionDates,
];
