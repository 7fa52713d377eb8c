import { describe, expect, it } from "vitest";
import { moduleHasher } from "../../pipeline/core/module-hash.ts";

const modules: Record<string, string> = {
  "/p/a.ts": 'import { b } from "./room/b.ts";\nconst c = await import("./c.ts");',
  "/p/room/b.ts": 'import { d } from "../d.ts";\nimport type { E } from "../e.ts";\nimport { x } from "package";',
  "/p/c.ts": 'import "./a.ts";',
  "/p/d.ts": "export const d = 1;",
  "/p/e.ts": "export type E = 1;",
  "/p/beside.ts": "export const beside = 1;",
};
const hash = (changed: Record<string, string> = {}, root = "/p"): Promise<string> =>
  moduleHasher(async (path) => ({ ...modules, ...changed })[path.replace(root, "/p")] ?? Promise.reject(new Error(`no ${path}`)))(
    `${root}/a.ts`,
  );

describe("moduleHasher", () => {
  it.each(["/p/a.ts", "/p/room/b.ts", "/p/c.ts", "/p/d.ts"])("changes when %s does, however far below", async (path) => {
    expect(await hash({ [path]: `${modules[path]}\n// changed` })).not.toBe(await hash());
  });

  it("does not change with a module that nothing imports or that gives types alone, nor with the folder", async () => {
    expect(await hash({ "/p/e.ts": "export type E = 2;" })).toBe(await hash());
    expect(await hash({ "/p/beside.ts": "changed" })).toBe(await hash());
    expect(await hash({}, "/elsewhere/else")).toBe(await hash());
  });

  it("says which module is missing", async () => {
    await expect(moduleHasher(async (path) => Promise.reject(new Error(`no ${path}`)))("/p/x.ts")).rejects.toThrow("no /p/x.ts");
  });
});
