/** The questionnaire's script. Without it everything still works but the draft, saving on the way and the code in the link. */
import { recallCode } from "./codeMemory.ts";
import { forgetExpired } from "./draft.ts";
import { begin, forget, interview, readCodeField, touch } from "./interview.ts";
import { button, codeField, eraseBox, eraseButton, form, word } from "./page.ts";
import { arrive, goOn } from "./parts.ts";
import { say } from "./status.ts";
import { send, sync, syncSoon } from "./sync.ts";
import { undo } from "./undo.ts";

/** What stands after # and is no place in the document: a code. It leaves the address bar at once. */
function codeInAddress(): string {
  const code = location.hash.slice(1);
  if (document.getElementById(code || "fejl")) return "";
  history.replaceState(null, "", location.pathname);
  return code;
}

function changed(): void {
  touch();
  syncSoon();
}

async function start(code: string): Promise<void> {
  await begin(code);
  void sync();
}

form.addEventListener("input", (event) => {
  if (event.target === codeField) void readCodeField().then(() => sync());
  else changed();
});
form.addEventListener("click", (event) => {
  if (undo(event.target)) changed();
});
// Enter in a field presses the first button: on to the next part, never the end.
form.addEventListener("submit", (event) => event.preventDefault());
button("enter").addEventListener("click", goOn);
button("send").addEventListener("click", () => void send());

addEventListener("hashchange", () => {
  const code = codeInAddress();
  if (code) void start(code);
  else void sync();
  arrive();
});
addEventListener("pageshow", (event) => {
  if (event.persisted && recallCode() !== interview.code) void start(recallCode());
});
document.addEventListener("visibilitychange", () => {
  void sync(document.hidden);
});

eraseBox.hidden = false;
eraseButton.addEventListener("click", () => {
  void forget().then(() => say(word("erased")));
});

forgetExpired(new Date().toISOString());
const linked = codeInAddress();
// A form that came back from the server filled in (sent without script) is left as it is.
void start(linked || codeField.defaultValue || recallCode());
if (location.hash) arrive();
