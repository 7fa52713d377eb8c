import { createRegister } from "../../../pipeline/model/authority-register.ts";
import type { Authority } from "../../../pipeline/model/authority.ts";

const place = (authority_code: string, dfe_code: string, authority: string): Authority => ({
  authority_code,
  dfe_code,
  authority,
  region_code: "E12000006",
  region: "East of England",
  last_year: 2025,
});

/** A few authorities: one that changed its code, a split county, and two that make one return. */
export const register = createRegister([
  place("E06000056", "823", "Central Bedfordshire"),
  place("E06000055", "822", "Bedford"),
  place("E08000016", "370", "Barnsley"),
  place("E10000021", "928", "Northamptonshire"),
  place("E06000061", "940", "North Northamptonshire"),
  place("E06000062", "941", "West Northamptonshire"),
  place("E10000009", "835", "Dorset"),
  place("E06000059", "838", "Dorset"),
]);

export const healthHeader =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,characteristic,breakdown,children_count,children_percent";
const assessments = "Health assessments: Children looked after all ages";

/** The two rows that a release has for immunisations of one authority in one year. */
export function immunisations(
  year: string,
  number: string,
  name: string,
  code: string,
  count: string,
  percent: string,
  total: string,
): string[] {
  const start = `${year},Reporting year,Local authority,E92000001,England,E12000006,East of England,${number},${name},${code},${assessments}`;
  return [`${start},Had their immunisations up to date,${count},${percent}`, `${start},Total all ages,${total},100`];
}

export const health = (...rows: string[]): string => `${[healthHeader, ...rows].join("\n")}\n`;

export const workforceHeader =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,agency_rate_fte,turnover_rate_fte,vacancy_rate_fte,case_holders_fte,cases,caseload_fte";

export function workforce(year: string, number: string, code: string, name: string, ...cells: string[]): string {
  return [`${year},Reporting year,Local authority,E92000001,England,E12000004,East Midlands,${number},${code},${name}`, ...cells].join(",");
}
