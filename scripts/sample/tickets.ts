/**
 * What the draw key decides: each citizen's ticket, and the order in which a municipality's sampled are numbered. Neither
 * is ever written: from a ticket and the key a CPR number is found by trial.
 */
import { createHmac, createSecretKey } from "node:crypto";
import { ticketValue } from "#survey/sample/ticket.ts";

export interface DrawSecrets {
  /** The ticket of a CPR number, in [0, 1): HMAC-SHA-256(draw key, CPR). */
  ticketOf(cpr: string): number;
  /** Where the citizen stands among the sampled; says nothing of the ticket, because its label differs. */
  numberingOf(cpr: string): string;
}

export function drawSecrets(drawKey: Uint8Array): DrawSecrets {
  const key = createSecretKey(drawKey);
  const hmac = (message: string): string => createHmac("sha256", key).update(message).digest("hex");
  return {
    ticketOf: (cpr) => ticketValue(hmac(cpr)),
    numberingOf: (cpr) => hmac(`respondent number ${cpr}`),
  };
}
