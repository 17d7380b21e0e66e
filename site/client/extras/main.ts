/** What the questionnaire can do without for a moment: it comes after the page, in a file of its own. */
import { advise } from "./advice.ts";
import { offerReading } from "./aloud.ts";
import { followEnd, showEnd } from "./end.ts";
import { offerErasing } from "./erase.ts";
import { forgetExpired } from "./expired.ts";
import { followLinkedCode } from "./linkedCode.ts";
import { followOtherTab } from "./otherTab.ts";
import { followParts } from "./parts.ts";
import { clearWhenMended, showCodeProblem, showProblem } from "./problem.ts";
import { addStyle } from "./style.ts";
import { keepCopy } from "./tunnel.ts";
import { offerUndo } from "./undo.ts";

const [form] = document.forms;
if (form) {
  const { closes = "", receipt = "" } = form.dataset;
  const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  window.extras = { problem: showProblem, codeProblem: showCodeProblem, end: showEnd };
  addStyle();
  followParts(form);
  clearWhenMended(form);
  const isClosed = today > closes;
  const codeField = form.querySelector<HTMLInputElement>("#code");
  if (codeField && !isClosed) followLinkedCode(form, codeField);
  if (codeField) followOtherTab(codeField);
  followEnd(form, isClosed);
  forgetExpired(today);
  for (const question of form.querySelectorAll("fieldset")) offerUndo(question);
  for (const area of form.querySelectorAll("textarea")) advise(area);
  for (const place of document.querySelectorAll("summary")) offerErasing(place);
  offerReading(Array.from(form.querySelectorAll("section")));
  keepCopy(receipt);
}
