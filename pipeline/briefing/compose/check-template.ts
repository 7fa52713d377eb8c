import { chartKinds } from "../../charts/kinds.ts";
import { didYouMean } from "../../core/suggest.ts";
import type { Indicator } from "../../model/indicator.ts";
import { reportProblems } from "../template/parse-template.ts";
import type { Directive, Template, TemplatePage } from "../template/template.ts";
import { directives } from "./directives.ts";
import { gapPattern, gaps, sectionAnchor } from "./gaps.ts";
import { parseMeasure } from "./measures.ts";
import { focusWords } from "./resolve.ts";
import { titleNames } from "./titles.ts";

type Found = { line: number; message: string }[];

function checkMeasure(text: string, line: number, indicators: readonly Indicator[], found: Found): void {
  if (text === "notable" || focusWords.some((word) => word === text)) return;
  const measure = parseMeasure(text, indicators);
  if (typeof measure !== "string") return;
  const words = text.includes(".") ? "" : didYouMean(text, ["notable", ...focusWords]);
  found.push({ line, message: words === "" ? measure : `there is no indicator "${text}".${words}` });
}

/** Words that stand for measures of a page's focus mean nothing before it. */
function checkFocus(page: TemplatePage, found: Found): void {
  let hasFocus = false;
  for (const part of page.parts) {
    if (part.kind !== "directive") continue;
    const { name, words, line } = part.directive;
    if (name === "focus") hasFocus = true;
    const word =
      hasFocus || directives[name]?.words === "text" ? undefined : words.find((one) => focusWords.some((known) => known === one));
    if (word !== undefined)
      found.push({ line, message: `"${word}" stands for nothing here; "::focus" above it on the page says for what` });
  }
}

function checkDirective(directive: Directive, indicators: readonly Indicator[], found: Found): void {
  const { name, line } = directive;
  const composer = directives[name];
  if (!composer) {
    found.push({ line, message: `there is no "::${name}".${didYouMean(name, Object.keys(directives))}` });
    return;
  }
  const settings = Object.keys(composer.settings);
  for (const [setting, value] of Object.entries(directive.settings)) {
    const kind = composer.settings[setting];
    const known = settings.length === 0 ? "it takes no settings" : `its settings are ${settings.join(", ")}`;
    if (kind === undefined)
      found.push({ line, message: `"::${name}" has no setting "${setting}"; ${known}.${didYouMean(setting, settings)}` });
    else if (kind === "number" && !/^[1-9]\d{0,2}$/.test(value))
      found.push({ line, message: `"${setting}" of "::${name}" is a whole number of one or more, not "${value}"` });
    else if (typeof kind !== "string" && !kind.includes(value))
      found.push({
        line,
        message: `"${setting}" of "::${name}" is ${kind.map((one) => `"${one}"`).join(" or ")}, not "${value}".${didYouMean(value, kind)}`,
      });
  }
  if (composer.words === "measures" && directive.words.length === 0)
    found.push({ line, message: `"::${name}" needs a measure, such as "::${name} health.immunisations"` });
  const [title = ""] = directive.words;
  // A title of several words, or with a capital, stands as it is written.
  if (name === "title" && directive.words.length < 2 && /^[a-z-]*$/.test(title) && !titleNames.includes(title)) {
    found.push({
      line,
      message: `there is no title "${title}" made from figures; there are ${titleNames.join(", ")}.${didYouMean(title, titleNames)}`,
    });
  }
  if (composer.words === "none" && directive.words.length > 0)
    found.push({ line, message: `"::${name}" stands alone; "${directive.words.join(" ")}" was not expected` });
  const kinds = chartKinds.filter((kind) => kind.inPacks).map((kind) => kind.id);
  const [first = ""] = directive.words;
  if (composer.words === "chart" && !kinds.includes(first))
    found.push({ line, message: `there is no chart "${first}" for packs; there are ${kinds.join(", ")}.${didYouMean(first, kinds)}` });
  for (const word of composer.words === "chart" ? directive.words.slice(1) : directive.words) {
    if (composer.words === "measures" || composer.words === "chart") checkMeasure(word, line, indicators, found);
    else if (composer.words !== "none" && composer.words !== "text" && !composer.words.includes(word)) {
      found.push({
        line,
        message: `"::${name}" knows ${composer.words.map((one) => `"${one}"`).join(", ")}, not "${word}".${didYouMean(word, composer.words)}`,
      });
    }
  }
  if (composer.items === "none" && directive.items.length > 0)
    found.push({
      line: directive.items[0]?.line ?? line,
      message: `"::${name}" takes no list; leave a blank line before a list of its own`,
    });
  if (composer.items !== "groups") return;
  if (directive.items.length === 0)
    found.push({ line, message: `"::${name}" needs a list below it, such as "- Health: health.immunisations, health.dental_checks"` });
  for (const item of directive.items) {
    const [, list] = item.text.split(/:(?= )/);
    if (list === undefined)
      found.push({ line: item.line, message: 'a group is a title, a colon and measures, such as "Health: health.immunisations"' });
    for (const word of list?.split(",") ?? []) checkMeasure(word.trim(), item.line, indicators, found);
  }
}

/** Throws a TemplateError that names, with file and line, everything a template asks for that does not exist. */
export function checkTemplate(template: Template, indicators: readonly Indicator[]): void {
  const found: Found = [];
  const sections = new Set(template.pages.map((page) => sectionAnchor(page.section)));
  const checkText = (text: string, line: number): void => {
    for (const [, name = "", target = ""] of text.matchAll(gapPattern)) {
      if (name === "page" && !sections.has(target))
        found.push({ line, message: `there is no page "${target}".${didYouMean(target, sections)}` });
      else if (name !== "page" && !(name in gaps))
        found.push({ line, message: `there is no gap "{{${name}}}".${didYouMean(name, Object.keys(gaps))}` });
    }
  };
  for (const key of Object.keys(template.front.targets)) {
    const measure = parseMeasure(key, indicators);
    if (typeof measure === "string") found.push({ line: template.front.lines[key] ?? 1, message: `targets: ${measure}` });
  }
  for (const page of template.pages) {
    checkFocus(page, found);
    for (const part of page.parts) {
      if (part.kind === "directive") {
        checkDirective(part.directive, indicators, found);
        for (const item of part.directive.items) checkText(item.text, item.line);
      } else if (part.kind === "list") part.items.forEach((item) => checkText(item, part.line));
      else checkText(part.text, part.line);
    }
  }
  reportProblems(template.file, found);
}
