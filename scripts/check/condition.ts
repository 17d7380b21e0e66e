/** One thing that must hold before a round may open. */
import type { Evidence } from "./evidence.ts";

export type Finding =
  | { ok: true; found: string }
  /** `how` says what to do about it. */
  | { ok: false; found: string; how: string };

export interface Condition {
  /** Short and stable: `key backup`. */
  name: string;
  /** May throw a CliError, which counts as not fulfilled and is shown like a finding. */
  test(evidence: Evidence): Promise<Finding>;
}

export const fulfilled = (found: string): Finding => ({ ok: true, found });
export const missing = (found: string, how: string): Finding => ({ ok: false, found, how });
