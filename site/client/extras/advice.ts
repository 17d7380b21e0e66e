/**
 * Advice at the texts while they are written: how much room is left, and that something looks like a number or address that
 * tells who wrote it. The citizen decides; nothing is held back.
 */
import { fits } from "#survey/freeText.ts";
import { contactIn } from "#survey/freetext/contactIn.ts";
import { lengthAdvice } from "./length.ts";

/** A screen reader is not interrupted while somebody types. */
const QUIET_MS = 1000;

const element = (tag: string, className: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  return made;
};

const say = (line: HTMLElement, sentence: string): void => {
  if (line.textContent !== sentence) line.textContent = sentence;
};

function choice(text: string, decide: () => void): HTMLElement {
  const button = element("button", "button plain");
  button.setAttribute("type", "button");
  button.textContent = text;
  button.addEventListener("click", decide);
  return button;
}

export function advise(area: HTMLTextAreaElement): void {
  const room = element("p", "hint");
  const warning = element("p", "hint");
  for (const line of [room, warning]) line.setAttribute("role", "status");
  const choices = element("p", "");
  area.after(room, warning, choices);

  const ignored: string[] = [];
  let found = "";
  const decide = (text: string): void => {
    area.value = text;
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
    look();
  };
  choices.append(
    choice(WORDS.remove, () => decide(area.value.split(found).join(""))),
    " ",
    choice(WORDS.leave, () => {
      ignored.push(found);
      decide(area.value);
    }),
  );
  const look = (): void => {
    // One thing at a time: a text that is too long has its own advice, and one without a blank would take seconds to look through.
    const contact = fits(area.value) ? contactIn(area.value, ignored) : null;
    found = contact ? contact.found : "";
    say(warning, contact ? WORDS[contact.kind].replace("{found}", () => contact.found) : "");
    choices.hidden = !contact;
    say(room, lengthAdvice(area.value));
  };
  let timer: ReturnType<typeof setTimeout>;
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MS);
  });
  area.form?.addEventListener("reset", () => setTimeout(look));
  look();
}
