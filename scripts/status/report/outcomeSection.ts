/** What became of everybody, in AAPOR's codes, and AAPOR's rates. */
import { classCounts, DISPOSITIONS, type Disposition } from "#survey/dispositions/disposition.ts";
import { eligibilityRate, outcomeRate, type RateName } from "#survey/dispositions/outcomeRates.ts";
import { number, percent } from "../../report/danish.ts";
import { html, type Html } from "../../report/html.ts";
import { table } from "../../report/table.ts";
import type { PersonStatus } from "../dispositions.ts";
import { DISPOSITION_NAMES } from "./words.ts";

const ORDER: readonly Disposition[] = [
  "complete",
  "partial",
  "refusal",
  "breakOff",
  "deceased",
  "nothingReturned",
  "undeliverable",
  "moved",
  "notInvited",
];

const KINDS: readonly { name: string; what: string; rates: readonly RateName[] }[] = [
  {
    name: "Svarprocent (RR)",
    what: "svar af stikprøven",
    rates: ["RR1", "RR2", "RR3", "RR4", "RR5", "RR6"],
  },
  {
    name: "Samarbejde (COOP)",
    what: "svar af dem, vi har hørt fra",
    rates: ["COOP1", "COOP2", "COOP3", "COOP4"],
  },
  { name: "Afslag (REF)", what: "afslag og afbrudte af stikprøven", rates: ["REF1", "REF2", "REF3"] },
  { name: "Kontakt (CON)", what: "dem, vi har hørt fra, af stikprøven", rates: ["CON1", "CON2", "CON3"] },
];

export function outcomeSection(statuses: readonly PersonStatus[]): Html {
  const rows = ORDER.map((disposition) => ({
    disposition,
    n: statuses.filter((s) => s.disposition === disposition).length,
  }));
  const counts = classCounts(statuses.map((s) => s.disposition));
  const e = eligibilityRate(counts);
  const shown = (name: RateName): string => {
    const value = outcomeRate(name, counts, e);
    return `${name} ${value === null ? "–" : percent(value, 1)}`;
  };
  return html`${table({
    id: "udfald-tabel",
    caption: "Hvad der er blevet af stikprøven",
    columns: [
      { heading: "Udfald", cell: (row) => DISPOSITION_NAMES[row.disposition] },
      { heading: "AAPOR", cell: (row) => DISPOSITIONS[row.disposition] },
      { heading: "Personer", align: "right", cell: (row) => number(row.n) },
      { heading: "Andel", align: "right", cell: (row) => percent(row.n / statuses.length, 1) },
    ],
    rows,
    note: "Koderne er dem i AAPOR, Standard Definitions (9. udgave, 2016), for webundersøgelser af navngivne personer.",
  })}
  ${table({
    id: "rater-tabel",
    caption: "AAPOR's rater",
    columns: [
      { heading: "Rate", cell: (kind) => kind.name },
      { heading: "Hvad", cell: (kind) => kind.what },
      { heading: "Varianter", cell: (kind) => kind.rates.map(shown).join(" · ") },
    ],
    rows: KINDS,
    note: `Ulige numre tæller kun sendte svar, lige numre også gemte (i RR og COOP). Dem, vi intet ved om, er regnet med ${percent(e, 1)} (e).`,
  })}`;
}
