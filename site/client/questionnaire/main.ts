/** The questionnaire's script. Without it everything still works but the draft, saving on the way and the code in the link. */
import { recallCode } from "./codeMemory.ts";
import { begin, forget, interview, keepTouched, readCodeField, touch } from "./interview.ts";
import { opened } from "./opened.ts";
import { codeField, form } from "./page.ts";
import { say } from "./status.ts";
import { later, send, sync, syncSoon } from "./sync.ts";

/** First the part is shown that somebody went on to, then what stands on it is saved. */
const ARRIVAL_MS = 100;

/** What stands after # and is no place in the document: a code. It leaves the address bar at once. */
function codeInAddress(): string {
  const code = location.hash.slice(1);
  if (document.getElementById(code || "fejl")) return "";
  history.replaceState(null, "", location.pathname);
  return code;
}

async function start(code: string): Promise<void> {
  await begin(code);
  await opened;
  void sync();
}

form.addEventListener("input", ({ target }) => {
  if (target === codeField) void readCodeField().then(() => sync());
  else {
    touch();
    syncSoon();
  }
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  if (target.name === "send") void send();
  if (target.id === "eraser") void forget().then(() => say(target.value));
});
addEventListener("hashchange", () => {
  const code = codeInAddress();
  if (code) void start(code);
  else later(ARRIVAL_MS);
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && recallCode() !== interview.code) void start(recallCode());
});
document.addEventListener("visibilitychange", () => {
  keepTouched();
  void sync(document.hidden);
});

// A form that came back from the server filled in (sent without script) is left as it is.
void start(codeInAddress() || codeField.defaultValue || recallCode());
