/** The form of the page that compares: what can be chosen, and what is. */
import {
  MOST_MUNICIPALITIES,
  readState,
  type Choices,
  type CompareState,
} from "#survey/presentation/comparing/state.ts";

export interface ChoiceForm {
  form: HTMLFormElement;
  choices: Choices;
  /** Municipality names by slug, in alphabetical order. */
  names: ReadonlyMap<string, string>;
  read(): CompareState;
  show(state: CompareState): void;
  /** What a choice is called on the page. */
  label(field: "spm" | "gruppe", value: string): string;
}

const select = (form: HTMLFormElement, name: string): HTMLSelectElement => {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLSelectElement)) throw new TypeError(`no list ${name}`);
  return field;
};

const optionsOf = (field: HTMLSelectElement): HTMLOptionElement[] => [...field.options];

export function choiceForm(form: HTMLFormElement): ChoiceForm {
  const [question, group, order] = [select(form, "spm"), select(form, "gruppe"), select(form, "orden")];
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name=kommuner]")];
  const choices: Choices = {
    questions: optionsOf(question).map(({ value }) => value),
    municipalities: boxes.map(({ value }) => value),
    question: question.value,
  };
  const chosen = (): string[] => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  // A seventh box cannot be ticked; which of the six has to go is the reader's choice.
  const limit = (): void => {
    const isFull = chosen().length >= MOST_MUNICIPALITIES;
    for (const box of boxes) box.disabled = isFull && !box.checked;
  };
  return {
    form,
    choices,
    names: new Map(boxes.map((box) => [box.value, box.parentElement?.textContent?.trim() ?? ""])),
    read() {
      limit();
      const fields = { spm: question.value, gruppe: group.value, orden: order.value };
      return readState(new URLSearchParams({ ...fields, kommuner: chosen().join(",") }), choices);
    },
    show(state) {
      question.value = state.question;
      group.value = state.group;
      order.value = state.order;
      for (const box of boxes) box.checked = state.municipalities.includes(box.value);
      limit();
    },
    label(field, value) {
      const option = optionsOf(field === "spm" ? question : group).find((one) => one.value === value);
      return option?.dataset["name"] ?? option?.text ?? "";
    },
  };
}
