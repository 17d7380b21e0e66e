/** One direction of a slow link: packets leave one after another at the rate of the link and arrive half a round trip later. */

export interface LinkSpeed {
  /** What the profile is called in the table. */
  name: string;
  /** Kilobits a second towards the phone and from it. */
  downKbps: number;
  upKbps: number;
  /** Round trip without load, milliseconds. */
  roundTripMs: number;
}

export interface LinkProfile extends LinkSpeed {
  /** When a questionnaire should have painted the largest thing on the screen at the latest. */
  lcpGoalMs: number;
}

/** In bad coverage, in ordinary coverage, and far out. The first is the one that a page is held against its bare twin on. */
export const PROFILES = [
  { name: "slow 3G", downKbps: 400, upKbps: 400, roundTripMs: 400, lcpGoalMs: 1900 },
  { name: "3G", downKbps: 1600, upKbps: 768, roundTripMs: 300, lcpGoalMs: 1500 },
  { name: "2G", downKbps: 280, upKbps: 256, roundTripMs: 800, lcpGoalMs: 3500 },
] as const satisfies readonly LinkProfile[];

export class Direction {
  readonly #kbps: number;
  readonly #delayMs: number;
  #freeAt = 0;

  constructor(kbps: number, roundTripMs: number) {
    this.#kbps = kbps;
    this.#delayMs = roundTripMs / 2;
  }

  /**
   * When a packet that comes now is at the other end: after those before it are through, its own bits at the rate
   * (bits / kbps = milliseconds), and the way.
   */
  arrivesAt(nowMs: number, bytes: number): number {
    this.#freeAt = Math.max(this.#freeAt, nowMs) + (bytes * 8) / this.#kbps;
    return this.#freeAt + this.#delayMs;
  }
}
