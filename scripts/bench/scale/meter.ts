/** A D1 binding that counts what its queries cost, as D1 bills them: `meta` of every result. */
import type { D1Database, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";

export interface Cost {
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  /** Time that D1 says its queries took. */
  ms: number;
}

/** What a statement or a batch gives back; drizzle asks for rows as lists by `raw`, which has no `meta`. */
const rowsAsLists = (result: D1Result<Record<string, unknown>>): unknown[][] =>
  result.results.map(Object.values);

export class Meter {
  readonly binding: Pick<D1Database, "prepare" | "batch">;
  /** Size of the database after the latest query. */
  sizeBytes = 0;
  #cost: Cost = { statements: 0, rowsRead: 0, rowsWritten: 0, ms: 0 };
  /** The real statement behind each that was given out. */
  readonly #real = new WeakMap<object, D1PreparedStatement>();

  constructor(database: D1Database) {
    this.binding = {
      prepare: (sql) => this.#metered(database.prepare(sql)),
      batch: async <T>(statements: D1PreparedStatement[]) => {
        const results = await database.batch<T>(statements.map((one) => this.#real.get(one) ?? one));
        for (const result of results) this.#count(result);
        return results;
      },
    };
  }

  /** What the work cost. */
  async costOf(work: () => Promise<unknown>): Promise<Cost> {
    this.#cost = { statements: 0, rowsRead: 0, rowsWritten: 0, ms: 0 };
    await work();
    return this.#cost;
  }

  #metered(real: D1PreparedStatement): D1PreparedStatement {
    const all = async (): Promise<D1Result<Record<string, unknown>>> => this.#count(await real.all());
    const metered: Record<string | symbol, unknown> = {
      bind: (...values: unknown[]) => this.#metered(real.bind(...values)),
      all,
      run: all,
      raw: async () => rowsAsLists(await all()),
    };
    const statement = new Proxy(real, {
      get: (_, name) => {
        if (name in metered) return metered[name];
        throw new TypeError(`the meter does not know ${String(name)}`);
      },
    });
    this.#real.set(statement, real);
    return statement;
  }

  #count<T>(result: D1Result<T>): D1Result<T> {
    const { rows_read, rows_written, duration, size_after } = result.meta;
    this.#cost.statements++;
    this.#cost.rowsRead += rows_read;
    this.#cost.rowsWritten += rows_written;
    this.#cost.ms += duration;
    this.sizeBytes = size_after;
    return result;
  }
}
