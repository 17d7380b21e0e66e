/** `sample/report.html`: the sample as a document that a methods reviewer can read, in Danish, without personal data. */
import { date, number } from "../report/danish.ts";
import { html } from "../report/html.ts";
import { reportPage } from "../report/page.ts";
import { VERSION } from "../version.ts";
import { allocationSection } from "./report/allocationSection.ts";
import { batchSection } from "./report/batchSection.ts";
import { designSection } from "./report/designSection.ts";
import type { SampleFacts } from "./report/facts.ts";
import { frameSection } from "./report/frameSection.ts";
import { methodSection } from "./report/methodSection.ts";
import { municipalitySection } from "./report/municipalitySection.ts";
import { overview } from "./report/overview.ts";
import { precisionSection } from "./report/precisionSection.ts";
import { priceSection } from "./report/priceSection.ts";
import { repeatSection } from "./report/repeatSection.ts";

export function sampleReport(facts: SampleFacts): string {
  const { round } = facts;
  return reportPage({
    over: `${round.title}, ${round.period.label}`,
    title: "Stikprøven",
    intro: html`<p>
      Rapporten viser, hvem der kunne udtrækkes, hvordan stikprøven er lagt og trukket, og hvor mange svar der
      kan ventes. Svarene indsamles fra ${date(round.field.opens)} til ${date(round.field.closes)}. Rapporten
      nævner ingen personer.
    </p>`,
    sections: [
      overview(facts),
      frameSection(facts),
      designSection(facts),
      municipalitySection(facts),
      allocationSection(facts),
      priceSection(facts),
      precisionSection(facts),
      batchSection(facts),
      methodSection(facts),
      repeatSection(facts),
    ],
    footer: html`<p>
      Runde <code>${round.id}</code>, ${number(facts.plans.length)} kommuner. Lavet med Borgersvar ${VERSION}.
    </p>`,
  });
}
