import type { Check } from "./check.ts";
import { changeColumns } from "./checks/changes/change-columns.ts";
import { changesOfRows } from "./checks/changes/changes-of-rows.ts";
import { changes } from "./checks/changes/changes.ts";
import { differences } from "./checks/changes/differences.ts";
import { gapsAsPercentages } from "./checks/changes/gaps-as-percentages.ts";
import { gapsToOthers } from "./checks/changes/gaps-to-others.ts";
import { multiplesInWords } from "./checks/changes/multiples.ts";
import { pointsOfNumbers } from "./checks/changes/points-of-numbers.ts";
import { unitsOfChangeColumns } from "./checks/changes/units-of-change-columns.ts";
import { beyondLargest } from "./checks/conflicts/beyond-largest.ts";
import { cellsInProse } from "./checks/conflicts/cells-in-prose.ts";
import { conflictsAcross } from "./checks/conflicts/conflicts-across.ts";
import { conflicts } from "./checks/conflicts/conflicts.ts";
import { levelsNamedAgain } from "./checks/conflicts/levels-named-again.ts";
import { officialDifferences } from "./checks/conflicts/official-differences.ts";
import { partAboveWhole } from "./checks/conflicts/part-above-whole.ts";
import { targetStatus } from "./checks/conflicts/target-status.ts";
import { targetsAcross } from "./checks/conflicts/targets-across.ts";
import { targetsAgainst } from "./checks/conflicts/targets.ts";
import { takenUp } from "./checks/conflicts/taken-up.ts";
import { twoCounts } from "./checks/conflicts/two-counts.ts";
import { namedAgain } from "./checks/conflicts/named-again.ts";
import { repeatedWording } from "./checks/conflicts/repeated-wording.ts";
import { twoShares } from "./checks/conflicts/two-shares.ts";
import { restated } from "./checks/conflicts/restated.ts";
import { rowsInProse } from "./checks/conflicts/rows-in-prose.ts";
import { actionDates } from "./checks/labels/action-dates.ts";
import { bands } from "./checks/labels/bands.ts";
import { captions } from "./checks/labels/captions.ts";
import { columnMeasures } from "./checks/labels/column-measures.ts";
import { dates } from "./checks/labels/dates.ts";
import { deadlinesPast } from "./checks/labels/deadlines-past.ts";
import { eventsAfter } from "./checks/labels/events-after.ts";
import { repeatedHeadings } from "./checks/labels/repeated-headings.ts";
import { exchangedHeadings } from "./checks/labels/exchanged-headings.ts";
import { rowLabels } from "./checks/labels/row-labels.ts";
import { swappedHeadings } from "./checks/labels/swapped-headings.ts";
import { tableLabels } from "./checks/labels/table-labels.ts";
import { yearsTold } from "./checks/labels/years-told.ts";
import { yearsNotOver } from "./checks/labels/years-not-over.ts";
import { baseOfShares } from "./checks/shares/base-of-shares.ts";
import { carriedBases } from "./checks/shares/carried-bases.ts";
import { complement } from "./checks/shares/complement.ts";
import { declaredBases } from "./checks/shares/declared-bases.ts";
import { drawnShares } from "./checks/shares/drawn-shares.ts";
import { fractionsInWords } from "./checks/shares/fractions-in-words.ts";
import { moreThanAll } from "./checks/shares/more-than-all.ts";
import { partsOfAWhole } from "./checks/shares/parts-of-a-whole.ts";
import { quantitiesBesideShares } from "./checks/shares/quantities-beside-shares.ts";
import { quantitiesInWords } from "./checks/shares/quantities-in-words.ts";
import { quantitiesToldBehind } from "./checks/shares/quantities-told-behind.ts";
import { seriesOnAnotherBase } from "./checks/shares/series-on-another-base.ts";
import { shareInProse } from "./checks/shares/share-in-prose.ts";
import { shareInRow } from "./checks/shares/share-in-row.ts";
import { shareInTables } from "./checks/shares/share-in-tables.ts";
import { sharesOfNamedRows } from "./checks/shares/shares-of-named-rows.ts";
import { sharesOfThoseBefore } from "./checks/shares/shares-of-those-before.ts";
import { sharesOnAnotherBase } from "./checks/shares/shares-on-another-base.ts";
import { averagesBesideSums } from "./checks/sums/averages-beside-sums.ts";
import { averagesInTables } from "./checks/sums/averages-in-tables.ts";
import { averagesOfLists } from "./checks/sums/averages-of-lists.ts";
import { averagesOfParts } from "./checks/sums/averages-of-parts.ts";
import { averagesOfRows } from "./checks/sums/averages-of-rows.ts";
import { averagesOfTimes } from "./checks/sums/averages-of-times.ts";
import { averagesOverTime } from "./checks/sums/averages-over-time.ts";
import { averages } from "./checks/sums/averages.ts";
import { bandsTogether } from "./checks/sums/bands-together.ts";
import { flows } from "./checks/sums/flows.ts";
import { groupsParted } from "./checks/sums/groups-parted.ts";
import { listItems } from "./checks/sums/list-items.ts";
import { moneyInProse } from "./checks/sums/money-in-prose.ts";
import { partsInProse } from "./checks/sums/parts-in-prose.ts";
import { percentGroups } from "./checks/sums/percent-groups.ts";
import { percentParts } from "./checks/sums/percent-parts.ts";
import { products } from "./checks/sums/products.ts";
import { ratesOfPopulation } from "./checks/sums/rates-of-population.ts";
import { remainders } from "./checks/sums/remainders.ts";
import { rowsOfAStatedNumber } from "./checks/sums/rows-of-a-stated-number.ts";
import { totalsInTables } from "./checks/sums/totals-in-tables.ts";
import { yearToDate } from "./checks/sums/year-to-date.ts";
import { ages } from "./checks/units/ages.ts";
import { amounts } from "./checks/units/amounts.ts";
import { highestScores } from "./checks/units/highest-scores.ts";
import { officialPlausibility } from "./checks/units/official-plausibility.ts";
import { percentForNumber } from "./checks/units/percent-for-number.ts";
import { ranges } from "./checks/units/ranges.ts";
import { ratesBesideOthers } from "./checks/units/rates-beside-others.ts";
import { scaleOfMoney } from "./checks/units/scale-of-money.ts";
import { scaleEnds } from "./checks/units/scales.ts";
import { statedScales } from "./checks/units/stated-scales.ts";
import { unitsOfTime } from "./checks/units/units-of-time.ts";
import { claimedYears } from "./checks/unlike/claimed-years.ts";
import { meanAgainstMedian } from "./checks/unlike/mean-against-median.ts";
import { partYears } from "./checks/unlike/part-years.ts";
import { unlikeComparisons } from "./checks/unlike/unlike-comparisons.ts";
import { unlikeHeadings } from "./checks/unlike/unlike-headings.ts";
import { unlikeLimits } from "./checks/unlike/unlike-limits.ts";
import { unlikePeriods } from "./checks/unlike/unlike-periods.ts";
import { allAndLate } from "./checks/words/all-and-late.ts";
import { allAndSome } from "./checks/words/all-and-some.ts";
import { allAndWithout } from "./checks/words/all-and-without.ts";
import { everyOne } from "./checks/words/every-one.ts";
import { extremes } from "./checks/words/extremes.ts";
import { mostAndFew } from "./checks/words/most-and-few.ts";
import { noneBeyond } from "./checks/words/none-beyond.ts";
import { noneAndSome } from "./checks/words/none-and-some.ts";
import { standing } from "./checks/words/standing.ts";
import { superlatives } from "./checks/words/superlatives.ts";
import { timelyRows } from "./checks/words/timely-rows.ts";
import { toldApart } from "./checks/words/told-apart.ts";
import { toldBehind } from "./checks/words/told-behind.ts";
import { wordsAboutColumns } from "./checks/words/words-about-columns.ts";
import { wordsAboutRows } from "./checks/words/words-about-rows.ts";
import { wordsAcross } from "./checks/words/words-across.ts";
import { wordsBesideEarlier } from "./checks/words/words-beside-earlier.ts";
import { wordsOfChange } from "./checks/words/words-of-change.ts";

