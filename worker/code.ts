import { parseCode } from "#survey/code.ts";
import type { Round } from "./round.ts";

/**
 * Row id of a code as typed, or `null` when nothing was typed. What is no code at all gets a row id that nobody has, so that
 * it goes the whole way of a code that nobody has been given: neither bytes nor work tell them apart.
 */
export async function rowIdOfTyped(round: Round, typed: string): Promise<string | null> {
  const code = parseCode(typed);
  if (code.ok) return round.rowIdOf(code.code);
  return code.reason === "empty" ? null : round.rowIdOf(typed);
}
