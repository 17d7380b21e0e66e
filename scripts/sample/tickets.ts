/**
 * What the draw key decides: each citizen's ticket, and the order in which a municipality's sampled are numbered. Neither
 * is ever written: from a ticket and the key a CPR number is found by trial.
 */
import { createHmac, createSecretKey } from "node:crypto";
import { ticketValue } from "#survey/sample/ticket.ts";

export interface Lot {
  /** In [0, 1): the first 52 bits of HMAC-SHA-256(draw key, CPR). */
  ticket: number;
  /**
   * Where the citizen stands among the sampled: the last 128 bits of the same HMAC. It says nothing of the ticket, because
   * the bits of a pseudorandom function tell nothing of each other.
   */
  numbering: string;
}

/** The lot of a CPR number under this key. */
export function lots(drawKey: Uint8Array): (cpr: string) => Lot {
  const key = createSecretKey(drawKey);
  return (cpr) => {
    const hex = createHmac("sha256", key).update(cpr).digest("hex");
    return { ticket: ticketValue(hex), numbering: hex.slice(32) };
  };
}
