/** As many pieces of work at a time as there are threads. */
import { THREADS } from "./threads.ts";

/** Calls `work` on each item; the items are taken in their order, and finish in any. */
export async function inParallel<T>(
  items: AsyncIterable<T> | Iterable<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const shared = asGenerator(items);
  const lane = async (): Promise<void> => {
    for await (const item of shared) await work(item);
  };
  await Promise.all(Array.from({ length: THREADS }, lane));
}

/** One generator that several lanes ask in turn. */
async function* asGenerator<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
