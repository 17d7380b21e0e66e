/** Whose answers the form holds. One at a time: another code empties the form, the client and the status first. */
import { formatCode, parseCode, symbolsOf } from "#survey/code.ts";
import { addAnswers, readForm } from "./answers.ts";
import { rememberCode } from "./codeMemory.ts";
import { findDraft, forgetDraft, keepDraft, random } from "./draft.ts";
import { closes, codeField, form } from "./page.ts";
import { fade, say } from "./status.ts";

/** As many symbols as the server takes. */
const NAME_SYMBOLS = 22;

export interface Interview {
  /** The code as 16 symbols; empty until there is a whole one. */
  code: string;
  /** Names this draft to the server (there `client`), and nobody. */
  draftName: string;
  /** Counts the changes of the draft. */
  changes: number;
  /** The newest change the server has said it holds; -1 before it has said anything. */
  savedChanges: number;
  /** The status with which the server took no more. */
  refusedWith?: number;
  /** The final answers are on their way. */
  isSending?: boolean | undefined;
  /** The draft lies on this device. */
  isOnDevice?: boolean | undefined;
  /** A request is under way. */
  isBusy?: boolean;
}

export let interview: Interview;

/** Something is in the form that is not on the device. */
let isUnkept = false;

/** Makes a code, or none, the one the form belongs to. */
function take(code: string, changes: number): Interview {
  interview = { code, draftName: symbolsOf(random(NAME_SYMBOLS)), changes, savedChanges: -1 };
  rememberCode(code);
  // With a code the draft is kept here; the browser's own memory of forms knows no codes.
  form.autocomplete = code ? "off" : "on";
  return interview;
}

/** On the device, if it can. */
export async function keep(): Promise<void> {
  const kept = interview;
  isUnkept = false;
  const { code, draftName, changes, isSending } = kept;
  if (!code) return;
  const { answers } = readForm();
  kept.isOnDevice = await keepDraft(code, [draftName, changes, isSending, answers], closes);
}

/** Frames no longer come when the page is put away. */
export function keepTouched(): void {
  if (isUnkept) void keep();
}

/** Something was answered, changed or undone. It is kept as soon as it is seen, before another code comes. */
export function touch(): void {
  interview.changes++;
  // What the server could not take may be mended by this; an unknown code is not.
  if (interview.refusedWith !== 404) interview.refusedWith = 0;
  fade();
  isUnkept = true;
  // Reading the form and encrypting would hold the frame back that shows the tap.
  requestAnimationFrame(() => setTimeout(keepTouched));
}

/**
 * Starts with a code as typed or linked, on an empty form; then puts back the draft of that code, if there is one.
 * @param goOn the answers in the form stay there: they are this code's
 */
export async function begin(typed: string, goOn?: boolean): Promise<void> {
  keepTouched();
  const parsed = parseCode(typed);
  const code = parsed.ok ? parsed.code : "";
  const begun = take(code, goOn ? interview.changes : 0);
  form.hidden = false;
  if (!goOn) form.reset();
  codeField.value = code ? formatCode(code) : typed;
  say("");
  const draft = code && (await findDraft(code));
  if (!draft || interview !== begun) return;
  const [draftName, changes, isSending, answers] = draft;
  begun.draftName = draftName;
  begun.changes += changes;
  begun.isSending = isSending;
  addAnswers(answers);
  void keep();
}

/**
 * Reads the code field and gives what is wrong with it, if anything. Answers that had no code, or an unknown one, are now
 * this code's, also those that the browser's own memory has put back. Answers that are somebody else's go out of the form.
 */
export async function readCodeField(): Promise<"" | "empty" | "slip"> {
  const parsed = parseCode(codeField.value);
  if (!parsed.ok) return parsed.reason;
  const { code, refusedWith } = interview;
  if (parsed.code === code) return "";
  const isUnknown = refusedWith === 404;
  await begin(parsed.code, !code || isUnknown);
  if (isUnknown) void forgetDraft(code);
  void keep();
  return "";
}

/** Forgets the answers, the code and the draft on this device. */
export async function forget(): Promise<void> {
  const { code } = interview;
  await begin("");
  await forgetDraft(code);
}
