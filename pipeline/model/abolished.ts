/**
 * Authorities with children's services that reorganisation ended, by DfE number. Releases go on listing
 * them, with figures up to their last year and "z" after it; nothing in a release says why.
 */
type Abolition = { dfeCode: string; ended: string; successors: readonly string[] };

const abolitions: readonly Abolition[] = [
  { dfeCode: "835", ended: "2019-03-31", successors: ["838", "839"] },
  { dfeCode: "836", ended: "2019-03-31", successors: ["839"] },
  { dfeCode: "837", ended: "2019-03-31", successors: ["839"] },
  { dfeCode: "909", ended: "2023-03-31", successors: ["942", "943"] },
  { dfeCode: "928", ended: "2021-03-31", successors: ["940", "941"] },
];

const byNumber = new Map(abolitions.map((abolition) => [abolition.dfeCode, abolition]));

/** When and into what an authority went; undefined for one that stands. */
export function abolition(dfeCode: string): Abolition | undefined {
  return byNumber.get(dfeCode);
}
