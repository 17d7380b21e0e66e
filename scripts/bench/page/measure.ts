/**
 * Measures in the phone's namespace: lays the slow link, starts the server behind it and visits every page in turn, so that
 * what disturbs the machine for a while disturbs every page. Option: the plan as JSON. Tells each visit by message.
 */
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { launchChromium } from "../chromium.ts";
import { layLink } from "./link/namespaces.ts";
import { SERVER } from "./link/sides.ts";
import { measuringPlan, type Visited } from "./plan.ts";
import { visit } from "./visit.ts";

const SETTLING_MS = 3000;

const { site, secrets, publicKeyHash, port, code, runs, rounds } = measuringPlan.parse(
  JSON.parse(process.argv[2] ?? ""),
);
const link = await layLink(path.join(import.meta.dirname, "serve.ts"), [site, secrets, String(port)]);
// What the kernel says about new links a second later would be a change of network to the browser.
await setTimeout(SETTLING_MS);
const browser = await launchChromium(undefined, [`--ignore-certificate-errors-spki-list=${publicKeyHash}`]);
for (const { profile, addresses } of rounds) {
  await link.use(profile);
  for (let run = 0; run < runs; run++) {
    for (const address of addresses) {
      const seen = await visit(browser, `https://${SERVER.address}:${port}${address}#${code}`);
      process.send?.({ profile: profile.name, address, visit: seen } satisfies Visited);
    }
  }
}
await browser.close();
await link.stop();
process.disconnect();
