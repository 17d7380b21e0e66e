/**
 * One run of one command on one round folder. It reads what earlier commands wrote, stages what this one writes, and puts
 * everything in place at the end together with a line in `journal.jsonl`; a run that fails leaves the folder as it was.
 */
import { createHash } from "node:crypto";
import { appendFile, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { CliError, systemErrorCode } from "./errors.ts";
import { lastWritten, readJournal } from "./journal.ts";
import type { Effects } from "./effects.ts";
import { commitFiles, discardFiles, stageFile, type StagedFile } from "./io/atomic.ts";
import { VERSION } from "./version.ts";

interface FileRecord {
  file: string;
  sha256: string;
  rows?: number;
}

/** What commands write for people to edit. */
const EDITABLE: ReadonlySet<string> = new Set(["round.json", "review/freetext.xlsx"]);

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
  #lastWritten: Promise<Map<string, string>> | undefined;

  constructor(folder: string, command: string, effects: Effects) {
    this.folder = path.resolve(folder);
    this.command = command;
    this.effects = effects;
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  async exists(name: string): Promise<boolean> {
    return (await stat(this.path(name)).catch(() => null)) !== null;
  }

  /** Names in a folder of the round, sorted; empty when there is no such folder. */
  async list(name: string): Promise<string[]> {
    const names = await readdir(this.path(name)).catch(() => []);
    return names.toSorted((a, b) => (a < b ? -1 : 1));
  }

  /** @throws CliError when the file is not there; `how` says which command makes it. */
  async readBytes(name: string, how: string): Promise<Uint8Array> {
    try {
      const data = await readFile(this.path(name));
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

  /** Stages a file; it is put in place by `commit`. Personal data and keys keep the default mode. */
  async write(
    name: string,
    data: Uint8Array | string,
    options: { rows?: number; mode?: number } = {},
  ): Promise<void> {
    this.#staged.push(await stageFile(this.path(name), data, options.mode));
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

  async commit(): Promise<void> {
    await commitFiles(this.#staged);
    this.#staged.length = 0;
    const line = {
      command: this.command,
      time: this.effects.now().toISOString(),
      version: VERSION,
      keys: this.#keys,
      read: [...this.#read.values()],
      written: [...this.#written.values()],
      ...this.#notes,
    };
    await appendFile(this.path("journal.jsonl"), `${JSON.stringify(line)}\n`, { mode: 0o600 });
    this.#written.clear();
  }

  async discard(): Promise<void> {
    await discardFiles(this.#staged);
    this.#staged.length = 0;
  }
}
