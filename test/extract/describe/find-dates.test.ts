import { describe, expect, it } from "vitest";
import { findDay, findDays } from "../../../pipeline/extract/describe/find-dates.ts";

describe("dates in words", () => {
  it.each([
    ["Published: 10 April 2012", "2012-04-10"],
    ["Monday, 15th January 2018 at 10.00 a.m.", "2018-01-15"],
    ["3 Sept 2019", "2019-09-03"],
    ["Meeting: 13/07/2022 - Corporate Parenting Panel", "2022-07-13"],
    ["1.4.2019", "2019-04-01"],
    ["31/02/2019", ""],
    ["13/13/2019", ""],
    ["31 February 2019", ""],
    ["April 2019", ""],
    ["no date", ""],
  ])("%s", (text, day) => expect(findDay(text)).toBe(day));

  it.each([
    ["20 February to 2 March 2012", "2012-02-20", "2012-03-02"],
    ["25 June 2012 to 6 July 2012", "2012-06-25", "2012-07-06"],
    ["12 June 2017 – 6 July 2017", "2017-06-12", "2017-07-06"],
    ["23 and 24 October 2019", "2019-10-23", "2019-10-24"],
    ["15-26 November 2021", "2021-11-15", "2021-11-26"],
    ["29 November to 3 January 2020", "2019-11-29", "2020-01-03"],
    ["on 5 May 2015", "2015-05-05", "2015-05-05"],
  ])("%s", (text, start, end) => expect(findDays(text)).toEqual({ start, end }));

  it("gives nothing for days that run backwards", () => expect(findDays("20 May 2015 to 2 May 2015")).toBeNull());
});
