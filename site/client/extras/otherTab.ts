/**
 * The same link opened twice stands in two tabs. Who comes back to one of them finds what the other has kept on the device since:
 * going on from less would take the place of more. A tab in which nobody gave a code keeps nothing, and is left as it is.
 */
import { PREFIX } from "../questionnaire/draftName.ts";

export function followOtherTab(codeField: HTMLInputElement): void {
  let isBehind = false;
  // Only other tabs' changes come as events. Who is here already is not interrupted.
  addEventListener("storage", ({ key }) => {
    if (key?.startsWith(PREFIX) && (document.hidden || !document.hasFocus())) isBehind = true;
  });
  const catchUp = (): void => {
    if (isBehind && !document.hidden && codeField.value) location.reload();
  };
  document.addEventListener("visibilitychange", catchUp);
  addEventListener("focus", catchUp);
}
