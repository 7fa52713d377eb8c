import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { FileError } from "../core/effects.ts";
import type { Options } from "./arguments.ts";

/** Absolute folders of one run. */
export type Workspace = {
  project: string;
  documents: string;
  official: string;
  out: string;
  data: string;
  tidy: string;
  local: string;
  review: string;
  reference: string;
  templates: string;
  cache: string;
};

/** Whether a path is a folder or lies in it. */
export const within = (outer: string, inner: string): boolean => {
  const path = relative(outer, inner);
  return path === "" || (path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
};

/** Throws FileError where a folder to write in is one to read from. */
export function workspaceOf(options: Options, project: string, workingFolder: string): Workspace {
  const at = (folder: string): string => resolve(workingFolder, folder);
  const data = at(options.data);
  const workspace: Workspace = {
    project,
    documents: at(options.documents),
    official: at(options.official),
    out: at(options.out),
    data,
    tidy: join(data, "tidy"),
    local: join(data, "local"),
    review: join(data, "review"),
    reference: join(project, "data", "reference"),
    templates: join(project, "templates"),
    cache: join(data, ".cache"),
  };
  for (const read of [workspace.documents, workspace.official, workspace.templates, workspace.reference]) {
    if (workspace.out === read)
      throw new FileError(`--out ${options.out} is ${read}, which is read from: choose a folder of its own for what is made.`);
    if (workspace.tidy === read)
      throw new FileError(`--data ${options.data} would write tables into ${read}, which is read from: choose another folder.`);
  }
  return workspace;
}