/** Every check, in the order in which they run. A new one is a file in the folder of its family and a line here. */
export const checks: readonly Check[] = [
  // Shares against the counts behind them: checks/shares
  shareInProse,
  carriedBases,
  drawnShares,
  sharesOfThoseBefore,
  moreThanAll,
  quantitiesInWords,
  quantitiesBesideShares,
  quantitiesToldBehind,
  fractionsInWords,
  shareInRow,
  declaredBases,
  shareInTables,
  sharesOnAnotherBase,
  seriesOnAnotherBase,
  complement,
  baseOfShares,
  partsOfAWhole,
  sharesOfNamedRows,

  // Totals, averages and products against what makes them up: checks/sums
  partsInProse,
  listItems,
  remainders,
  percentParts,
  percentGroups,
  rowsOfAStatedNumber,
  bandsTogether,
  groupsParted,
  totalsInTables,
  flows,
  averages,
  averagesInTables,
  averagesBesideSums,
  averagesOfLists,
  averagesOfParts,
  averagesOfRows,
  averagesOfTimes,
  averagesOverTime,
  products,
  ratesOfPopulation,
  moneyInProse,
  yearToDate,

  // Changes against the two levels they lie between: checks/changes
  changes,
  multiplesInWords,
  differences,
  gapsToOthers,
  gapsAsPercentages,
  pointsOfNumbers,
  changeColumns,
  unitsOfChangeColumns,
  changesOfRows,

  // Words against the figures they speak of: checks/words
  wordsOfChange,
  standing,
  toldBehind,
  toldApart,
  wordsAboutRows,
  wordsBesideEarlier,
  wordsAboutColumns,
  wordsAcross,
  timelyRows,
  everyOne,
  allAndSome,
  allAndLate,
  allAndWithout,
  noneAndSome,
  noneBeyond,
  mostAndFew,
  extremes,
  superlatives,

  // One thing with two values: in a document, across documents, against the published figure: checks/conflicts
  targetsAgainst,
  targetStatus,
  targetsAcross,
  twoCounts,
  namedAgain,
  repeatedWording,
  twoShares,
  levelsNamedAgain,
  takenUp,
  restated,
  beyondLargest,
  conflicts,
  conflictsAcross,
  cellsInProse,
  rowsInProse,
  officialDifferences,
  partAboveWhole,

  // Unlike years, stretches, groups and definitions set against each other: checks/unlike
  unlikeComparisons,
  unlikePeriods,
  claimedYears,
  meanAgainstMedian,
  unlikeHeadings,
  partYears,
  unlikeLimits,

  // Values that cannot be: checks/units
  ranges,
  scaleEnds,
  statedScales,
  highestScores,
  ratesBesideOthers,
  ages,
  amounts,
  scaleOfMoney,
  unitsOfTime,
  percentForNumber,
  officialPlausibility,

  // Headings, numbers and dates that cannot be right: checks/labels
  tableLabels,
  swappedHeadings,
  exchangedHeadings,
  columnMeasures,
  rowLabels,
  yearsTold,
  yearsNotOver,
  captions,
  bands,
  repeatedHeadings,
  eventsAfter,
  dates,
  deadlinesPast,
  actionDates,
];
