/** What no page may do in any browser test: break its own policy, ask another host, say where it comes from. */
import type { BrowserContext } from "playwright-core";

/** Hosts of the tests themselves: the round, and servers in front of it. */
const OWN = new Set(["localhost", "127.0.0.1"]);

/** Watches all pages of a profile, its service worker included, and notes in `problems` what they may not do. */
export async function watchPolicy(context: BrowserContext, problems: string[]): Promise<void> {
  // Without script in the page, Chromium still says it on the console.
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) problems.push(message.text());
  });
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && !OWN.has(hostname)) problems.push(`asks ${hostname}`);
    const { referer } = request.headers();
    if (referer) problems.push(`${request.url()} is told that the reader comes from ${referer}`);
  });
  await context.exposeBinding("policyViolated", (_, violation: string) => problems.push(violation));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      const report: unknown = Reflect.get(window, "policyViolated");
      if (typeof report === "function") report(`breaks ${effectiveDirective}: ${blockedURI} ${sample}`);
    });
  });
}
