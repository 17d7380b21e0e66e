/** Nothing more can be answered: the page says why in place of the questions, and what can be done instead. */
const { results } = WORDS;
const ID = "slut";

export function showEnd(sentence: string): void {
  const [form] = document.forms;
  if (!form || document.getElementById(ID)) return;
  const page = document.createElement("div");
  page.className = "intro";
  page.id = ID;
  page.tabIndex = -1;
  page.innerHTML = `<h2>${sentence}</h2><p><a class="alone" href="/resultater/">${results}</a></p>`;
  form.before(page);
  form.hidden = true;
  // Nothing to press: what follows is read from here.
  page.style.outline = "0";
  page.focus();
}

/**
 * Keeps up with what is known. That the round has closed is known from the document alone: nobody is asked, so nobody learns
 * anything about a code. An end that the server told before this file came stands in the status line; another code begins anew.
 */
export function followEnd(form: HTMLFormElement, isClosed: boolean): void {
  const status = document.querySelector("main > [role=status]");
  const look = (): void => {
    if (isClosed) showEnd(WORDS.closed);
  };
  form.addEventListener("reset", () => {
    document.getElementById(ID)?.remove();
    look();
  });
  look();
  if (!status || !form.hidden || isClosed) return;
  showEnd(status.innerHTML);
  status.textContent = "";
}
