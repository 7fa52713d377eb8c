import { describe, expect, it } from "vitest";
import { parseArguments } from "../../pipeline/run/arguments.ts";

const usage = (...argv: string[]): string => {
  const parsed = parseArguments(argv);
  return parsed.kind === "usage" ? parsed.text : `not refused: ${parsed.kind}`;
};

describe("parseArguments", () => {
  it("has the defaults of the contract", () => {
    expect(parseArguments([])).toEqual({
      kind: "run",
      options: {
        authorities: [],
        allAuthorities: false,
        documents: "seeds",
        official: "data/official",
        out: "output",
        data: "data",
        templates: [],
        meetingDate: "",
        agendaItem: "",
        date: "",
        internal: false,
        only: null,
        force: false,
        why: false,
        jobs: null,
        strict: false,
        explain: "",
      },
    });
  });

  it("collects repeated options", () => {
    const parsed = parseArguments([
      "--authority",
      "Leeds",
      "--authority",
      "E06000015",
      "--template",
      "one-page-summary",
      "--jobs",
      "2",
      "--only",
      "compare",
    ]);
    expect(parsed).toMatchObject({
      options: { authorities: ["Leeds", "E06000015"], templates: ["one-page-summary"], jobs: 2, only: "compare" },
    });
  });

  it("prints help that names every option and stage", () => {
    const help = parseArguments(["--help"]);
    expect(help.kind).toBe("help");
    for (const word of ["--authority", "--all-authorities", "--explain", "--why", "--strict", "reconcile", "Exit codes"]) {
      expect(help.kind === "help" ? help.text : "").toContain(word);
    }
  });

  it("suggests the option that was meant", () => {
    expect(usage("--autority", "Leeds")).toContain("Did you mean --authority?");
  });

  it("suggests the stage that was meant", () => {
    expect(usage("--only", "comapre")).toContain('Did you mean "compare"?');
  });

  it.each([
    ["--meeting-date", "2026-02-30"],
    ["--meeting-date", "16 March 2026"],
    ["--jobs", "0"],
    ["--jobs", "two"],
    ["--out", " "],
  ])("refuses %s %s", (option, value) => {
    expect(usage(option, value)).toMatch(/^error: /);
  });

  it("refuses words that are no option and options that exclude each other", () => {
    expect(usage("Leeds")).toContain("too many arguments");
    expect(usage("--all-authorities", "--authority", "Leeds")).toContain("exclude each other");
  });
});
