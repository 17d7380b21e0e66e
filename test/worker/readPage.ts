/** A page as its reader gets it: what a parser finds, not how it is written. */

export interface ReadPage {
  title: string;
  /** Texts of the error summary with the field each leads to; `null` while it is hidden. */
  summary: { href: string | null; text: string }[] | null;
  /** Values of text and hidden inputs and of textareas, by name. */
  values: Record<string, string>;
  /** Chosen radios and boxes as `name=value`. */
  checked: string[];
  /** Text of the error before a field, by the field's name, for fields that name it as their description. */
  fieldErrors: Record<string, string>;
  /** Tags that no page of ours has in its form, and attributes that run scripts. */
  foreign: string[];
}

export async function readPage(response: Response): Promise<ReadPage> {
  const page: ReadPage = { title: "", summary: null, values: {}, checked: [], fieldErrors: {}, foreign: [] };
  const errors: Record<string, string> = {};
  const texts: Record<string, string> = {};
  let inside = "";
  const field = (element: Element): string => {
    const name = element.getAttribute("name") ?? "";
    const described = (element.getAttribute("aria-describedby") ?? "").split(" ");
    const error = errors[`${name}-e`];
    if (
      error !== undefined &&
      described[0] === `${name}-e` &&
      element.getAttribute("aria-invalid") === "true"
    )
      page.fieldErrors[name] = decode(error);
    return name;
  };
  await new HTMLRewriter()
    .on("title", { text: ({ text }) => void (page.title += text) })
    .on("#fejl", {
      element: (box) => {
        if (!box.hasAttribute("hidden")) page.summary = [];
      },
    })
    .on("#fejl [role=alert] li", { element: () => void page.summary?.push({ href: null, text: "" }) })
    .on("#fejl [role=alert] a", {
      element: (link) => {
        const last = page.summary?.at(-1);
        if (last) last.href = link.getAttribute("href");
      },
    })
    .on("#fejl [role=alert] li", {
      text: ({ text }) => {
        const last = page.summary?.at(-1);
        if (last) last.text += text;
      },
    })
    .on("p.e", {
      element: (paragraph) => {
        inside = paragraph.getAttribute("id") ?? "";
        errors[inside] = "";
      },
      text: ({ text }) => void (errors[inside] += text),
    })
    .on("input", {
      element: (input) => {
        const name = field(input);
        const value = decode(input.getAttribute("value") ?? "");
        const type = input.getAttribute("type") ?? "text";
        if (type !== "radio" && type !== "checkbox") page.values[name] = value;
        else if (input.hasAttribute("checked")) page.checked.push(`${name}=${value}`);
      },
    })
    .on("textarea", {
      element: (area) => {
        inside = field(area);
        texts[inside] = "";
      },
      text: ({ text }) => void (texts[inside] += text),
    })
    .on("form script, form img, [onfocus], [onerror]", {
      element: ({ tagName }) => void page.foreign.push(tagName),
    })
    .transform(response)
    .arrayBuffer();
  // A parser drops the line break that opens a textarea.
  for (const [name, text] of Object.entries(texts)) page.values[name] = decode(text.replace(/^\n/, ""));
  return page;
}

/** HTMLRewriter gives texts and attributes as they stand in the source. */
const decode = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
