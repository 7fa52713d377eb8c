import { describe, expect, it } from "vitest";
import { findPeriods, parsePeriodText } from "../../../pipeline/extract/grammar/periods.ts";

const dates = { published: "2017-08-25", event_start: "2017-06-12", event_end: "2017-07-06" };
const read = (text: string) => findPeriods(text, dates).map((m) => m.period);

describe("findPeriods", () => {
  it.each<[string, string[]]>([
    ["At 31 March 2017, 304 children", ["at 2017-03-31"]],
    ["As of the 30 September 2017", ["at 2017-09-30"]],
    ["in 2016/17 and 2015-16 and 2014−15 and 2013–14", ["2016/17", "2015/16", "2014/15", "2013/14"]],
    ["in Q2 2016/17", ["2016/17 Q2"]],
    ["quarter 3 of 2016-17", ["2016/17 Q3"]],
    ["the first quarter of 2015–16", ["2015/16 Q1"]],
    ["at June 2012", ["at 2012-06"]],
    ["In January 2011", ["2011-01"]],
    ["in the year ending 31 March 2015", ["2014/15"]],
    ["in the 12 months preceding December 2011", ["2010-12..2011-11"]],
    ["in the 12 months to November 2011", ["2010-12..2011-11"]],
    ["in the seven months to November 2011", ["2011-05..2011-11"]],
    ["January to March 2017", ["2017-01..2017-03"]],
    ["April 2016 to March 2017", ["2016/17"]],
    ["from 1 April 2016 to 31 March 2017", ["2016/17"]],
    ["From 1st January 2017 to 30th November 2017", ["2017-01..2017-11"]],
    ["between 12 June 2017 and 6 July 2017", ["2017-06-12..2017-07-06"]],
    ["during 2014", ["2014"]],
    ["Since April 2017", ["2017-04..2017-07"]],
    ["110 at 30 September 2017, 109 at the end of the previous quarter", ["at 2017-09-30", "at 2017-06-30"]],
    ["83% in 2015/16 and 80% in the previous year", ["2015/16", "2014/15"]],
    ["at the time of the inspection", ["at inspection"]],
    ["52% three years ago", [""]],
    ["31/03/2017", ["at 2017-03-31"]],
    ["for the next two financial years", ["2018/19..2019/20"]],
    ["The figure of 2,017 is no year; neither is 20169", []],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});

describe("parsePeriodText", () => {
  it.each<[string, string | null]>([
    ["2016-17", "2016/17"],
    ["2015\n/16", "2015/16"],
    ["31 March 2017", "at 2017-03-31"],
    ["Q2 2016/17", "2016/17 Q2"],
    ["Number", null],
  ])("%s", (text, expected) => expect(parsePeriodText(text)).toBe(expected));
});
