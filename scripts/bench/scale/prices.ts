/**
 * What Cloudflare's paid plan costs a month. Source: developers.cloudflare.com/workers/platform/pricing and
 * /d1/platform/pricing, read on 22 November 2026. Requests for static assets and traffic are free.
 */

/** Used in one month. */
export interface Usage {
  /** Requests that run the Worker. */
  requests: number;
  /** Processor time of the Worker. */
  cpuMs: number;
  rowsRead: number;
  rowsWritten: number;
  /** Stored for the whole month, all databases together. */
  storedGb: number;
}

interface Price {
  /** In the plan, a month. */
  included: number;
  /** US dollars for `each` above that. */
  dollars: number;
  each: number;
}

const MILLION = 1e6;
export const PLAN_DOLLARS = 5;
export const PRICES: Record<keyof Usage, Price> = {
  requests: { included: 10 * MILLION, dollars: 0.3, each: MILLION },
  cpuMs: { included: 30 * MILLION, dollars: 0.02, each: MILLION },
  rowsRead: { included: 25_000 * MILLION, dollars: 0.001, each: MILLION },
  rowsWritten: { included: 50 * MILLION, dollars: 1, each: MILLION },
  storedGb: { included: 5, dollars: 0.75, each: 1 },
};

/** US dollars for one kind of usage above what the plan includes. */
export function dollarsFor(kind: keyof Usage, amount: number): number {
  const { included, dollars, each } = PRICES[kind];
  return (Math.max(0, amount - included) / each) * dollars;
}

/** US dollars for the month: the plan and everything above it. */
export function monthDollars({ requests, cpuMs, rowsRead, rowsWritten, storedGb }: Usage): number {
  return (
    PLAN_DOLLARS +
    dollarsFor("requests", requests) +
    dollarsFor("cpuMs", cpuMs) +
    dollarsFor("rowsRead", rowsRead) +
    dollarsFor("rowsWritten", rowsWritten) +
    dollarsFor("storedGb", storedGb)
  );
}
