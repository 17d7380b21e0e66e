import { describe, expect, it } from "vitest";
import { isRetryable, withRetry } from "#db/retry.ts";

const lost = () => new Error("Failed query", { cause: new Error("D1_ERROR: Network connection lost.") });

/** Fails so many times, then gives "done"; notes how long it was made to wait. */
function flaky(failures: number, random: number) {
  const waits: number[] = [];
  let tries = 0;
  const result = withRetry(() => (++tries <= failures ? Promise.reject(lost()) : Promise.resolve("done")), {
    random: () => random,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { result, waits };
}

describe("withRetry", () => {
  it("waits a random part of 50, 100, 200, 400 ms", async () => {
    const { result, waits } = flaky(4, 0.5);
    expect(await result).toBe("done");
    expect(waits).toEqual([25, 50, 100, 200]);
    expect(flaky(4, 0).waits).toEqual([]);
  });

  it("gives up after five tries with the last error", async () => {
    const { result, waits } = flaky(5, 0.5);
    await expect(result).rejects.toThrow("Failed query");
    expect(waits).toHaveLength(4);
  });
});

describe("isRetryable", () => {
  it("looks at the causes, and takes nothing else for D1's", () => {
    expect(isRetryable(lost())).toBe(true);
    expect(isRetryable(new Error("D1_ERROR: no such table: answers"))).toBe(false);
    expect(isRetryable("Network connection lost")).toBe(false);
    expect(isRetryable(undefined)).toBe(false);
  });
});
