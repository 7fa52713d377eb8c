import { Command, CommanderError, InvalidArgumentError } from "commander";
import { didYouMean } from "../core/suggest.ts";
import { parsePeriod } from "../model/period.ts";
import { stageNames, stages, type StageName } from "../pipeline.ts";

/** What the command line asked for. Folders are as typed; names are not yet matched to authorities. */
export type Options = {
  authorities: string[];
  allAuthorities: boolean;
  documents: string;
  official: string;
  out: string;
  data: string;
  templates: string[];
  meetingDate: string;
  agendaItem: string;
  date: string;
  internal: boolean;
  only: StageName | null;
  force: boolean;
  why: boolean;
  jobs: number | null;
  strict: boolean;
  explain: string;
};

export type ParsedArguments = { kind: "run"; options: Options } | { kind: "help"; text: string } | { kind: "usage"; text: string };

const collect = (value: string, before: string[] = []): string[] => [...before, value];

function parseDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !parsePeriod(value))
    throw new InvalidArgumentError("Write a day of the calendar as 2026-03-16.");
  return value;
}

function parseStage(value: string): StageName {
  const found = stageNames.find((name) => name === value);
  if (!found) throw new InvalidArgumentError(`The stages are ${stageNames.join(", ")}.${didYouMean(value, stageNames)}`);
  return found;
}

function parseJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw new InvalidArgumentError("Give a whole number from 1 to 64.");
  return jobs;
}

function parseNonEmpty(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("It must not be empty.");
  return value;
}

function command(): Command {
  return new Command("npm run pipeline --")
    .description(
      "Reads inspection reports and panel papers, joins the official statistics, and makes charts and\nbriefing packs. With no options it builds for the authorities that the documents are about.",
    )
    .option("--authority <name>", "build for this authority: name, ONS code or DfE number (repeatable)", collect)
    .option("--all-authorities", "build for every authority with official statistics")
    .option("--documents <folder>", "documents to read: .txt, .md, .pdf, .docx, .html", parseNonEmpty, "seeds")
    .option("--official <folder>", "DfE releases as published (CSV), recognised by their columns", parseNonEmpty, "data/official")
    .option("--out <folder>", "where charts and packs go", parseNonEmpty, "output")
    .option("--data <folder>", "where tables go; data/local and data/review are read from it", parseNonEmpty, "data")
    .option("--template <id>", "make this pack (repeatable; default: all in templates/)", collect)
    .option("--meeting-date <date>", "date of the meeting, for the cover", parseDay)
    .option("--agenda-item <item>", "agenda item, for the cover and the page numbers")
    .option("--date <date>", "report date (default: newest date among the inputs; no clock is read)", parseDay)
    .option("--internal", "show small counts, and say so on every page (default: a public pack)")
    .option("--only <stage>", `stop after a stage: ${stageNames.join(", ")}`, parseStage)
    .option("--force", "build everything again")
    .option("--why", "say for each step why it would be built again, and build nothing")
    .option("--jobs <n>", "how many workers (default: one for each processor)", parseJobs)
    .option("--strict", "exit with 1 when a finding is an error")
    .option(
      "--explain <id>",
      "print where it comes from: an id of a table or workbook, a chart's file, a number of a pack's evidence, or words that a pack prints",
      parseNonEmpty,
    )
    .addHelpText(
      "after",
      `\nStages:\n${stages.map((stage) => `  ${stage.name.padEnd(10)} ${stage.does}`).join("\n")}\n
The output and table folders hold exactly what the last run was asked for: what an earlier run made and
this one does not is removed. Files that this program did not make are never touched.\n
Exit codes: 0 done; 1 some of the data was bad, or --strict found an error (the rest was built); 2 wrong usage.\n
Examples:
  npm run pipeline
  npm run pipeline -- --authority "Milton Keynes" --template panel-briefing --meeting-date 2026-03-16 --agenda-item 5
  npm run pipeline -- --official downloads --all-authorities
  npm run pipeline -- --explain obs-0123456789ab`,
    )
    .allowExcessArguments(false)
    .showSuggestionAfterError(true);
}

/** What the options give; absent where one without a default was not used. */
type Given = {
  documents: string;
  official: string;
  out: string;
  data: string;
  authority?: string[];
  template?: string[];
  meetingDate?: string;
  agendaItem?: string;
  date?: string;
  only?: StageName;
  jobs?: number;
  explain?: string;
  allAuthorities?: true;
  internal?: true;
  force?: true;
  why?: true;
  strict?: true;
};

export function parseArguments(argv: readonly string[]): ParsedArguments {
  let out = "";
  let err = "";
  const program = command()
    .exitOverride()
    .configureOutput({ writeOut: (text) => (out += text), writeErr: (text) => (err += text), getOutHelpWidth: () => 110 });
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return { kind: "help", text: out };
    return { kind: "usage", text: `${err.trim()}\n"npm run pipeline -- --help" lists the options.\n` };
  }
  const given = program.opts<Given>();
  if (given.allAuthorities && given.authority) {
    return { kind: "usage", text: "error: --all-authorities and --authority exclude each other: give one of them.\n" };
  }
  return {
    kind: "run",
    options: {
      authorities: given.authority ?? [],
      allAuthorities: given.allAuthorities ?? false,
      documents: given.documents,
      official: given.official,
      out: given.out,
      data: given.data,
      templates: given.template ?? [],
      meetingDate: given.meetingDate ?? "",
      agendaItem: given.agendaItem ?? "",
      date: given.date ?? "",
      internal: given.internal ?? false,
      only: given.only ?? null,
      force: given.force ?? false,
      why: given.why ?? false,
      jobs: given.jobs ?? null,
      strict: given.strict ?? false,
      explain: given.explain ?? "",
    },
  };
}
