/** A site as small as the contract with the Worker allows: what the Astro build makes, without its looks. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { shownVersion, type EdgeMunicipality } from "#survey/edge.ts";
import { questionnaireOf, type Item } from "#survey/questionnaire.ts";
import { edge } from "./round.ts";

/** Stands in every page; a Content-Security-Policy names its hash. */
const STYLE = "<style>.vh{position:absolute}</style>";
const POLICY = "default-src 'none'; style-src 'sha256-fixture'; frame-ancestors 'none'";

const page = (title: string, main: string): string =>
  `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>${title}</title>${STYLE}</head>
<body><main><div id="fejl" tabindex="-1" hidden></div>${main}</main></body></html>`;

const radios = (name: string, codes: readonly number[]): string =>
  codes.map((code) => `<label><input type="radio" name="${name}" value="${code}"></label>`).join("");

const text = (name: string): string =>
  `<p id="${name}h">Skriv ikke CPR-nummer.</p><textarea id="${name}" name="${name}" aria-describedby="${name}h"></textarea>`;

const item = ({ id, kind }: Item): string =>
  kind === "closed" ? `<fieldset id="${id}">${radios(id, [1, 2, 3, 4, 5, 8])}</fieldset>` : text(id);

const codeField = `<p id="codeh">Koden står i brevet.</p><input id="code" name="code" type="text" aria-describedby="codeh">`;

function questionnairePage(municipality: EdgeMunicipality): string {
  const version = shownVersion(edge);
  const parts = questionnaireOf(version)?.parts ?? [];
  const joint = parts.map(
    (part) =>
      `${part.skippedWithoutInterview ? '<input type="checkbox" name="no_interview" value="1">' : ""}${part.items.map(item).join("")}`,
  );
  const local = municipality.localQuestions.map(({ id, options }) =>
    options
      ? radios(
          id,
          options.map((_, i) => i + 1),
        )
      : text(id),
  );
  return page(
    municipality.name,
    `<form method="post" action="/svar" novalidate><button name="enter" value="1" hidden></button>
<input type="hidden" name="municipality" value="${municipality.code}"><input type="hidden" name="questionnaire" value="${version}">
<input type="hidden" name="client" value=""><input type="hidden" name="version" value="">
${joint.join("")}${local.join("")}${codeField}<button name="send" value="1">Send</button></form>`,
  );
}

const optOutPage = ({ code }: EdgeMunicipality): string =>
  page(
    "Afmeld",
    `<form method="post" action="/afmeld"><input type="hidden" name="municipality" value="${code}">
${codeField}<input type="checkbox" name="withdraw" value="1"><button>Afmeld</button></form>`,
  );

/** Writes the fixture into a folder. */
export async function writeFixtureSite(folder: string): Promise<void> {
  const files: Record<string, string> = {
    "edge.json": JSON.stringify(edge),
    _headers: `/*\n  Content-Security-Policy: ${POLICY}\n  X-Content-Type-Options: nosniff\n`,
    "404.html": page("Siden findes ikke", ""),
    "index.html": page("Find din kommune", `<form method="post" action="/find">${codeField}</form>`),
  };
  for (const municipality of edge.municipalities) {
    files[`${municipality.slug}/index.html`] = questionnairePage(municipality);
    files[`${municipality.slug}/afmeld/index.html`] = optOutPage(municipality);
  }
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
