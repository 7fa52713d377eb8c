// Preloaded into a measured process: writes its peak memory where the bench reads it.
import { writeFileSync } from "node:fs";

process.on("exit", () => writeFileSync(process.env.PANELPACK_BENCH_USAGE ?? "/dev/null", String(process.resourceUsage().maxRSS)));
