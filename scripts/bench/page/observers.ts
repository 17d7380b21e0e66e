/// <reference lib="dom" />
// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page has only what is inside it
/** What the browser itself says about a page, collected in the page from its first moment (W3C Performance Timeline). */

export interface Observed {
  /** First and largest contentful paint, milliseconds after the navigation began. */
  fcp: number;
  lcp: number;
  load: number;
  /** Sum of the layout shifts that nobody caused: at least the CLS. */
  shifts: number;
  /** What tasks over 50 ms were over, between the first paint and now: a total blocking time. */
  blocking: number;
  /** The slowest reaction to an input, until the frame that shows it, in steps of 8 ms; 0 is under 16 ms. */
  reaction: number;
}

declare global {
  var observed: Observed | undefined;
}

/** Runs in the page, before anything of it: it may use nothing from outside itself. Times in milliseconds. */
export function observe(longTaskMs: number): void {
  const seen: Observed = { fcp: 0, lcp: 0, load: 0, shifts: 0, blocking: 0, reaction: 0 };
  globalThis.observed = seen;
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    const options: PerformanceObserverInit & { durationThreshold?: number } = { type, buffered: true };
    if (type === "event") options.durationThreshold = 16;
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe(options);
  };
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.fcp = startTime;
  });
  watch("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = { value: 0, hadRecentInput: false, ...shiftOf(entry) };
    if (!hadRecentInput) seen.shifts += value;
  });
  watch("longtask", ({ duration }) => (seen.blocking += Math.max(0, duration - longTaskMs)));
  watch("event", (entry) => {
    // Only what belongs to a tap or a key counts, not the pointer passing over.
    if (entry instanceof PerformanceEventTiming && entry.interactionId) {
      seen.reaction = Math.max(seen.reaction, entry.duration);
    }
  });
  addEventListener("load", () => (seen.load = performance.now()));

  function shiftOf(entry: PerformanceEntry): { value?: number; hadRecentInput?: boolean } {
    return entry.toJSON();
  }
}
