// Loaded before main.ts, and plain JavaScript, so that an old Node says what to do instead of failing on TypeScript.
import module from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `This needs Node 22.18 or later and found ${process.versions.node}. On Linux and Windows "npm ci" brings Node 24 with it: ` +
      `run "npm ci", then "npm run pipeline". On macOS install Node 24 first.\n`,
  );
  process.exit(2);
}
module.enableCompileCache?.();
