import type { StepFile } from "../core/steps.ts";
import type { InputFile } from "./inputs.ts";

export type ManifestOutput = { path: string; sha256: string; made_by: string; made_from: string[] };

/**
 * What a run was made from and what it made. Paths are relative to the input, output and data folders and
 * no time is given, so that the same inputs give the same manifest anywhere.
 */
export type RunManifest = {
  panelpack: string;
  options: Record<string, unknown>;
  inputs: { kind: string; name: string; sha256: string }[];
  outputs: ManifestOutput[];
};

export type MadeFiles = { step: string; files: readonly StepFile[]; inputs: Readonly<Record<string, string>> };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function runManifest(
  version: string,
  options: Record<string, unknown>,
  inputs: readonly InputFile[],
  made: readonly MadeFiles[],
): RunManifest {
  return {
    panelpack: version,
    options,
    inputs: inputs.map(({ kind, name, sha256 }) => ({ kind, name, sha256 })),
    outputs: made
      .flatMap(({ step, files, inputs: from }) =>
        files.map((file) => ({
          path: `${file.root === "out" ? "" : "data:"}${file.path}`,
          sha256: file.sha256,
          made_by: step,
          made_from: Object.keys(from).sort(byText),
        })),
      )
      .sort((a, b) => byText(a.path, b.path)),
  };
}

/**
 * One manifest for slices that were built apart, by authority, from the same inputs. Throws a sentence
 * when the slices were made by different versions, from different inputs, or made one path differently.
 */
export function mergeManifests(slices: readonly RunManifest[]): RunManifest {
  const first = slices[0];
  if (!first) throw new Error("No manifest was given to merge.");
  const outputs = new Map<string, ManifestOutput>();
  for (const slice of slices) {
    if (slice.panelpack !== first.panelpack)
      throw new Error(`The slices were made by versions ${first.panelpack} and ${slice.panelpack}: build them with one version.`);
    if (JSON.stringify(slice.inputs) !== JSON.stringify(first.inputs))
      throw new Error("The slices were made from different inputs: build them from the same files.");
    for (const output of slice.outputs) {
      // Tables of a slice hold its own authorities' charts, so they differ by design; the packs and charts may not.
      const key = output.path.startsWith("data:") ? `${output.path} ${output.sha256}` : output.path;
      const known = outputs.get(key);
      if (known && known.sha256 !== output.sha256)
        throw new Error(`Two slices made ${output.path} differently: build each authority in one slice only.`);
      outputs.set(key, output);
    }
  }
  const authorities = slices.flatMap((slice) =>
    Array.isArray(slice.options["authorities"]) ? slice.options["authorities"].map(String) : [],
  );
  return {
    ...first,
    options: { ...first.options, authorities: [...new Set(authorities)].sort(byText) },
    outputs: [...outputs.values()].sort((a, b) => byText(a.path, b.path)),
  };
}
