import { describe, expect, it } from "vitest";
import { barChart, place } from "../../../scripts/report/bars.ts";
import { number, percent, probability } from "../../../scripts/report/danish.ts";
import { html, noHtml } from "../../../scripts/report/html.ts";
import { intervalChart, ticksTo } from "../../../scripts/report/intervals.ts";
import { reportPage } from "../../../scripts/report/page.ts";
import { stackChart } from "../../../scripts/report/stack.ts";
import { table } from "../../../scripts/report/table.ts";

const NAME = `<b>"Ærø" & co</b>`;
const ESCAPED = "&lt;b&gt;&quot;Ærø&quot; &amp; co&lt;/b&gt;";

describe("html", () => {
  it("escapes text in content and attributes, and keeps markup", () => {
    expect(html`<p title="${NAME}">${NAME}${html`<i>${1.5}</i>`}${[html`x`, html`y`]}</p>`.markup).toBe(
      `<p title="${ESCAPED}">${ESCAPED}<i>1.5</i>xy</p>`,
    );
    expect(noHtml.markup).toBe("");
  });
});

describe("Danish numbers", () => {
  it("has a decimal comma, a point between thousands and a space before % that does not break", () => {
    expect([number(1234567), number(0.5, 2), percent(0.2234, 1)]).toEqual([
      "1.234.567",
      "0,50",
      "22,3\u00a0%",
    ]);
  });

  it("claims certainty only where there is certainty", () => {
    expect([0, 0.004, 0.5, 0.996, 1].map(probability)).toEqual(
      ["0 %", "< 1 %", "50 %", "> 99 %", "100 %"].map((text) => text.replaceAll(" ", "\u00a0")),
    );
  });
});

describe("charts", () => {
  it("cuts places to the axis", () => {
    expect([place(50, 200), place(300, 200), place(-1, 200), place(1, 0)]).toEqual([25, 100, 0, 0]);
  });

  it.each([
    [461, [0, 100, 200, 300, 400, 500]],
    [12, [0, 2, 4, 6, 8, 10, 12]],
    [1, [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]],
    [0, [0, 1]],
  ])("has few round ticks up to %d", (largest, ticks) => {
    expect(ticksTo(largest)).toEqual(ticks);
  });

  it("writes every value as text beside its bar", () => {
    const bars = barChart({
      caption: "Svar",
      mark: { value: 200, label: "200 svar" },
      bars: [{ label: NAME, value: 100, text: "100" }],
    }).markup;
    expect(bars).toContain(ESCAPED);
    expect(bars).toContain("width:50%");
    expect(bars).toMatch(/<span class="value">100<\/span>/);
    const rows = [{ label: "Ærø", low: 10, middle: 20, high: 40, text: "20 (10–40)" }];
    const intervals = intervalChart({ caption: "Svar", rows }).markup;
    expect(intervals).toContain("left:25%;width:75%");
    expect(intervals).toContain("20 (10–40)");
  });

  it("says the shares of a stack in words", () => {
    const stack = stackChart({ caption: "c", parts: ["A", "B"], rows: [{ label: "r", values: [1, 3] }] });
    expect(stack.markup).toContain(`aria-label="A 25\u00a0%, B 75\u00a0%"`);
    expect(stackChart({ caption: "c", parts: ["A"], rows: [{ label: "r", values: [0] }] }).markup).toContain(
      `aria-label="A 0\u00a0%"`,
    );
  });
});

describe("table and page", () => {
  const markup = table<{ name: string; n: number }>({
    id: "t",
    caption: "Tal",
    columns: [
      { heading: "Navn", cell: (row) => row.name },
      { heading: "n", align: "right", cell: (row) => number(row.n) },
    ],
    rows: [{ name: NAME, n: 1000 }],
    total: { name: "Alle", n: 1000 },
  });

  it("has header cells for rows and columns, and a total", () => {
    expect(markup.markup).toContain(`<th scope="row" class="words">${ESCAPED}</th>`);
    expect(markup.markup.match(/scope="col"/g)).toHaveLength(2);
    expect(markup.markup).toMatch(/<tfoot>[\s\S]*Alle/);
  });

  it("is one self-contained document with a title and its sections", () => {
    const page = reportPage({
      title: NAME,
      intro: html`<p>Kort.</p>`,
      sections: [{ id: "a", heading: "Et", body: markup }],
    });
    expect(page.startsWith("<!doctype html>")).toBe(true);
    expect(page).toContain(`<title>${ESCAPED}</title>`);
    expect(page).toContain(`<h2 id="h-a">Et</h2>`);
    expect(page).not.toMatch(/<script|https?:|url\(/);
    expect(page).not.toMatch(/[ \t]$/m);
  });
});
