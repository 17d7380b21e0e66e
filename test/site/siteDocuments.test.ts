import { describe, expect, it } from "vitest";
import { inspect } from "../../scripts/io/siteDocuments.ts";
import { headersFile, policyOf } from "../../scripts/io/siteHeaders.ts";

/** printf '%s' 'alert(1)' | openssl dgst -sha256 -binary | base64 */
const ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

const documentOf = (head: string, body = "", address = "/") =>
  inspect(address, `<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

describe("inspect", () => {
  it("hashes inline scripts and styles, and leaves data and files out", () => {
    const { scripts, styles } = documentOf(
      '<style>a{}</style><script src="/a.js"></script><script type="application/json">{}</script>',
      "<script>alert(1)</script>",
    );
    expect(scripts).toEqual([ALERT]);
    expect(styles).toHaveLength(1);
  });

  it.each([
    ["<script src='x'></script>".replaceAll("'", '"'), ["x"]],
    ['<link rel="stylesheet" href="/a.css">', ["/a.css"]],
    ['<link rel="icon" href="data:,">', []],
    ['<img src="a.png" srcset="b.png 2x">', ["a.png", "b.png 2x"]],
    ["<style>@import 'a.css';b{background:url(c.png)}</style>", ["@import", "c.png"]],
    ['<a href="https://example.dk/">x</a>', []],
    ["<script>var a='<img src=\"x\">'</script>", []],
  ])("finds what %s fetches", (html, assets) => {
    expect(documentOf("", html).assets).toEqual(assets);
  });

  it("finds style attributes and handlers, which no hash allows", () => {
    const html = '<p style="color:red">a</p><p onclick="x()">b</p><p title=" style=1">c</p>';
    expect(documentOf("", html).forbidden).toHaveLength(2);
  });
});

describe("headersFile", () => {
  const page = documentOf("<style>a{}</style>", "<script>alert(1)</script>", "/aarhus/");
  const results = documentOf("<style>b{}</style>", "", "/resultater/");

  it("allows files of our own below /resultater/ only", () => {
    const headers = headersFile([page, results]);
    expect(policyOf("/aarhus/", headers)).toContain(`script-src ${ALERT};`);
    expect(policyOf("/aarhus/", headers)).not.toContain(results.styles[0]);
    expect(policyOf("/resultater/x/", headers)).toContain("script-src 'self'");
    expect(policyOf("/resultater/x/", headers)).toContain(results.styles[0]);
  });

  it("names the extras by their hash where questionnaires are, keeps them for ever, and lets the service worker come", () => {
    const headers = headersFile([page, results], ["'sha256-extras='"]);
    expect(policyOf("/aarhus/", headers)).toContain(`script-src ${ALERT} 'sha256-extras=';`);
    expect(policyOf("/aarhus/", headers)).toContain("worker-src 'self'");
    expect(policyOf("/resultater/", headers)).not.toContain("extras");
    expect(headers).toMatch(/^\/s\/\*\n {2}Cache-Control: public, max-age=31536000, immutable$/m);
    expect(headers).toMatch(/^\/sw\.js\n {2}Cache-Control: no-cache$/m);
  });

  it("refuses a line that Cloudflare would drop", () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      documentOf(`<style>a{top:${i}px}</style>`, "", `/${i}/`),
    );
    expect(() => headersFile(many)).toThrow(RangeError);
  });

  it("finds no policy in a line that is too long", () => {
    expect(policyOf("/", `/*\n  Content-Security-Policy: ${"x".repeat(2000)}\n`)).toBe("");
  });
});
