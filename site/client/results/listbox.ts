/**
 * The labels of a chart as a list that keys move through (WAI-ARIA listbox): every value is an option with its name, its
 * numbers and, where there is none, the word for why. Screen readers say the active one by themselves.
 */

export interface Listbox {
  select(index: number): void;
}

let lists = 0;

/** @param onActive is told the place of the option that has become the active one. */
export function listbox(list: HTMLElement, onActive: (index: number) => void = () => {}): Listbox {
  const options = [...list.children];
  const prefix = `o${++lists}-`;
  let active = -1;
  const select = (index: number): void => {
    options[active]?.setAttribute("aria-selected", "false");
    active = Math.max(0, Math.min(options.length - 1, index));
    options[active]?.setAttribute("aria-selected", "true");
    list.setAttribute("aria-activedescendant", prefix + String(active));
    onActive(active);
  };
  options.forEach((option, i) => {
    option.id = prefix + String(i);
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.addEventListener("click", () => select(i));
  });
  list.addEventListener("keydown", (event) => {
    const next = placeAfter(event, active, options);
    if (next === null) return;
    event.preventDefault();
    select(next);
    options[active]?.scrollIntoView({ block: "nearest" });
  });
  list.addEventListener("focus", () => {
    if (active < 0) select(0);
  });
  return { select };
}

/** Where a key leads: arrows one on, Home and End to the ends, a letter to the next name that begins with it. */
function placeAfter(event: KeyboardEvent, active: number, options: readonly Element[]): number | null {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  if (key === "ArrowDown" || key === "ArrowRight") return active + 1;
  if (key === "ArrowUp" || key === "ArrowLeft") return active - 1;
  if (key === "Home") return 0;
  if (key === "End") return options.length - 1;
  if (key.length > 1 || key === " ") return null;
  const begins = (option: Element): boolean =>
    (option.textContent ?? "").toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  const after = options.findIndex((option, i) => i > active && begins(option));
  return after < 0 ? options.findIndex(begins) : after;
}
