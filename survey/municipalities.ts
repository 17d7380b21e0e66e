/** The 98 municipalities: code, names, address on the web, and the spellings that files use for them. */
import register from "./data/municipalities.json" with { type: "json" };

export interface Municipality {
  /** Four digits as text, with the leading zero. */
  code: string;
  name: string;
  fullName: string;
  region: string;
  /** Inhabitants on 1 January 2020: for proportions of synthetic data only. */
  inhabitants2020: number;
  aliases: readonly string[];
  /** ASCII path segment: `aarhus`, `hoeje-taastrup`. */
  slug: string;
}

/** ASCII path segment of a Danish name: æ→ae, ø→oe, å→aa, everything else that is no letter or digit → one hyphen. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

export const MUNICIPALITIES: readonly Municipality[] = register.municipalities.map((m) => ({
  code: m.code,
  name: m.name,
  fullName: m.full_name,
  region: m.region,
  inhabitants2020: m.population_2020,
  aliases: "aliases" in m ? m.aliases : [],
  slug: slugOf(m.name),
}));

const byCode = new Map(MUNICIPALITIES.map((m) => [m.code, m]));

/** The municipality with this code, or `null`. */
export const municipalityOf = (code: string): Municipality | null => byCode.get(code) ?? null;
