/** The final answers: sent once by the citizen, again by the script until the server has them; then the device forgets. */
import { isEmpty, tooLong } from "./answers.ts";
import { forget, interview, readCodeField } from "./interview.ts";
import { codeField, form, sections } from "./page.ts";
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
  if (reason) showProblem(reason === "empty" ? "codeEmpty" : "codeSlip", codeField);
  else if (long) showProblem("textTooLong", long);
  else if (first && isEmpty()) showProblem("noAnswers", first);
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
    say("sending");
    const status = await deliver("POST");
    if (interview !== sending) return;
    if (status === 0 || status === 204) {
      await forget();
      return location.replace(`/${form.dataset["slug"]}/tak/`);
    }
    if (status !== null) {
      sending.sending = false;
      refused(status);
      if (status === 404) showProblem("s404", codeField);
      return;
    }
    say("pending");
    await pause(wait);
  }
}
