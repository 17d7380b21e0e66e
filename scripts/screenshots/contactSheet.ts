/** One page with every picture on it: a row a state, a column a width and colour scheme. */

export interface Picture {
  language: string;
  state: string;
  /** `390-dark` */
  view: string;
  /** Path beside the sheet. */
  file: string;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

export function contactSheet(pictures: readonly Picture[], views: readonly string[]): string {
  const sections = unique(pictures.map(({ language }) => language)).map((language) => {
    const own = pictures.filter((picture) => picture.language === language);
    const rows = unique(own.map(({ state }) => state)).map((state) => {
      const cells = views.map((view) => {
        const picture = own.find((candidate) => candidate.state === state && candidate.view === view);
        return picture
          ? `<td><a href="${picture.file}"><img src="${picture.file}" alt="${state}, ${view}" loading="lazy"></a></td>`
          : "<td></td>";
      });
      return `<tr><th scope="row">${state}</th>${cells.join("")}</tr>`;
    });
    const head = views.map((view) => `<th scope="col">${view}</th>`).join("");
    return `<h2>${language}</h2>\n<table><tr><td></td>${head}</tr>\n${rows.join("\n")}\n</table>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>
body { font: 16px sans-serif; margin: 1rem; }
table { border-collapse: collapse; }
th, td { padding: 0.5rem; vertical-align: top; text-align: left; }
img { max-width: 16rem; max-height: 30rem; border: 1px solid #999; }
</style>
<h1>Screenshots</h1>
${sections.join("\n")}
</html>
`;
}
