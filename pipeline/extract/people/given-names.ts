import { faker as britain } from "@faker-js/faker/locale/en_GB";
import { faker as belgium } from "@faker-js/faker/locale/fr_BE";
import { faker as ghana } from "@faker-js/faker/locale/en_GH";
import { faker as india } from "@faker-js/faker/locale/en_IN";
import { faker as italy } from "@faker-js/faker/locale/it";
import { faker as netherlands } from "@faker-js/faker/locale/nl";
import { faker as nigeria } from "@faker-js/faker/locale/en_NG";
import { faker as poland } from "@faker-js/faker/locale/pl";
import { faker as portugal } from "@faker-js/faker/locale/pt_PT";
import { faker as romania } from "@faker-js/faker/locale/ro";
import { faker as southAfrica } from "@faker-js/faker/locale/en_ZA";
import { faker as spain } from "@faker-js/faker/locale/es";
import { faker as turkey } from "@faker-js/faker/locale/tr";
import { faker as yoruba } from "@faker-js/faker/locale/yo_NG";

/** Names that people in England bear: the Belgian and Dutch lists are long in names from Muslim countries. */
const countries = [
  britain,
  india,
  nigeria,
  ghana,
  yoruba,
  southAfrica,
  poland,
  romania,
  turkey,
  italy,
  spain,
  portugal,
  netherlands,
  belgium,
];

/** Given names that are as likely a word, a month, a place or a body, which alone say nothing. */
const alsoWords = new Set(
  (
    "august autumn april june july may summer winter baby chance charity faith hope joy grace justice honor prudence temperance will mark max major minor miles page price grant heath judge foster " +
    "general sister don den van bo said server vital constant innocent job among nine can else name conception art guy rich lance drew rose ivy holly poppy daisy violet lily iris fern hazel olive ruby pearl amber crystal jade " +
    "clay camden dudley trent roma sierra santa san el la paris london chelsea kent devon chester lincoln preston warwick clifton milton melton stanley bradley burton sutton carlton ashton houghton stoke brook brooke dale glen lane forest hill wood ford park dean " +
    "king queen prince princess duke earl baron king's royal noble bishop pope christian trinity angel christmas easter israel jordan asia africa india china america florida georgia carolina virginia dakota austin houston " +
    "sunny star sky skye true early young best fair long short strong swift sharp bright brown white black green gray grey little small new old north south east west central"
  ).split(" "),
);

/** Places end so far more often than given names do. */
const placeEnding = /(?:ton|ham|ford|bury|worth|wick|stead|field|dale|ville|land|well|mouth|minster)$/;
const namesAllTheSame = new Set(["abraham", "anton", "clayton", "clifford", "clinton", "elton", "graham", "hisham", "roland", "winston"]);

function firstNames(): Set<string> {
  const names = new Set<string>();
  for (const { rawDefinitions } of countries) {
    const lists = rawDefinitions.person?.first_name ?? {};
    for (const entry of Object.values(lists).flat()) {
      const name = String(entry).toLowerCase();
      if (!placeEnding.test(name) || namesAllTheSame.has(name)) names.add(name);
    }
  }
  for (const name of alsoWords) names.delete(name);
  return names;
}

const known = firstNames();

/** Whether a word, such as "Anna" or "Sarah-Jane", is a common given name and hardly anything else. */
export const isGivenName = (word: string): boolean =>
  known.has(word.toLowerCase()) || known.has(word.toLowerCase().split(/[-’']/, 1)[0] ?? "");
