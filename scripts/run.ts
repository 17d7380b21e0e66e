/**
 * One run of one command on one round folder. It reads what earlier commands wrote, stages what this one writes, and puts
 * everything in place at the end together with a line in `journal.jsonl`; a run that fails leaves the folder as it was.
 */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { CliError, systemErrorCode } from "./errors.ts";
import { lastWritten, readJournal } from "./journal.ts";
import type { Effects } from "./effects.ts";
import { discardFiles, stageFile, type StagedFile } from "./io/atomic.ts";
import { finishInterrupted, putInPlace, UNFINISHED_FILE } from "./unfinished.ts";
import { Vault, type Unlock } from "./vault.ts";
import { VERSION } from "./version.ts";

interface FileRecord {
  file: string;
  sha256: string;
  rows?: number;
}

/** What commands write for people to edit; or that is put back from a newer copy, as the list of erasures. */
const EDITABLE: ReadonlySet<string> = new Set([
  "round.json",
  "agreements.csv",
  "erasures.csv",
  "review/freetext.xlsx",
]);

const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

export class Run {
  readonly folder: string;
  readonly command: string;
  readonly effects: Effects;
  readonly #read = new Map<string, FileRecord>();
  readonly #written = new Map<string, FileRecord>();
  readonly #staged: StagedFile[] = [];
  readonly #keys: Record<string, string> = {};
  readonly #notes: Record<string, unknown> = {};
  readonly #vault: Vault;
  #ready: Promise<void> | undefined;
  #lastWritten: Promise<Map<string, string>> | undefined;

  /** @param unlock what opens the files that name people, where they are encrypted */
  constructor(folder: string, command: string, effects: Effects, unlock: Unlock = {}) {
    this.folder = path.resolve(folder);
    this.command = command;
    this.effects = effects;
    this.#vault = new Vault(this.folder, effects, unlock);
  }

  /** Before anything is read or written, what a run that died had begun is brought to its end. */
  async ready(): Promise<void> {
    await (this.#ready ??= finishInterrupted(this.folder));
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Whether there is such a file or folder, encrypted or not. */
  async exists(name: string): Promise<boolean> {
    await this.ready();
    return (await stat(this.path(await this.#vault.nameToRead(name))).catch(() => null)) !== null;
  }

  /** Names in a folder of the round, sorted; empty when there is no such folder. */
  async list(name: string): Promise<string[]> {
    await this.ready();
    const names = await readdir(this.path(name)).catch(() => []);
    return names.toSorted((a, b) => (a < b ? -1 : 1));
  }

  /**
   * What a file holds, opened where it is encrypted.
   * @throws CliError when the file is not there; `how` says which command makes it.
   */
  async readBytes(name: string, how: string): Promise<Uint8Array> {
    await this.ready();
    try {
      const stored = await this.#vault.nameToRead(name);
      const data = await this.#vault.opened(stored, await readFile(this.path(stored)));
      const found = sha256(data);
      await this.#refuseChanged(name, found, how);
      this.#read.set(name, { file: name, sha256: found });
      return data;
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === "ENOENT") throw new CliError({ what: "the file is missing", where: this.path(name), how });
      if (code === "EACCES" || code === "EISDIR") {
        throw new CliError({ what: `the file cannot be read (${code})`, where: this.path(name), how });
      }
      throw error;
    }
  }

  /** A file that was cut or edited since a command wrote it would give numbers that nobody can account for. */
  async #refuseChanged(name: string, found: string, how: string): Promise<void> {
    if (EDITABLE.has(name)) return;
    this.#lastWritten ??= readJournal(this).then(lastWritten);
    const written = (await this.#lastWritten).get(name);
    if (written === undefined || written === found) return;
    throw new CliError({
      what: "the file is not as the command left it that wrote it: it was cut or edited",
      where: this.path(name),
      how: `Put back the copy from your backup, or make it again. ${how}`,
    });
  }

  async readText(name: string, how: string): Promise<string> {
    const bytes = await this.readBytes(name, how);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new CliError({ what: "the file is not UTF-8 text", where: this.path(name), how });
    }
  }

  /** Says how many data rows a file that was read has. */
  readRows(name: string, rows: number): void {
    const record = this.#read.get(name);
    if (record) record.rows = rows;
  }

  /** What this run has read so far. */
  get readSoFar(): readonly FileRecord[] {
    return [...this.#read.values()];
  }

  /** Stages a file; it is put in place by `commit`. Personal data and keys keep the default mode. */
  async write(
    name: string,
    data: Uint8Array | string,
    options: { rows?: number; mode?: number } = {},
  ): Promise<void> {
    await this.ready();
    const [stored, bytes] = [await this.#vault.nameToWrite(name), await this.#vault.toWrite(name, data)];
    this.#staged.push(await stageFile(this.path(stored), bytes, options.mode));
    const rows = options.rows === undefined ? {} : { rows: options.rows };
    this.#written.set(name, { file: name, sha256: sha256(data), ...rows });
  }

  /** The fingerprint of a key that was used. */
  usedKey(name: "round" | "draw", fingerprint: string): void {
    this.#keys[name] = fingerprint;
  }

  /** Something the journal should remember about this run; never personal data. */
  note(key: string, value: unknown): void {
    this.#notes[key] = value;
  }

  /** Puts everything in place, with a line in the journal: all of it or, when the machine dies before, nothing. */
  async commit(): Promise<void> {
    await this.ready();
    const line = {
      command: this.command,
      time: this.effects.now().toISOString(),
      version: VERSION,
      keys: this.#keys,
      read: [...this.#read.values()],
      written: [...this.#written.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1)),
      ...this.#notes,
    };
    await putInPlace(this.folder, this.#staged, JSON.stringify(line));
    this.#staged.length = 0;
    this.#written.clear();
  }

  /** Forgets what was staged; what a run has begun to put in place is left for the next one to finish. */
  async discard(): Promise<void> {
    const begun = (await stat(this.path(UNFINISHED_FILE)).catch(() => null)) !== null;
    if (!begun) await discardFiles(this.#staged);
    this.#staged.length = 0;
  }
}
