import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Locked = { version: string; license?: string; hasInstallScript?: boolean; dev?: boolean; resolved?: string; integrity?: string };
const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };
const manifest = JSON.parse(read("package.json")) as Record<
  "dependencies" | "devDependencies" | "optionalDependencies",
  Record<string, string>
>;
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Licences that allow use, change and sharing without conditions on the work that uses the package. */
const permissive = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Python-2.0",
  "Unlicense",
  "MIT-0",
  "OFL-1.1",
  "MPL-2.0",
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
  "Zlib",
  "MIT AND ISC",
  "(MIT OR CC0-1.0)",
  "BSD",
  "(BSD-3-Clause OR GPL-2.0)",
]);

/** Packages that name no licence in their package.json; the licence is the one of the file they carry. */
const fromTheirFile: Record<string, string> = { "node_modules/png-js": "MIT" };

describe("dependencies", () => {
  it("are under permissive licences, every one", () => {
    expect(
      installed
        .filter(([path, one]) => !permissive.has(one.license ?? fromTheirFile[path] ?? ""))
        .map(([path, one]) => `${path}: ${one.license}`),
    ).toEqual([]);
  });

  it("run no script when they are installed", () => {
    expect(installed.filter(([, one]) => one.hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it("are pinned: exact versions in package.json, a hash for each in the lockfile", () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(installed.filter(([, one]) => !one.integrity).map(([path]) => path)).toEqual([]);
  });

  it("are listed in the README with their licences", () => {
    const readme = read("README.md");
    const missing = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }).filter(
      (name) =>
        !new RegExp(
          `^\\| ${name.replace(/[/.]/g, "\\$&")} \\|[^\\n]*\\| ${(lock.packages[`node_modules/${name}`]?.license ?? "?").replace(/[().]/g, "\\$&")} \\|$`,
          "m",
        ).test(readme),
    );
    expect(missing).toEqual([]);
  });
});
