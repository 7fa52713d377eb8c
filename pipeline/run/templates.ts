import { didYouMean } from "../core/suggest.ts";
import { decodeLoosely } from "../readers/decode-text.ts";
import type { Template } from "./authorities.ts";
import type { Context } from "./context.ts";

const idOf = (name: string): string => name.replace(/\.(?:md|ya?ml)$/i, "");

/** The templates asked for, or all. One that does not exist is an error with the nearest. */
export async function listTemplates({
  inputs,
  options,
  effects,
}: Pick<Context, "inputs" | "options" | "effects">): Promise<{ templates: Template[]; error: string }> {
  const files = inputs.filter((input) => input.kind === "template");
  const known = files.map((file) => idOf(file.name));
  const unknown = options.templates.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    return {
      templates: [],
      error: `No template is called "${unknown}".${didYouMean(unknown, known)} The templates are ${known.join(", ")}.`,
    };
  }
  const templates: Template[] = [];
  for (const file of files) {
    const id = idOf(file.name);
    if (options.templates.length > 0 && !options.templates.includes(id)) continue;
    templates.push({ id, file: `templates/${file.name}`, text: decodeLoosely(await effects.readFile(file.path)), sha256: file.sha256 });
  }
  return { templates, error: "" };
}
