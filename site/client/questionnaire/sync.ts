/**
 * Brings the answers to the server: drafts after four seconds of quiet, on a new part and on leaving the page; the final ones
 * when the citizen sends. Again and again until the server has them. »Gemt« is the server's word.
 */
import { forgetDraft } from "./draft.ts";
import { forget, interview, keep, readCodeField, type Interview } from "./interview.ts";
import { form, statusLine, word } from "./page.ts";
import { clearProblem, showProblem } from "./problems.ts";
import { deliver, type Reply } from "./request.ts";
import { say } from "./status.ts";

const QUIET_MS = 4000;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

let timer: ReturnType<typeof setTimeout>;
let wait = 0;
/** Whose request of each kind is under way. */
const busy: { PUT?: Interview; POST?: Interview } = {};

function later(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sync(), milliseconds);
}

/** After a change. A server in trouble is not asked sooner than it would be anyway. */
export const syncSoon = (): void => later(Math.max(QUIET_MS, wait));

/** Sends what the server does not have yet. On leaving the page also beside a request that is under way. */
export async function sync(leaving = false): Promise<void> {
  const now = interview;
  const { code, version, saved, over, sending } = now;
  const method = sending ? "POST" : "PUT";
  if (!code || (busy[method] === now && !leaving) || (!sending && (over || version <= saved))) return;
  clearTimeout(timer);
  if (sending) say(word("sending"));
  busy[method] = now;
  const reply = await deliver(method, leaving);
  delete busy[method];
  // Another code has come, or the draft's reply comes after »Send«.
  if (interview !== now || now.sending !== sending) return;
  if (reply.status < 300) {
    wait = 0;
    now.saved = Math.max(now.saved, version);
    if (sending) await receipt();
    else if (now.version === version) say(word("saved"));
    else syncSoon();
    return;
  }
  say(reply.message || word(now.onDevice && !sending ? "device" : "offline"));
  if (reply.status < 500) return refused(reply);
  wait = Math.min(Math.max(wait * 2, FIRST_WAIT_MS), LONGEST_WAIT_MS);
  later(wait);
}

/** The server has said no. Who has sent or withdrawn needs no draft on the device. */
function refused({ status, fields = [] }: Reply): void {
  const { code, sending } = interview;
  interview.over = status;
  interview.sending = false;
  if (status === 409 || status === 410) void forgetDraft(code);
  else if (sending) void keep();
  if (sending) showProblem(statusLine.innerHTML, fields[0]?.field);
}

async function receipt(): Promise<void> {
  await forget();
  location.replace(`/${form.dataset["slug"]}/tak/`);
}

/** The final answers, with a code that can be one. */
export async function send(): Promise<void> {
  const wrong = await readCodeField();
  clearProblem();
  if (wrong) return showProblem(word(wrong === "empty" ? "codeMissing" : "codeSlip"), "code");
  interview.sending = true;
  void keep();
  await sync();
}
