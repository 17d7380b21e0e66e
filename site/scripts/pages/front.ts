/** The front page's script: filters the municipalities, and tells the server that a code can travel behind the #. */
const box = document.querySelector<HTMLElement>("#filter");
const search = document.querySelector<HTMLInputElement>("#name");
const status = document.querySelector<HTMLElement>("[role=status]");
const places = Array.from(document.querySelectorAll<HTMLElement>(".places li"));

const plain = (text: string): string => text.toLowerCase().replace(/å/g, "aa").replace(/[\s-]/g, "");

function filter(text: string): void {
  const wanted = plain(text);
  for (const place of places) place.hidden = !plain(place.textContent ?? "").includes(wanted);
  const found = places.filter((place) => !place.hidden).length;
  const { many = "", one = "", none = "" } = status?.dataset ?? {};
  const sentence = found === 0 ? none : found === 1 ? one : many.replace("{n}", String(found));
  if (status) status.textContent = wanted ? sentence : "";
}

if (box && search) {
  box.hidden = false;
  search.addEventListener("input", () => filter(search.value));
  // Back to this page, and the browser has kept the word.
  addEventListener("pageshow", () => filter(search.value));
}

const script = document.createElement("input");
script.type = "hidden";
script.name = "script";
script.value = "1";
document.querySelector("form")?.append(script);
