/** The style of charts: it comes with their script, as nobody else needs it. */
// oxlint-disable-next-line import/default -- site/build/inlineBundle.ts makes the default export
import css from "../../styles/results/figures.css?bundle";

/** Into the document's own stylesheet, which the policy allows without a hash. */
export function addChartStyle(): void {
  const [sheet] = document.styleSheets;
  if (sheet) sheet.insertRule(`@media all{${css}}`, sheet.cssRules.length);
}
