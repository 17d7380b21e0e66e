/** What each file of a round folder is, and at which stage of `purge` it goes. */
export const PURGE_STAGES = ["identities", "all"] as const;
/** `identities`: everything with a CPR number, a phone or a name. `all`: also answers, the database and the keys. */
export type PurgeStage = (typeof PURGE_STAGES)[number];

interface Kind {
  kind: string;
  files: RegExp;
  /** `null`: stays. It names nobody: settings, counts, published results, the journal. */
  goesAt: PurgeStage | null;
}

/** The first that fits decides. A file that none fits is `other` and goes with `all`. */
const KINDS: readonly Kind[] = [
  { kind: "unfinished", files: /\.tmp$/, goesAt: "identities" },
  { kind: "extracts", files: /^extracts\//, goesAt: "identities" },
  { kind: "flow", files: /^frame\/flow\.csv$/, goesAt: null },
  { kind: "frame", files: /^frame\//, goesAt: "identities" },
  { kind: "identities", files: /^sample\/identities\.csv$/, goesAt: "identities" },
  { kind: "recipients", files: /^waves\/.*\/recipients\.csv$/, goesAt: "all" },
  { kind: "letters", files: /^waves\//, goesAt: "identities" },
  { kind: "sample report", files: /^sample\/(allocation\.csv|report\.html)$/, goesAt: null },
  { kind: "sample", files: /^sample\//, goesAt: "all" },
  { kind: "status", files: /^status\//, goesAt: "all" },
  { kind: "answers", files: /^answers\//, goesAt: "all" },
  { kind: "review", files: /^review\//, goesAt: "all" },
  { kind: "export", files: /^export\//, goesAt: "all" },
  { kind: "database", files: /^d1\//, goesAt: "all" },
  { kind: "keys", files: /^(round|draw)\.key$/, goesAt: "all" },
  { kind: "settings", files: /^(round\.json|round\.schema\.json|edge\.json|\.gitignore)$/, goesAt: null },
  { kind: "plan", files: /^plan\//, goesAt: null },
  { kind: "own letters", files: /^templates\//, goesAt: null },
  { kind: "template", files: /^extract-template\.xlsx$/, goesAt: null },
  { kind: "results", files: /^(results|dist)\//, goesAt: null },
  { kind: "journal", files: /^(journal\.jsonl|purge-receipt-\d+\.json)$/, goesAt: null },
];

/** The kind of a file, named by its path in the round folder with forward slashes. */
export const kindOf = (file: string): string => KINDS.find((k) => k.files.test(file))?.kind ?? "other";

/** Whether the file goes at this stage. */
export function goesAt(file: string, stage: PurgeStage): boolean {
  const kind = KINDS.find((k) => k.files.test(file));
  if (!kind) return stage === "all";
  return kind.goesAt !== null && (stage === "all" || kind.goesAt === "identities");
}
