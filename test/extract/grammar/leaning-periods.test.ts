import { describe, expect, it } from "vitest";
import { findPeriods } from "../../../pipeline/extract/grammar/periods.ts";

const year = { published: "2014-06-18", event_start: "2013-04-01", event_end: "2014-03-31" };
const quarter = { published: "2019-02-01", event_start: "2018-10-01", event_end: "2018-12-31" };
const visit = { published: "2014-06-18", event_start: "2014-04-02", event_end: "2014-04-11" };
const periods = (text: string, dates = visit): string[] => findPeriods(text, dates).map((mention) => mention.period);

describe("times that lean on the report", () => {
  it("the end of the year is that of the year named, or of the report", () => {
    expect(periods("In 2011/12 there were 9, and 12 at the end of the year")).toEqual(["2011/12", "at 2012-03-31"]);
    expect(periods("215 at the end of the year", year)).toEqual(["at 2014-03-31"]);
    expect(periods("215 at year end", year)).toEqual(["at 2014-03-31"]);
    expect(periods("215 at the end of the year", visit)).toEqual([]);
  });

  it("the previous quarter and the year to date are those of a quarterly report", () => {
    expect(periods("87% in the previous quarter", quarter)).toEqual(["2018/19 Q2"]);
    expect(periods("89% year to date", quarter)).toEqual(["2018-04..2018-12"]);
    expect(periods("89% year to date", visit)).toEqual(["at inspection"]);
    expect(periods("87% in the previous quarter", visit)).toEqual([""]);
  });

  it("a quarter without its year is the last one that was over", () => {
    expect(periods("in quarter 4", visit)).toEqual(["2013/14 Q4"]);
    expect(periods("in Q1", visit)).toEqual(["2013/14 Q1"]);
    expect(periods("in Q1", quarter)).toEqual(["2018/19 Q1"]);
    expect(periods("in Q1", { published: "", event_start: "", event_end: "" })).toEqual([""]);
  });
});

describe("days and years", () => {
  it("the end of a month is its last day, the month alone is not", () => {
    expect(periods("at the end of February 2012")).toEqual(["at 2012-02-29"]);
    expect(periods("at the end of February")).toEqual(["at 2014-02-28"]);
    expect(periods("at February 2012")).toEqual(["at 2012-02"]);
  });

  it("several years end together", () => {
    expect(periods("the three years ending March 2013")).toEqual(["2010/11..2012/13"]);
    expect(periods("589 days for 2011-14")).toEqual(["2011..2014"]);
    expect(periods("in 2011-12")).toEqual(["2011/12"]);
    expect(periods("a strategy for 2011-39")).toEqual(["2011"]);
  });

  it("halves of a year, and months before an inspection", () => {
    expect(periods("in the first half of 2017-18")).toEqual(["2017-04..2017-09"]);
    expect(periods("in the second half of 2017/18")).toEqual(["2017-10..2018-03"]);
    expect(periods("in the six months prior to the inspection")).toEqual([""]);
  });

  it("twelve months ago is a year before the date beside it", () => {
    expect(periods("304 at 31 March 2014, up from 290 twelve months earlier")).toEqual(["at 2014-03-31", "at 2013-03-31"]);
    expect(periods("290 six months earlier")).toEqual([""]);
  });
});
