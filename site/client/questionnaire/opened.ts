/** The page has been painted: before that nothing is fetched beside it. */
const AFTER_PAINT_MS = 100;

export const opened = new Promise<void>((resolve) => {
  addEventListener("load", () => requestAnimationFrame(() => setTimeout(resolve, AFTER_PAINT_MS)));
});
