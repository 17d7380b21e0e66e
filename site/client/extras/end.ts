/** Nothing more can be answered: the page says why in place of the questions, and what can be done instead. */
const { results } = WORDS;

export function showEnd(sentence: string): void {
  const [form] = document.forms;
  if (!form || form.hidden) return;
  const page = document.createElement("div");
  page.className = "intro";
  page.id = "slut";
  page.tabIndex = -1;
  page.innerHTML = `<h2>${sentence}</h2><p><a class="alone" href="/resultater/">${results}</a></p>`;
  form.before(page);
  form.hidden = true;
  // Nothing to press: what follows is read from here.
  page.style.outline = "0";
  page.focus();
}

/** Known from the document alone: nobody is asked, so nobody learns anything about a code. */
export function showEndAfter(closes: string, today: string): void {
  if (today > closes) showEnd(WORDS.closed);
}
