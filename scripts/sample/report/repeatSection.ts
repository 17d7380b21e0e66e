/** What it takes to draw the same sample again, and what proves that it was this one. */
import { number } from "../../report/danish.ts";
import { html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import type { SampleFacts } from "./facts.ts";

export const repeatSection = ({ frameSha256, drawKey, tables }: SampleFacts): ReportSection => ({
  id: "gentag",
  heading: "Sådan kan udtrækket efterprøves",
  body: html`<p>
      Den samme ramme, de samme indstillinger og den samme udtræksnøgle giver den samme stikprøve, tegn for
      tegn, på enhver maskine. Rundens journal (<code>journal.jsonl</code>) husker SHA-256 for hver fil, der
      er læst og skrevet.
    </p>
    <dl class="prose">
      <dt>SHA-256 for rammen, <code>frame/frame.csv</code></dt>
      <dd><code>${frameSha256}</code></dd>
      ${tables.map(
        ({ name, rows, sha256 }) =>
          html`<dt>SHA-256 for <code>${name}</code>, ${number(rows)} rækker</dt>
            <dd><code>${sha256}</code></dd> `,
      )}
      <dt>Fingeraftryk for udtræksnøglen, <code>draw.key</code></dt>
      <dd><code>${drawKey}</code></dd>
    </dl>
    <p>Nøglen er hemmelig: Den, der kender den, kan regne ud, om en bestemt borger er udtrukket.</p>`,
});
