/**
 * The one error that people see. A command throws it when the user can mend something: it says what is wrong, where
 * (file, sheet, row, column) and how to mend it. Every other error is a bug and keeps its stack.
 */
export class CliError extends Error {
  readonly what: string;
  readonly where: string;
  readonly how: string;

  constructor(error: { what: string; where: string; how: string }) {
    super(`${error.what} (${error.where}). ${error.how}`);
    this.name = "CliError";
    this.what = error.what;
    this.where = error.where;
    this.how = error.how;
  }
}

/** The code of a Node system error (`ENOENT`), or `null` for anything else. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
