/**
 * The page that compares: what is chosen stands in the address, so it can be sent on and the back button undoes it. The figures
 * of a question are fetched when it is chosen; they are those that the tables print.
 */
import type { MeasureFigures } from "#survey/presentation/comparing/measureFigures.ts";
import { readState, THEME, writeState, type CompareState } from "#survey/presentation/comparing/state.ts";
import { copyOf, fillBlock, showBlock } from "./block.ts";
import { choiceForm } from "./choices.ts";
import { pageWords } from "./words.ts";

const page = document.querySelector<HTMLElement>("[data-compare]");
const formElement = page?.querySelector("form");
const blocks = page?.querySelector<HTMLElement>("[data-blocks]");
const opening = blocks?.querySelector<HTMLElement>("section");
const status = page?.querySelector<HTMLElement>("[role=status]");
if (page && formElement && blocks && opening && status) start(page, formElement, blocks, opening, status);

function start(
  root: HTMLElement,
  element: HTMLFormElement,
  place: HTMLElement,
  first: HTMLElement,
  said: HTMLElement,
): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy is of the kind that it is a copy of
  const pattern = first.cloneNode(true) as HTMLElement;
  const words = pageWords(root);
  const form = choiceForm(element);
  const measuresOf = (question: string): string[] =>
    question.startsWith(THEME) ? (root.dataset[question.slice(THEME.length)] ?? "").split(" ") : [question];
  const fetched = new Map<string, Promise<MeasureFigures>>();
  let latest = 0;

  function figuresOf(measure: string): Promise<MeasureFigures> {
    const known = fetched.get(measure);
    if (known) return known;
    const asked = fetchFigures(`${root.dataset["figures"]}${measure}.json`);
    fetched.set(measure, asked);
    asked.catch(() => fetched.delete(measure));
    return asked;
  }

  async function show(state: CompareState): Promise<void> {
    const turn = ++latest;
    const measures = measuresOf(state.question);
    const figures = await Promise.all(measures.map(figuresOf));
    // A choice made meanwhile is on its way.
    if (turn !== latest) return;
    const group = form.label("gruppe", state.group);
    const made = measures.flatMap((measure, i) => {
      const own = figures[i];
      if (!own) return [];
      const block = copyOf(pattern, i);
      const content = { measure: form.label("spm", measure), group, figures: own, state, names: form.names };
      fillBlock(block, { ...content, file: [measure, state.group].join("-") }, words);
      return [block];
    });
    place.replaceChildren(...made);
    made.forEach(showBlock);
    const rows = made[0]?.querySelectorAll("tbody tr").length ?? 0;
    said.textContent = words.texts.status(rows, group);
  }

  const failed = (): void => {
    said.textContent = words.texts.failed;
  };
  const fromAddress = (): CompareState => readState(new URLSearchParams(location.search), form.choices);
  const restore = (): void => {
    const state = fromAddress();
    form.show(state);
    void show(state).catch(failed);
  };
  element.addEventListener("change", () => {
    const state = form.read();
    history.pushState(null, "", location.pathname + writeState(state, form.choices));
    void show(state).catch(failed);
  });
  element.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", restore);
  const opened = fromAddress();
  // What the page came with is what it shows without a choice.
  if (writeState(opened, form.choices) === "") showBlock(first);
  else restore();
}

async function fetchFigures(address: string): Promise<MeasureFigures> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file that was built with this page
  return (await answer.json()) as MeasureFigures;
}
