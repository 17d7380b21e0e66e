/** What nobody sees waits until the screen shows what was tapped: on an old phone it would hold the frame back. */
export function afterFrame(work: () => unknown): void {
  requestAnimationFrame(() => setTimeout(work));
}
