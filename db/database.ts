/**
 * The round's database: one D1, or several that share the respondents by row id. Everything of one respondent stands in
 * one of them, so every rule stays one statement or one batch.
 */
import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import { fromBase64Url } from "./base64.ts";
import { retryEffects, withRetry, type RetryEffects } from "./retry.ts";

/** One D1 database with the queries' way of retrying. */
export interface Shard {
  orm: DrizzleD1Database;
  /** Runs a query, again when D1 recommends it. */
  retry: <T>(query: () => Promise<T>) => Promise<T>;
}

export interface Database {
  /** Where everything of the respondent with this row id stands. */
  of: (rowId: string) => Shard;
  /** For what concerns everybody; in the order of the bindings. */
  shards: readonly [Shard, ...Shard[]];
}

type Binding = Parameters<typeof drizzle>[0];

/**
 * @param bindings D1 bindings, the Worker's or what `getPlatformProxy` gives a script: as many as the round has, in their
 *   order. Another number or order sends respondents to a database that does not know them.
 */
export function databaseOf(
  bindings: readonly [Binding, ...Binding[]],
  effects: RetryEffects = retryEffects,
): Database {
  const shard = (binding: Binding): Shard => ({
    orm: drizzle(binding),
    retry: (query) => withRetry(query, effects),
  });
  const [first, ...others] = bindings;
  const shards: Database["shards"] = [shard(first), ...others.map(shard)];
  return { of: (rowId) => shards[shardOf(rowId, shards.length)] ?? shards[0], shards };
}

/** Symbols of a row id that choose its database: 6 bytes. */
const SYMBOLS = 8;

/**
 * Number of the database, from 0, of a row id: its first 48 bits modulo the number of databases. A row id is an HMAC, so
 * each gets the same share but for chance.
 * @throws RangeError when a row id that should be divided is not base64url.
 */
export function shardOf(rowId: string, databases: number): number {
  if (databases === 1) return 0;
  const bytes = fromBase64Url(rowId.slice(0, SYMBOLS));
  if (bytes?.length !== 6) throw new RangeError("a row id is 43 symbols of base64url");
  return bytes.reduce((number, byte) => number * 256 + byte, 0) % databases;
}

/** What wrangler.toml binds: `DB`, and `DB_2`, `DB_3`, … for a round that has several. */
export type Bindings<T> = { DB: T } & { [further: `DB_${number}`]: T };

/** Name of the binding of a database, from 0. */
export const bindingName = (index: number): keyof Bindings<unknown> =>
  index === 0 ? "DB" : `DB_${index + 1}`;

/**
 * The bindings of a round's databases out of all that there are.
 * @throws RangeError when one is missing: the round would look for its respondents in the wrong place.
 */
export function bindingsOf<T>(env: Bindings<T>, databases: number): [T, ...T[]] {
  const others = Array.from({ length: databases - 1 }, (_, i) => {
    const name = bindingName(i + 1);
    const binding = env[name];
    if (binding === undefined)
      throw new RangeError(`the round has ${databases} databases, and ${name} is not bound`);
    return binding;
  });
  return [env.DB, ...others];
}
