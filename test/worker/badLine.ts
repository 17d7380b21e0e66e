/** The real database on a bad line: what a statement or a batch did is done, and the reply is lost. */
import { env } from "cloudflare:workers";

/** The database of the tests, whose first replies throw an error with this message instead of arriving. */
export function losingReplies(times: number, message: string): D1Database {
  let left = times;
  const lose = <T>(reply: T): T => {
    if (left-- > 0) throw new Error(message);
    return reply;
  };
  const statement = (real: D1PreparedStatement): D1PreparedStatement =>
    replacing(real, {
      bind: (...values: unknown[]) => statement(real.bind(...values)),
      raw: async () => lose(await real.raw()),
      run: async () => lose(await real.run()),
      all: async () => lose(await real.all()),
      real,
    });
  return replacing(env.DB, {
    prepare: (sql: string) => statement(env.DB.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => lose(await env.DB.batch(statements.map(realOf))),
  });
}

/** The statement itself, as a batch wants it. */
const realOf = (statement: D1PreparedStatement): D1PreparedStatement => Reflect.get(statement, "real");

/** An object with some of its properties replaced. */
const replacing = <T extends object>(target: T, properties: Readonly<Record<PropertyKey, unknown>>): T =>
  new Proxy(target, {
    get: (of, name) => {
      if (name in properties) return properties[name];
      const value: unknown = Reflect.get(of, name, of);
      return typeof value === "function" ? value.bind(of) : value;
    },
  });
