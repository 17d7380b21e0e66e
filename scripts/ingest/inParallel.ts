/** Several pieces of work at a time. */
import { THREADS } from "./threads.ts";

/**
 * Calls `work` on each item, as many at a time as there are `lanes`; the items are taken in their order, and finish in any.
 * What fails is thrown when nothing is under way any more.
 */
export async function inParallel<T>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
  lanes: number = THREADS,
): Promise<void> {
  const shared = asGenerator(items);
  const lane = async (): Promise<void> => {
    for await (const item of shared) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** One generator that several lanes ask in turn. */
async function* asGenerator<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
