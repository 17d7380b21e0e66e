/** A small round on the disk and in a real local D1, for the tests of letters, status, pull, estimate and export. */
import { mkdtemp, readFile, rm, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Database } from "#db/database.ts";
import { deriveKeys, importPublicKey, tokenFor, type RoundKeys } from "#db/keys.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { optOut, withdraw } from "#db/queries/optOut.ts";
import { saveDraft } from "#db/queries/saveDraft.ts";
import { submitFinal } from "#db/queries/submitFinal.ts";
import { rowIds } from "#db/rowId.ts";
import { seal } from "#db/seal.ts";
import { passesModulus11 } from "#survey/cpr.ts";
import type { Answers } from "#survey/answers.ts";
import { ALLOCATION_COLUMNS, IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { roundSchema, type Round, type RoundInput } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import type { Command, CommandResult, OptionValues } from "../../scripts/command.ts";
import { defaultEffects, quiet, type Effects } from "../../scripts/effects.ts";
import { CliError } from "../../scripts/errors.ts";
import { openDatabase } from "../../scripts/io/d1.ts";
import { writeTable } from "../../scripts/io/table.ts";
import { keyText } from "../../scripts/keys.ts";
import { Run } from "../../scripts/run.ts";

const settingsOf = (code: string, more: object): RoundInput["municipalities"][number] => ({
  code,
  contact: { name: "Borgerservice", email: "svar@example.dk", phone: "89 40 00 00" },
  controller: "Kommunen, Rådhuspladsen 1, CVR 12345678",
  dpo: "dpo@example.dk",
  ...more,
});

export const SETTINGS: RoundInput = {
  id: "test-2026",
  title: "Borgernes oplevelse",
  period: { label: "2. kvartal 2026", from: "2026-04-01", to: "2026-06-30" },
  referenceDate: "2026-08-01",
  field: {
    opens: "2026-08-24",
    closes: "2026-09-20",
    waves: ["2026-08-24", "2026-08-31", "2026-09-07"],
  },
  deadlines: {
    agreement: "2026-07-05",
    extract: "2026-08-07",
    firstResults: "2026-09-25",
    finalReport: "2026-10-02",
  },
  baseUrl: "https://svar.example.dk",
  municipalities: [
    settingsOf("0751", {
      sms: "link",
      localQuestions: [
        { id: "l1", text: "Kender du jobhuset?", options: ["Ja", "Nej"] },
        { id: "l2", text: "Hvad skal vi ellers vide?" },
      ],
    }),
    settingsOf("0760", { sender: "Jobcenter Ringkøbing-Skjern", term: "kommunen", sms: "code" }),
    settingsOf("0492", {}),
  ],
  privacy: {
    purpose: "at forbedre indsatsen",
    legalBasis: "artikel 6, stk. 1, litra e",
    processor: "Konsulenthuset ApS, Nørregade 1, 8000 Aarhus C",
    recipients: "ingen",
    transfer: "nej",
    deletionDate: "2026-12-31",
  },
  accessibility: {
    responsible: "Konsulenthuset ApS",
    preparedOn: "2026-08-01",
    updatedOn: "2026-08-01",
    contactEmail: "svar@example.dk",
    contactPhone: "89 40 00 00",
    notTested: "intet",
  },
};

/** What the round says in its own words, in English. */
export const ENGLISH: NonNullable<NonNullable<RoundInput["translations"]>["en"]> = {
  title: "Citizens’ contact with the municipality",
  period: "2nd quarter 2026",
  purpose: "to do better",
  legalBasis: "article 6(1)(e)",
  processor: "Konsulenthuset ApS, Nørregade 1, 8000 Aarhus C",
  recipients: "nobody",
  transfer: "no",
  responsible: "Konsulenthuset ApS",
  notTested: "nothing",
};

export const ROUND_KEY = new Uint8Array(32).map((_, i) => i * 7 + 1);

/** A CPR number that nobody has: a valid date that is not 1 January, a serial that fails modulus 11. */
export function syntheticCpr(n: number): string {
  const date = `${String(2 + (n % 27)).padStart(2, "0")}${String(1 + (n % 12)).padStart(2, "0")}${50 + (n % 45)}`;
  for (let serial = 100 + n; ; serial++) {
    const digits = date + String(serial % 4000).padStart(4, "0");
    if (!passesModulus11(digits)) return digits;
  }
}

export interface TestRound {
  folder: string;
  round: Round;
  /** Respondent numbers in the order of the sample. */
  respondents: string[];
  run(command: Command, options?: OptionValues): Promise<CommandResult>;
  /** What the command throws; fails when it is no CliError. */
  refusal(command: Command, options?: OptionValues): Promise<CliError>;
  read: (name: string) => Promise<string>;
  write: (name: string, text: string | Uint8Array) => Promise<void>;
  remove(): Promise<void>;
}

const effects: Effects = { ...quiet(defaultEffects), now: () => new Date("2026-09-03T10:00:00Z") };

/** People a municipality, the target groups in turn. */
export const SIZES: Readonly<Record<string, number>> = { "0751": 24, "0760": 12, "0492": 4 };

function people(sizes: Readonly<Record<string, number>>) {
  return Object.entries(sizes).flatMap(([code, size], place) =>
    Array.from({ length: size }, (_, i) => {
      const n = place * 100 + i;
      return {
        respondent: `${code}-${String(i + 1).padStart(5, "0")}`,
        municipality: code,
        target_group: TARGET_GROUPS[i % 4] ?? "dagpenge",
        sex: i % 2 === 0 ? "f" : "m",
        age_band: ["under-30", "30-39", "40-49", "50-59", "60-"][i % 5] ?? "",
        duration_band: ["under-26", "26-51", "52-103", "104-"][i % 4] ?? "",
        interview_band: ["under-1", "1-2", "3-5", "6-", "none"][i % 5] ?? "",
        finished: i % 7 === 0 ? "1" : "0",
        inclusion_probability: "0.5",
        batch: "0",
        cpr: syntheticCpr(n),
        // Every fourth has no phone; one is Swedish.
        phone: i % 4 === 3 ? "" : i === 1 ? "+46701234567" : `+452030${String(1000 + n)}`,
        name: code === "0760" && i !== 2 ? `Åse Ø'Hara ${i}` : "",
      };
    }),
  );
}

/** Half of the citizens of each cell are in the sample. */
const allocation = (everybody: ReturnType<typeof people>) =>
  [...new Set(everybody.map((p) => p.municipality))].flatMap((municipality) =>
    TARGET_GROUPS.map((target_group) => {
      const sample = everybody.filter(
        (p) => p.municipality === municipality && p.target_group === target_group,
      ).length;
      return {
        municipality,
        target_group,
        population: sample * 2,
        sample,
        inclusion_probability: 0.5,
        expected_answers: sample / 5,
        census: 0,
      };
    }),
  );

/** Writes the round folder; nothing is in a database yet. */
export async function makeRound(
  settings: RoundInput = SETTINGS,
  sizes: Readonly<Record<string, number>> = SIZES,
): Promise<TestRound> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-"));
  const everybody = people(sizes);
  const write = async (name: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  await write("round.json", JSON.stringify(settings));
  await write("round.key", keyText(ROUND_KEY));
  await write("sample/sample.csv", writeTable(SAMPLE_COLUMNS, everybody));
  await write("sample/identities.csv", writeTable(IDENTITY_COLUMNS, everybody));
  await write("sample/allocation.csv", writeTable(ALLOCATION_COLUMNS, allocation(everybody)));
  const run = async (command: Command, options: OptionValues = {}): Promise<CommandResult> => {
    const attempt = new Run(folder, command.name, effects);
    try {
      return await command.run(attempt, options);
    } finally {
      await attempt.discard();
    }
  };
  return {
    folder,
    round: roundSchema.parse(settings),
    respondents: everybody.map((person) => person.respondent),
    run,
    refusal: async (command, options) => {
      const error = await run(command, options).then(
        () => new Error("the command did its work"),
        (thrown: unknown) => thrown,
      );
      if (error instanceof CliError) return error;
      throw error;
    },
    read: (name) => readFile(path.join(folder, name), "utf8"),
    write,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a citizen does, straight into the database as the Worker does it. */
export interface Citizens {
  db: Database;
  keys: RoundKeys;
  rowIdOf(respondent: string): Promise<string>;
  draft(respondent: string, answers: Answers, client?: string, version?: number): Promise<void>;
  send(respondent: string, answers: Answers, client?: string): Promise<void>;
  optOut(respondent: string): Promise<void>;
  withdraw(respondent: string): Promise<void>;
}

export const CLIENT = "AAAAAAAAAAAAAAAAAAAAAA";
export const OTHER_CLIENT = "BBBBBBBBBBBBBBBBBBBBBB";

async function citizensOf(test: TestRound, db: Database): Promise<Citizens> {
  const keys = await deriveKeys(ROUND_KEY);
  const publicKey = await importPublicKey(keys.publicKey);
  const rowIdFor = await rowIds(keys.pepper);
  const rowIdOf = async (respondent: string) => rowIdFor(await tokenFor(keys.tokenKey, respondent));
  const keyOf = async (respondent: string) => ({
    rowId: await rowIdOf(respondent),
    municipality: respondent.slice(0, 4),
  });
  const sealed = async (respondent: string, answers: Answers, client: string, version: number) => {
    const context = {
      ...(await keyOf(respondent)),
      client,
      version,
      questionnaire: "2026-1",
      keyId: keys.keyId,
    };
    const text = await seal(answers, context, { publicKey, roundId: test.round.id });
    if (text === null) throw new Error("the answers do not fit");
    return { ...context, sealed: text };
  };
  await loadRespondents(db, await Promise.all(test.respondents.map(keyOf)));
  return {
    db,
    keys,
    rowIdOf,
    draft: async (respondent, answers, client = CLIENT, version = 1) => {
      const outcome = await saveDraft(db, await sealed(respondent, answers, client, version));
      if (outcome !== "stored") throw new Error(outcome);
    },
    send: async (respondent, answers, client = CLIENT) => {
      const outcome = await submitFinal(db, await sealed(respondent, answers, client, 9), "2026-09-01");
      if (outcome !== "stored") throw new Error(outcome);
    },
    optOut: async (respondent) => void (await optOut(db, await keyOf(respondent), "2026-09-01")),
    withdraw: async (respondent) => void (await withdraw(db, await keyOf(respondent), "2026-09-01")),
  };
}

/** Publishes the sample to the round's local D1, lets citizens act, and closes it again: one process owns D1. */
export async function inTheField(test: TestRound, act: (citizens: Citizens) => Promise<void>): Promise<void> {
  const { db, close } = await openDatabase({ persistTo: path.join(test.folder, "d1") });
  try {
    await act(await citizensOf(test, db));
  } finally {
    await close();
  }
}

/** Answers to the first `n` of the 13 closed items. */
export const answersTo = (n: number, code = 2): Answers =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`q${i + 1}`, code]));
