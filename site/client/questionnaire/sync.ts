/**
 * Brings the answers to the server: drafts after four seconds of quiet, on a new part and on leaving the page; the final ones
 * when the citizen sends. Again and again until the server has them. »Gemt« is the server's word.
 */
import { forgetDraft } from "./draft.ts";
import { tell } from "./extras.ts";
import { forget, interview, keep, readCodeField } from "./interview.ts";
import { beingSent, codeField, form, offline, onDevice, receipt, saved } from "./page.ts";
import { deliver, type Reply } from "./request.ts";
import { say } from "./status.ts";

const QUIET_MS = 4000;
/** After this what came to nobody is tried again, which burdens nobody. A server in trouble is asked less and less often. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

let timer: ReturnType<typeof setTimeout>;
let wait = 0;

export function later(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sync(), milliseconds);
}

/** After a change. A server in trouble is not asked sooner than it would be anyway. */
export const syncSoon = (): void => later(Math.max(QUIET_MS, wait));

/** Sends what the server does not have yet. On leaving the page also beside a request that is under way. */
export async function sync(leaving = false): Promise<void> {
  const now = interview;
  const { code, changes, isSending } = now;
  if (!code || (now.isBusy && !leaving)) return;
  if (!isSending && (now.refusedWith || changes <= now.savedChanges)) return;
  clearTimeout(timer);
  now.isBusy = true;
  const reply = await deliver(now, leaving);
  // Another code has come, or the draft's reply comes after »Send«.
  if (interview !== now || now.isSending !== isSending) return;
  now.isBusy = false;
  const { status, message } = reply;
  if (status === 204) {
    wait = 0;
    now.savedChanges = Math.max(now.savedChanges, changes);
    if (isSending) return finish();
    if (now.changes !== changes) syncSoon();
    else if (changes) say(saved);
    return;
  }
  // A gateway on the way refuses without our words: that is no answer.
  if (message && status < 500) return refused(reply);
  if (changes || message) say(message || (now.isOnDevice && !isSending ? onDevice : offline));
  wait = status ? Math.min(Math.max(wait * 2, FIRST_WAIT_MS), LONGEST_WAIT_MS) : FIRST_WAIT_MS;
  later(wait);
}

/** The server has said no. Who has sent or withdrawn needs no draft on the device, and no questions. */
function refused({ status, message = "", fields: [first] = [] }: Reply): void {
  const { code, isSending } = interview;
  interview.refusedWith = status;
  interview.isSending = false;
  say("");
  if (status === 409 || status === 410) {
    interview.code = "";
    form.hidden = true;
    void forgetDraft(code);
    tell("end", message);
  } else if (isSending) {
    void keep();
    tell("problem", message, first && first.field);
  } else say(message);
}

async function finish(): Promise<void> {
  await forget();
  location.replace(receipt);
}

/** The final answers, with a code that can be one. */
export async function send(): Promise<void> {
  const wrong = await readCodeField();
  if (wrong) {
    codeField.focus();
    return tell("codeProblem", "", wrong);
  }
  interview.isSending = true;
  interview.isBusy = false;
  void keep();
  // Said once: trying again and again is not news.
  say(beingSent);
  await sync();
}
