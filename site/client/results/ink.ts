/** The colours a canvas draws with. */
export interface Ink {
  text: string;
  line: string;
  dot: string;
  /** Of the results that dots are compared with, and of what is withheld. */
  reference: string;
  ground: string;
}

/**
 * Reads the colours from the canvas's own style (results/charts.css), where each stands under a property that draws nothing by
 * itself: so they are those of the colour scheme or contrast theme of the moment.
 */
export function inkOf(canvas: HTMLCanvasElement): Ink {
  const style = getComputedStyle(canvas);
  return {
    text: style.color,
    line: style.borderTopColor,
    dot: style.outlineColor,
    reference: style.textDecorationColor,
    ground: style.columnRuleColor,
  };
}

/** What changes the colours of the page. */
const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

/** Keeps an ink right: `recoloured` is called after each change of scheme or contrast theme, while the canvas is in the page. */
export function followColours(canvas: HTMLCanvasElement, ink: Ink, recoloured: () => void): void {
  for (const query of SCHEMES) {
    const media = matchMedia(query);
    const change = (): void => {
      if (!canvas.isConnected) return media.removeEventListener("change", change);
      Object.assign(ink, inkOf(canvas));
      recoloured();
    };
    media.addEventListener("change", change);
  }
}

/** Safari draws nothing on a canvas with more pixels. */
const MAXIMUM_PIXELS = 16_000_000;

export function pixelRatio(canvas: HTMLCanvasElement): number {
  const { width, height } = (canvas.parentElement ?? canvas).getBoundingClientRect();
  return Math.min(devicePixelRatio, Math.sqrt(MAXIMUM_PIXELS / Math.max(1, width * height)));
}
