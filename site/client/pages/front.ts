/** The front page's script: filters the municipalities, and tells the server that a code can travel behind the #. */
import { filterPlaces } from "./filter.ts";

const box = document.querySelector<HTMLElement>("#filter");
const search = document.querySelector<HTMLInputElement>("#name");
const line = document.querySelector<HTMLElement>("[role=status]");
const places = Array.from(document.querySelectorAll<HTMLElement>(".places li"));

if (box && search && line) {
  const filter = (): void => {
    const found = filterPlaces(places, search.value);
    const { many = "", one = "", none = "" } = line.dataset;
    const sentence = found === 0 ? none : found === 1 ? one : many.replace("{n}", String(found));
    line.textContent = search.value ? sentence : "";
  };
  box.hidden = false;
  search.addEventListener("input", filter);
  // Back to this page, and the browser has kept the word.
  addEventListener("pageshow", filter);
}

const script = document.createElement("input");
script.type = "hidden";
script.name = "script";
script.value = "1";
document.querySelector("form")?.append(script);
