/** Saves as the citizen goes: after four seconds of quiet, on a new part and on leaving the page. »Gemt« is the server's word. */
import { tooLong } from "./answers.ts";
import { forgetDraft } from "./draft.ts";
import { interview, type Interview } from "./interview.ts";
import { word } from "./page.ts";
import { deliver, longerWait } from "./request.ts";
import { say } from "./status.ts";

const QUIET_MS = 4000;

let timer: ReturnType<typeof setTimeout>;
let wait = 0;
/** The interview whose save is under way. */
let busy: Interview | null = null;

function later(milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void save(), milliseconds);
}

/** After a change. A server in trouble is not asked sooner than it would be anyway. */
export const saveSoon = (): void => later(Math.max(QUIET_MS, wait));

export async function save(leaving = false): Promise<void> {
  const saving = interview;
  const { code, version, saved, over, sending } = saving;
  if (!code || version <= saved || over || sending || (busy === saving && !leaving)) return;
  if (tooLong()) return say(word("textTooLong"));
  clearTimeout(timer);
  busy = saving;
  const reply = await deliver("PUT", leaving);
  if (busy === saving) busy = null;
  if (interview !== saving || saving.sending) return;
  if (reply.stored) {
    wait = 0;
    saving.saved = Math.max(saving.saved, version);
    if (saving.version === version) say(word("saved"));
    else saveSoon();
    return;
  }
  say(reply.sentence || word(saving.onDevice ? "device" : "offline"));
  if (reply.again) later((wait = longerWait(wait)));
  else refused(reply.status);
}

/** The server has said no for good. Who has sent or withdrawn needs no draft on the device. */
export function refused(status: number): void {
  interview.over = status;
  if (status === 409 || status === 410) void forgetDraft(interview.code);
}
