/** The final answers: sent once by the citizen, again by the script until the server has them; then the device forgets. */
import { isEmpty, tooLong } from "./answers.ts";
import { forget, interview, readCodeField } from "./interview.ts";
import { codeField, form, sections, statusLine, word } from "./page.ts";
import { clearProblem, showProblem } from "./problems.ts";
import { deliver, longerWait } from "./request.ts";
import { refused } from "./saving.ts";
import { say } from "./status.ts";

/** Ends the pause before the next attempt. */
export let retryNow = (): void => {};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    retryNow = resolve;
    setTimeout(resolve, milliseconds);
  });

/** Says what the citizen can mend before anything is sent. True when there is nothing. */
async function ready(): Promise<boolean> {
  const reason = await readCodeField();
  const long = tooLong();
  const [first] = sections;
  if (reason) showProblem(word(reason === "empty" ? "codeMissing" : "codeSlip"), codeField);
  else if (long) showProblem(word("textTooLong"), long);
  else if (first && isEmpty()) showProblem(word("noAnswers"), first);
  else return true;
  return false;
}

export async function send(): Promise<void> {
  if (interview.sending) return retryNow();
  if (!(await ready())) return;
  clearProblem();
  const sending = interview;
  sending.sending = true;
  for (let wait = longerWait(0); interview === sending; wait = longerWait(wait)) {
    say(word("sending"));
    const reply = await deliver("POST");
    if (interview !== sending) return;
    if (reply.stored) {
      await forget();
      return location.replace(`/${form.dataset["slug"]}/tak/`);
    }
    say(reply.sentence || word("pending"));
    if (!reply.again) {
      sending.sending = false;
      refused(reply.status);
      return showProblem(statusLine.innerHTML, codeField);
    }
    await pause(wait);
  }
}
