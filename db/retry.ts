/**
 * Tries a query again when D1 says that a retry is the thing to do. Every query here can be done twice without harm.
 * Source: https://developers.cloudflare.com/d1/observability/debug-d1/ (read November 2026), every error whose recommended
 * action is "Retry the operation". An overloaded database is not among them: more requests are what it cannot take, so the
 * citizen's page gets a 503 with Retry-After and tries later.
 */
const RETRYABLE = [
  "D1 DB reset because its code was updated",
  "Internal error while starting up D1 DB storage caused object to be reset",
  "Network connection lost",
  "Internal error in D1 DB storage caused object to be reset",
  "Cannot resolve D1 DB due to transient issue on remote node",
  "Can't read from request stream because client disconnected",
  // The local D1 while another process writes.
  "SQLITE_BUSY",
  "database is locked",
];
const ATTEMPTS = 5;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 1000;

/** What a retry touches of the world. */
export interface RetryEffects {
  /** Uniform on [0, 1). */
  random: () => number;
  wait: (ms: number) => Promise<void>;
}

export const retryEffects: RetryEffects = {
  random: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Runs the operation up to 5 times, waiting between tries a random time up to 50, 100, 200, 400 ms ("full jitter").
 * @throws what the last try threw, or at once what no retry can mend.
 */
export async function withRetry<T>(operation: () => Promise<T>, effects: RetryEffects): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation();
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
      const ceiling = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
      await effects.wait(effects.random() * ceiling);
    }
  }
}

/** True when D1's documentation recommends to retry; drizzle hangs D1's error on its own as the cause. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return RETRYABLE.some((message) => error.message.includes(message)) || isRetryable(error.cause);
}
