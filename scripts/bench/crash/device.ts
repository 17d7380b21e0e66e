/** A device that saves and sends, and keeps what it was told. */
import { randomBytes } from "node:crypto";
import { send, type Citizen, type Line } from "../load/interview.ts";
import type { Sent } from "./history.ts";

export class Device {
  readonly client = randomBytes(16).toString("base64url");
  readonly sent: Sent[] = [];
  readonly #citizen: Citizen;

  constructor(citizen: Citizen) {
    this.#citizen = citizen;
  }

  /** A draft or the final of a version, or the same again. @returns the status; 0 for a connection that broke */
  async deliver(line: Line, version: number, final: boolean): Promise<number> {
    const { code, municipality } = this.#citizen;
    const text = `${final ? "final" : "draft"} ${version} of ${this.client}`;
    const message = this.#remember({ version, final, plaintext: `{"q14":"${text}"}`, acknowledged: false });
    const { client } = this;
    const body = { code, municipality, questionnaire: "2026-1", client, version, answers: { q14: text } };
    const { status } = await send(line, {
      kind: final ? "final" : "save",
      method: final ? "POST" : "PUT",
      path: "/svar",
      body: final ? { ...body, send: "1" } : body,
    });
    if (status === 204 || status === 303) message.acknowledged = true;
    return status;
  }

  #remember(message: Sent): Sent {
    const before = this.sent.find(
      ({ version, final }) => version === message.version && final === message.final,
    );
    if (before) return before;
    this.sent.push(message);
    return message;
  }
}
