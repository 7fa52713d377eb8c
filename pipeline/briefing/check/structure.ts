import { isDict, isRef, type PdfDict, type PdfFile, type PdfValue } from "./parse-pdf.ts";

/** An element of the structure tree with what belongs to it, in reading order. */
export type Element = {
  readonly tag: string;
  readonly dict: PdfDict;
  readonly number: number;
  readonly children: readonly Element[];
  /** Marked content of its own: page object and id. */
  readonly content: readonly { page: number; mcid: number }[];
  /** Numbers of annotation objects. */
  readonly annotations: readonly number[];
};

const listOf = (value: PdfValue): readonly PdfValue[] =>
  Array.isArray(value) ? (value as readonly PdfValue[]) : value === null ? [] : [value];

function readElement(file: PdfFile, reference: PdfValue): Element | null {
  const dict = file.resolve(reference);
  if (!isDict(dict) || typeof dict["S"] !== "string") return null;
  const ownPage = isRef(dict["Pg"]) ? dict["Pg"].ref : 0;
  const children: Element[] = [];
  const content: { page: number; mcid: number }[] = [];
  const annotations: number[] = [];
  for (const kid of listOf(file.resolve(dict["K"]))) {
    if (typeof kid === "number") content.push({ page: ownPage, mcid: kid });
    else {
      const resolved = file.resolve(kid);
      if (isDict(resolved) && resolved["Type"] === "/MCR")
        content.push({ page: isRef(resolved["Pg"]) ? resolved["Pg"].ref : ownPage, mcid: Number(resolved["MCID"]) });
      else if (isDict(resolved) && resolved["Type"] === "/OBJR") annotations.push(isRef(resolved["Obj"]) ? resolved["Obj"].ref : 0);
      else {
        const child = readElement(file, kid);
        if (child) children.push(child);
      }
    }
  }
  return { tag: dict["S"].slice(1), dict, number: isRef(reference) ? reference.ref : 0, children, content, annotations };
}

/** The elements directly below the root of the structure tree. */
export function readStructure(file: PdfFile, catalog: PdfDict): Element[] {
  const root = file.resolve(catalog["StructTreeRoot"]);
  return isDict(root) ? listOf(file.resolve(root["K"])).flatMap((kid) => readElement(file, kid) ?? []) : [];
}

/** Every element, parents before their children, in reading order. */
export function* walk(
  elements: readonly Element[],
  parent: Element | null = null,
): Generator<{ element: Element; parent: Element | null }> {
  for (const element of elements) {
    yield { element, parent };
    yield* walk(element.children, element);
  }
}

/** Attributes of one owner, such as Table or Layout. */
export function attributes(file: PdfFile, element: Element, owner: string): PdfDict | null {
  for (const value of listOf(file.resolve(element.dict["A"]))) {
    const dict = file.resolve(value);
    if (isDict(dict) && dict["O"] === `/${owner}`) return dict;
  }
  return null;
}
