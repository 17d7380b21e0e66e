/** What each file of a round folder is, and at which stage of `purge` it goes. */
export const PURGE_STAGES = ["delivered", "identities", "key", "all"] as const;
/**
 * `delivered`: what stands in clear for municipalities, once it is sent. `identities`: everything with a CPR number, a phone
 * or a name. `key`: what opens the answers, so that every copy of the database becomes unreadable. `all`: everything but
 * what names nobody.
 */
export type PurgeStage = (typeof PURGE_STAGES)[number];

interface Kind {
  kind: string;
  files: RegExp;
  /** What is in `all` is not repeated; nothing: it stays, for it names nobody. */
  goesAt: readonly PurgeStage[];
}

const STAYS: readonly PurgeStage[] = [];
const AT_THE_END: readonly PurgeStage[] = ["all"];
const NAMES_PEOPLE: readonly PurgeStage[] = ["identities", "all"];
const IN_CLEAR: readonly PurgeStage[] = ["delivered", ...NAMES_PEOPLE];
const OPENS_ANSWERS: readonly PurgeStage[] = ["key", "all"];

/** The first that fits decides. A file that none fits is `other` and goes with `all`. */
const KINDS: readonly Kind[] = [
  { kind: "unfinished", files: /\.tmp$/, goesAt: IN_CLEAR },
  { kind: "extracts", files: /^extracts\//, goesAt: IN_CLEAR },
  { kind: "flow", files: /^frame\/flow\.csv$/, goesAt: STAYS },
  { kind: "quality reports", files: /^frame\/quality-\d+\.xlsx$/, goesAt: IN_CLEAR },
  { kind: "frame", files: /^frame\//, goesAt: NAMES_PEOPLE },
  { kind: "identities", files: /^sample\/identities\.csv(\.age)?$/, goesAt: NAMES_PEOPLE },
  { kind: "keys of identities", files: /^(recipients\.txt|identity\.age)$/, goesAt: NAMES_PEOPLE },
  { kind: "copies", files: /^copies\//, goesAt: IN_CLEAR },
  { kind: "recipients", files: /^waves\/.*\/recipients\.csv$/, goesAt: AT_THE_END },
  { kind: "letters", files: /^waves\//, goesAt: IN_CLEAR },
  { kind: "sample report", files: /^sample\/(allocation\.csv|report\.html)$/, goesAt: STAYS },
  { kind: "sample", files: /^sample\//, goesAt: AT_THE_END },
  { kind: "status", files: /^status\//, goesAt: AT_THE_END },
  { kind: "answers", files: /^answers\//, goesAt: AT_THE_END },
  { kind: "review", files: /^review\//, goesAt: AT_THE_END },
  { kind: "export", files: /^export\//, goesAt: AT_THE_END },
  { kind: "database", files: /^d1\//, goesAt: AT_THE_END },
  { kind: "keys", files: /^round(-\d)?\.key$/, goesAt: OPENS_ANSWERS },
  { kind: "keys", files: /^draw\.key$/, goesAt: AT_THE_END },
  { kind: "erasures", files: /^erasures\.csv$/, goesAt: AT_THE_END },
  { kind: "settings", files: /^(round\.json|round\.schema\.json|edge\.json|\.gitignore)$/, goesAt: STAYS },
  { kind: "agreements", files: /^agreements\.csv$/, goesAt: STAYS },
  { kind: "plan", files: /^plan\//, goesAt: STAYS },
  { kind: "own letters", files: /^templates\//, goesAt: STAYS },
  { kind: "template", files: /^extract-template\.xlsx$/, goesAt: STAYS },
  { kind: "results", files: /^(results|dist)\//, goesAt: STAYS },
  { kind: "journal", files: /^(journal\.jsonl|purge-receipt-\d+\.json)$/, goesAt: STAYS },
];

/** The kind of a file, named by its path in the round folder with forward slashes. */
export const kindOf = (file: string): string => KINDS.find((k) => k.files.test(file))?.kind ?? "other";

/** Whether the file goes at this stage. */
export const goesAt = (file: string, stage: PurgeStage): boolean =>
  (KINDS.find((k) => k.files.test(file))?.goesAt ?? AT_THE_END).includes(stage);
