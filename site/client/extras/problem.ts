/** The error summary on top of the page and the error at the field, as the Worker writes them without script. */
const { heading, prefix, codeMissing, codeSlip } = WORDS;
/** As many symbols as a whole code has. */
const CODE_SYMBOLS = 16;

/** At first what the Worker has written, when the form came back from it. */
let clear = (): void => {
  clear = () => {};
  const summary = document.getElementById("fejl");
  if (summary) summary.hidden = true;
  document.title = document.title.replace(prefix, "");
  for (const problem of document.querySelectorAll(".e")) problem.remove();
  for (const field of document.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    const [, hint] = (field.getAttribute("aria-describedby") || "").split(" ");
    if (hint) field.setAttribute("aria-describedby", hint);
    else field.removeAttribute("aria-describedby");
  }
};

/** Says what is wrong, in the summary and at the field whose id is given, and moves the focus to the summary. */
export function showProblem(sentence: string, id: string): void {
  clear();
  const summary = document.getElementById("fejl");
  const field = document.getElementById(id);
  const { title } = document;
  if (!summary) return;
  document.title = prefix + title;
  summary.innerHTML = `<div role="alert"><h2>${heading}</h2><ul><li><a>${sentence}</a></li></ul></div>`;
  if (field) summary.querySelector("a")?.setAttribute("href", `#${id}`);
  summary.hidden = false;
  summary.focus();
  const unmark = field ? mark(field, sentence) : () => {};
  clear = () => {
    clear = () => {};
    document.title = title;
    summary.hidden = true;
    unmark();
  };
}

/** The problem stands before the field, and the field says that it belongs to it. */
function mark(field: HTMLElement, sentence: string): () => void {
  const { id } = field;
  field.insertAdjacentHTML(
    "beforebegin",
    `<p id="${id}-e" class="e"><span class="vh">${prefix}</span>${sentence}</p>`,
  );
  field.setAttribute("aria-describedby", `${id}-e ${id}h`);
  field.setAttribute("aria-invalid", "true");
  return () => {
    document.getElementById(`${id}-e`)?.remove();
    field.setAttribute("aria-describedby", `${id}h`);
    field.removeAttribute("aria-invalid");
  };
}

/** What the page itself finds wrong with a code, without asking anybody. */
export function showCodeProblem(_sentence: string, reason: string): void {
  showProblem(reason === "empty" ? codeMissing : codeSlip, "code");
}

/** What was wrong goes when something is mended: an answer, or a code that is whole again; and when another code begins. */
export function clearWhenMended(form: HTMLFormElement): void {
  form.addEventListener("input", ({ target }) => {
    const typing =
      target instanceof HTMLInputElement &&
      target.id === "code" &&
      target.value.replaceAll(/[^\da-z]/gi, "").length < CODE_SYMBOLS;
    if (!typing) clear();
  });
  form.addEventListener("reset", () => clear());
}
