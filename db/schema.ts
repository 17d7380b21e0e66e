/** The two tables at the edge (DESIGN §7). No personal data: a row id is an HMAC, answers are sealed, days have no time. */
import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row a person in the sample, written by `publish`. */
export const respondent = sqliteTable("respondent", {
  /** base64url(HMAC-SHA-256(pepper, code)), 43 symbols. By `publish`. */
  rowId: text("row_id").primaryKey(),
  /** Four digits of the municipality that asks. By `publish`. */
  municipality: text("municipality").notNull(),
  /** Day of the final answers, YYYY-MM-DD in Europe/Copenhagen; null before. By `POST /svar`; emptied by a withdrawal. */
  submittedOn: text("submitted_on"),
  /** The client whose answers are final. With `submitted_on`. */
  submittedBy: text("submitted_by"),
  /** Day of "no more reminders". By `POST /afmeld`; never blocks answering. */
  noRemindersOn: text("no_reminders_on"),
  /** Day the answers were withdrawn, for good. By `POST /afmeld`. */
  withdrawnOn: text("withdrawn_on"),
});

/** Sealed answers: drafts of at most 8 clients before the final, the final alone after it. Written by `/svar`. */
export const answers = sqliteTable(
  "answers",
  {
    /** The respondent. */
    rowId: text("row_id")
      .notNull()
      .references(() => respondent.rowId, { onDelete: "cascade" }),
    /** 16 random bytes as base64url, new for each code and draft: links nobody. By the page, without script by the Worker. */
    client: text("client").notNull(),
    /** Counter inside the draft, from 1; never a clock. By the page. */
    version: integer("version").notNull(),
    /** First 8 hex digits of SHA-256 of the public key it is sealed to. */
    keyId: text("key_id").notNull(),
    /** Version of the questionnaire that is answered. */
    questionnaire: text("questionnaire").notNull(),
    /** `db/seal.ts`, base64: 1.4 to 44 kB. */
    sealed: text("sealed").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.rowId, table.client] }),
    check("client_length", sql`length(${table.client}) = 22`),
    check("version_from_one", sql`${table.version} >= 1`),
    check("sealed_length", sql`length(${table.sealed}) <= 45000`),
  ],
);
