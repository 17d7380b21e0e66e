/** What an audit can find: which numbers, by which attack. */

/**
 * `rules`: a number that should not be there. `rank` (R), `sums` (D) and `intervals` (I) of STATISTICS §5. `mind`: withheld
 * groups that together are of one mind.
 */
export const AUDITS = ["rules", "rank", "sums", "intervals", "mind"] as const;
export type AuditName = (typeof AUDITS)[number];

export interface Leak {
  audit: AuditName;
  /** Item or index, `answers` for how many have answered. */
  result: string;
  domains: readonly string[];
  /** How the attacker finds it, and what. */
  how: string;
}
