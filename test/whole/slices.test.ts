import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mergeManifests, type RunManifest } from "../../pipeline/run/manifest.ts";
import { newPlace, runPipeline, type Place } from "./run-pipeline.ts";

const build = (authorities: readonly string[]): { place: Place; manifest: RunManifest } => {
  const place = newPlace(["004_684dbd756b96d099.txt"]);
  const ran = runPipeline(place, ["--template", "one-page-summary", ...authorities.flatMap((name) => ["--authority", name])]);
  expect(ran.code, ran.err).toBe(0);
  return { place, manifest: JSON.parse(readFileSync(join(place.out, "manifest.json"), "utf8")) as RunManifest };
};
const made = (manifest: RunManifest): Record<string, string> =>
  Object.fromEntries(manifest.outputs.filter(({ path }) => !path.startsWith("data:")).map(({ path, sha256 }) => [path, sha256]));

describe("slices of a build", () => {
  it("merge to what one run makes, wherever each was built", () => {
    const [first, second, whole] = [build(["Bedford"]), build(["South Gloucestershire"]), build(["South Gloucestershire", "Bedford"])];
    const merged = mergeManifests([second.manifest, first.manifest]);
    expect(made(merged)).toEqual(made(whole.manifest));
    expect(merged.options["authorities"]).toEqual(whole.manifest.options["authorities"]);
    expect(merged.inputs).toEqual(whole.manifest.inputs);
    for (const { place } of [first, second, whole]) rmSync(place.folder, { recursive: true, force: true });
  });
});
