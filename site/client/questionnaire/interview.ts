/** Whose answers the form holds. One at a time: another code empties the form, the client and the status first. */
import { formatCode, parseCode } from "#survey/code.ts";
import { readAnswers, showAnswers } from "./answers.ts";
import { randomName } from "./bytes.ts";
import { rememberCode } from "./codeMemory.ts";
import { findDraft, forgetDraft, keepDraft } from "./draft.ts";
import { codeField, form } from "./page.ts";
import { clearProblem } from "./problems.ts";
import { fade, say } from "./status.ts";

export interface Interview {
  /** The code as 16 symbols; empty until there is a whole one. */
  code: string;
  /** Names this draft to the server, and nobody. */
  client: string;
  /** Counts the changes of the draft. */
  version: number;
  /** The newest version the server has said it holds. */
  saved: number;
  /** The status with which the server took no more. */
  over?: number;
  /** The final answers are on their way. */
  sending?: boolean;
  /** The draft lies on this device. */
  onDevice?: boolean;
}

export let interview: Interview;

/** Makes a code, or none, the one the form belongs to. */
function take(code: string, version: number): Interview {
  interview = { code, client: randomName(), version, saved: 0 };
  rememberCode(code);
  clearProblem();
  // With a code the draft is kept here; the browser's own memory of forms knows no codes.
  form.autocomplete = code ? "off" : "on";
  return interview;
}

/** On the device, if it can. */
export async function keep(): Promise<void> {
  const kept = interview;
  const { code, client, version, sending } = kept;
  if (!code) return;
  const draft = { client, version, sending, answers: readAnswers() };
  kept.onDevice = await keepDraft(code, draft, form.dataset["closes"] || "");
}

/** Something was answered, changed or undone. */
export function touch(): void {
  interview.version++;
  // What the server could not take may be mended by this.
  if (interview.over === 422) interview.over = 0;
  fade();
  void keep();
}

/** Starts with a code as typed or linked, on an empty form; then puts back the draft of that code, if there is one. */
export async function begin(typed: string): Promise<void> {
  const parsed = parseCode(typed);
  const code = parsed.ok ? parsed.code : "";
  const begun = take(code, 0);
  form.reset();
  codeField.value = code ? formatCode(code) : typed;
  say("");
  const draft = code && (await findDraft(code));
  if (!draft || interview !== begun) return;
  begun.client = draft.client;
  begun.version += draft.version;
  begun.sending = !!draft.sending;
  showAnswers({ ...draft.answers, ...readAnswers() });
  void keep();
}

/**
 * Reads the code field and gives what is wrong with it, if anything. Answers that had no code, or an unknown one, are now
 * this code's. Answers that are somebody else's are not: they go out of the form.
 */
export async function readCodeField(): Promise<string> {
  const parsed = parseCode(codeField.value);
  if (!parsed.ok) return parsed.reason;
  const { code, over, version } = interview;
  if (parsed.code === code) return "";
  if ((code && over !== 404) || !version) await begin(parsed.code);
  else {
    if (code) void forgetDraft(code);
    take(parsed.code, version);
    void keep();
  }
  return "";
}

/** Forgets the answers, the code and the draft on this device. */
export async function forget(): Promise<void> {
  const { code } = interview;
  await begin("");
  await forgetDraft(code);
}
