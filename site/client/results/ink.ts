/** The colours a canvas draws with. */
export interface Ink {
  text: string;
  line: string;
  dot: string;
  /** Of the results that dots are compared with. */
  reference: string;
  ground: string;
}

/**
 * Reads the colours from the canvas's own style (results.css), where each stands under a property that draws nothing by
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
