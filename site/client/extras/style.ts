/** The look of what the extras add: rules put into the document's own stylesheet, which the policy allows without a hash. */
declare global {
  /** The text of styles/extras.css; the build puts it in front of the script (site/data/extras.ts). */
  const STYLE: string;
}

export function addStyle(): void {
  const [sheet] = Array.from(document.styleSheets);
  if (sheet) sheet.insertRule(`@media all{${STYLE}}`, sheet.cssRules.length);
}
