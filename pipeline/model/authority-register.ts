import { abolition } from "./abolished.ts";
import { nameKey, type Authority } from "./authority.ts";

/**
 * Authorities by each of their names. The DfE number is the key that lasts: ONS codes change when
 * boundaries do, names when councils rename themselves.
 */
export type AuthorityRegister = {
  readonly authorities: readonly Authority[];
  byDfeCode(dfeCode: string): Authority | undefined;
  byOnsCode(code: string): Authority | undefined;
  byName(name: string): Authority | undefined;
};

/**
 * Later rows do not replace earlier ones that have the same code or name, but one that stands goes before
 * one that was abolished: there is an old Dorset and a new one.
 */
export function createRegister(authorities: readonly Authority[]): AuthorityRegister {
  const gone = (authority: Authority): number => (abolition(authority.dfe_code) ? 1 : 0);
  const standingFirst = [...authorities].sort((a, b) => gone(a) - gone(b));
  const index = (key: (authority: Authority) => string): Map<string, Authority> => {
    const found = new Map<string, Authority>();
    for (const authority of standingFirst) if (!found.has(key(authority))) found.set(key(authority), authority);
    return found;
  };
  const dfe = index((authority) => authority.dfe_code);
  const ons = index((authority) => authority.authority_code);
  const names = index((authority) => nameKey(authority.authority));
  return {
    authorities,
    byDfeCode: (code) => dfe.get(code),
    byOnsCode: (code) => ons.get(code),
    byName: (name) => names.get(nameKey(name)),
  };
}
