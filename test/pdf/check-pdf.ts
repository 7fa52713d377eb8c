/**
 * npm run check:pdf [-- FOLDER or FILE ...]: applies the project's checker to every PDF below output/, and
 * veraPDF to the same files where it is at hand: `verapdf` on the PATH, or Java with the class path of
 * veraPDF in VERAPDF_CLASSPATH. Exit code 1 when a rule is broken.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPdf } from "../../pipeline/briefing/check/check-pdf.ts";

const wanted = process.argv.slice(2);
const roots = wanted.length > 0 ? wanted : [fileURLToPath(new URL("../../output", import.meta.url))];
const files = roots
  .flatMap((root) =>
    !existsSync(root)
      ? []
      : statSync(root).isFile()
        ? [root]
        : readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => join(root, name)),
  )
  .filter((name) => name.endsWith(".pdf"))
  .sort();

let broken = 0;
for (const file of files) {
  const breaches = checkPdf(new Uint8Array(readFileSync(file)));
  broken += breaches.length;
  console.log(`${breaches.length === 0 ? "in order" : `${breaches.length} breaches`}: ${file}`);
  for (const { rule, message } of breaches.slice(0, 20)) console.log(`  ${rule}: ${message}`);
}
if (files.length === 0) {
  console.log(`There is no PDF in ${roots.join(", ")}: run the pipeline first, or name a folder.`);
  broken += 1;
}

/** veraPDF's own words for each flavour; null when it is not at hand. */
function runVeraPdf(flavour: string): string | null {
  const options = ["-f", flavour, "--format", "text", ...files];
  const classPath = process.env["VERAPDF_CLASSPATH"];
  const [command, first] = classPath ? ["java", ["-cp", classPath, "org.verapdf.apps.GreenfieldCliWrapper"]] : ["verapdf", []];
  try {
    return execFileSync(command, [...first, ...options], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e8 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    // veraPDF ends with 1 when a file fails; what it printed is still its answer.
    return error instanceof Error && "stdout" in error ? String(error.stdout) : null;
  }
}

for (const flavour of files.length > 0 ? ["ua1", "2a"] : []) {
  const answer = runVeraPdf(flavour);
  if (answer === null) {
    console.log("veraPDF was not found, so only the project's own checker was applied.");
    break;
  }
  const failed = answer.split("\n").filter((line) => line !== "" && !line.startsWith("PASS"));
  broken += failed.length;
  console.log(`veraPDF ${flavour}: ${files.length - failed.length} of ${files.length} pass`);
  for (const line of failed) console.log(`  ${line}`);
}
process.exitCode = broken > 0 ? 1 : 0;
