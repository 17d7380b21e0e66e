/** What an extract has columns for. */
export const FIELDS = [
  "cpr",
  "benefit",
  "category",
  "transition",
  "interview",
  "finished",
  "phone",
  "passive",
  "name",
  "firstName",
  "lastName",
  "municipality",
] as const;
export type Field = (typeof FIELDS)[number];

/** Without these a file cannot be used. */
export const REQUIRED_FIELDS: readonly Field[] = ["cpr", "benefit", "transition", "finished", "passive"];
