/** `drizzle-kit generate --config db/drizzle.config.ts` writes a migration for what changed in the schema. */
import type { Config } from "drizzle-kit";

export default {
  dialect: "sqlite",
  schema: "./db/schema.ts",
  out: "./db/migrations",
} satisfies Config;
