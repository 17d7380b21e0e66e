/** The opt-out page's script: fills in the code of this tab, and forgets the draft on the device when answers are deleted. */
import { recallCode, rememberCode } from "../questionnaire/codeMemory.ts";
import { forgetDraft } from "../questionnaire/draft.ts";
import { formatCode, parseCode } from "#survey/code.ts";

const form = document.querySelector("form");
const field = document.querySelector<HTMLInputElement>("#code");

if (form && field) {
  field.value ||= formatCode(recallCode());
  form.addEventListener("submit", (event) => {
    const parsed = parseCode(field.value);
    if (!parsed.ok || !form.querySelector("[name=withdraw]:checked")) return;
    event.preventDefault();
    rememberCode("");
    void forgetDraft(parsed.code).then(() => form.submit());
  });
}
