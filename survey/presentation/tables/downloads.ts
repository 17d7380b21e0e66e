/** The files that readers can download: their names, what they are, what they are for. */
import type { Bilingual } from "./column.ts";

/** In the order that a page lists them. */
export const DOWNLOADS = [
  "resultater.xlsx",
  "resultater.csv",
  "kommuner.csv",
  "forskelle.csv",
  "aendringer.csv",
  "svardage.csv",
  "results.json",
  "results.schema.json",
  "datakatalog.csv",
  "datakatalog.md",
  "data-dictionary.md",
  "sha256sums.txt",
] as const;
export type DownloadName = (typeof DOWNLOADS)[number];

/** A file as a page lists it. */
export interface DownloadEntry {
  name: DownloadName;
  /** The name it has on the site: its own, or with `.gz` when it is too large to be served unpacked. */
  file: string;
  bytes: number;
}

/** The folder of a round's files on the site. */
export const downloadFolder = (round: string): string => `/resultater/data/${round}/`;

export const downloadAbout: Readonly<Record<DownloadName, Bilingual>> = {
  "resultater.xlsx": {
    da: "Alle tal til Excel, med vejledning og datakatalog",
    en: "All figures for Excel, with a guide and a data dictionary (in Danish, dictionary in English too)",
  },
  "resultater.csv": {
    da: "Alle resultater, én række for hvert område og spørgsmål",
    en: "All results, one row for each domain and item",
  },
  "kommuner.csv": {
    da: "Svar og svarprocent i hver kommune",
    en: "Answers and response rate of each municipality",
  },
  "forskelle.csv": {
    da: "Forskelle mellem et område og de større områder, det er en del af",
    en: "Differences between a domain and the larger ones that it is part of",
  },
  "aendringer.csv": {
    da: "Ændringer siden tidligere runder",
    en: "Changes since earlier rounds",
  },
  "svardage.csv": {
    da: "Sendte svar dag for dag, i hele runden",
    en: "Answers sent by day, in the whole round",
  },
  "results.json": {
    da: "Alle tal til programmer, som siderne er lavet af",
    en: "All figures for programs: what these pages are made from",
  },
  "results.schema.json": {
    da: "Beskrivelse af results.json (JSON Schema)",
    en: "Description of results.json (JSON Schema)",
  },
  "datakatalog.csv": {
    da: "Hvad hver kolonne og kode betyder, på dansk og engelsk",
    en: "What each column and code means, in Danish and English",
  },
  "datakatalog.md": { da: "Datakataloget som tekst", en: "The data dictionary as a text, in Danish" },
  "data-dictionary.md": {
    da: "Datakataloget som tekst, på engelsk",
    en: "The data dictionary as a text",
  },
  "sha256sums.txt": {
    da: "Filernes fingeraftryk (SHA-256)",
    en: "The fingerprints of the files (SHA-256)",
  },
};
