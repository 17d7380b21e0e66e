/** The real database, and how often it was asked. */
import { env } from "cloudflare:workers";

export interface Asked {
  /** Statements outside of a batch. */
  statements: number;
  batches: number;
}

export function countedDatabase(): { binding: D1Database; asked: Asked } {
  const asked: Asked = { statements: 0, batches: 0 };
  const counted = (real: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(real, {
      get(of, name) {
        if (name === "bind") return (...values: unknown[]) => counted(of.bind(...values));
        if (name === "real") return of;
        const value: unknown = Reflect.get(of, name, of);
        if (typeof value !== "function") return value;
        return (...values: unknown[]): unknown => {
          asked.statements++;
          return Reflect.apply(value, of, values);
        };
      },
    });
  const binding = new Proxy(env.DB, {
    get(of, name) {
      if (name === "prepare") return (sql: string) => counted(of.prepare(sql));
      if (name === "batch")
        return (statements: D1PreparedStatement[]) => {
          asked.batches++;
          return of.batch(statements.map((statement) => Reflect.get(statement, "real")));
        };
      return Reflect.get(of, name, of);
    },
  });
  return { binding, asked };
}
