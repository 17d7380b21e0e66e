/** `export/anonymity.html`: the check of the data set for people who must decide whether it may be handed on. */
import { municipalityOf } from "#survey/municipalities.ts";
import type { Round } from "#survey/round.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { number, percent } from "../report/danish.ts";
import { keyFigures } from "../report/figures.ts";
import { html, noHtml, type Html } from "../report/html.ts";
import { reportPage } from "../report/page.ts";
import { table } from "../report/table.ts";
import type { AnonymityReport } from "./anonymityFile.ts";

type QuasiLine = AnonymityReport["quasiIdentifiers"][number];

const names: Readonly<Record<string, string>> = {
  target_group: "Målgruppe",
  ...labelsIn("da").breakdowns,
};
const place = (code: string): string => municipalityOf(code)?.name ?? code;

const bandWords = ({ bands }: QuasiLine): string => {
  if (bands === null) return "–";
  const released = bands.released.join(", ");
  return bands.released.length === bands.asked.length
    ? `uændret (${released})`
    : `${bands.asked.join(", ")} → ${released}`;
};

const quasiTable = (report: AnonymityReport): Html =>
  table<QuasiLine>({
    id: "t-quasi",
    caption: "Baggrund, som en nabo kan kende",
    columns: [
      { heading: "Oplysning", cell: ({ name }) => names[name] ?? name },
      { heading: "Skel mellem bånd", cell: bandWords },
      { heading: "Skjult hos", align: "right", cell: ({ hidden }) => number(hidden) },
      { heading: "Andel", align: "right", cell: ({ share }) => percent(share) },
    ],
    rows: report.quasiIdentifiers,
    note: "Den øverste bliver længst. Den nederste skjules først.",
  });

const exposureTable = ({ before, after }: AnonymityReport): Html =>
  table<{ words: string; before: number; after: number }>({
    id: "t-exposure",
    caption: "Før og efter",
    columns: [
      { heading: "", cell: ({ words }) => words },
      { heading: "Før", align: "right", cell: (row) => number(row.before) },
      { heading: "I datasættet", align: "right", cell: (row) => number(row.after) },
    ],
    rows: [
      { words: "Personer", before: before.people, after: after.people },
      { words: "Personer, der er alene om deres oplysninger", before: before.unique, after: after.unique },
      {
        words: "Personer i grupper under k, i datasættet uden vist baggrund",
        before: before.belowK,
        after: after.belowK,
      },
      { words: "Mindste gruppe", before: before.smallest, after: after.smallest },
      { words: "Grupper", before: before.classes, after: after.classes },
    ],
  });

const municipalityTable = ({ municipalities }: AnonymityReport): Html =>
  table<AnonymityReport["municipalities"][number]>({
    id: "t-municipalities",
    caption: "Hver kommune",
    columns: [
      { heading: "Kommune", cell: ({ code }) => place(code) },
      { heading: "k", align: "right", cell: ({ k }) => k },
      { heading: "Personer", align: "right", cell: ({ people }) => number(people) },
      { heading: "Mindste gruppe", align: "right", cell: ({ smallest }) => number(smallest) },
      { heading: "Skjulte værdier", align: "right", cell: ({ hidden }) => percent(hidden) },
    ],
    rows: municipalities,
  });

const leftOut = ({ leftOut: places }: AnonymityReport): Html =>
  places.length === 0
    ? html`<p>Ingen er udeladt.</p>`
    : html`<p>
        Udeladt, fordi deres kommune har for få svar i et stratum:
        ${places.map(({ municipality, people }) => `${place(municipality)} (${people})`).join(", ")}. Tal for
        alle kommuner under ét bliver derfor ikke helt de samme som de offentliggjorte.
      </p>`;

const diversity = ({ uniform, after }: AnonymityReport): Html => {
  const worst = uniform.toSorted((a, b) => b.people - a.people)[0];
  return html`<p>
      At ingen er alene, skjuler ikke et svar, som alle i gruppen har givet. På et enkelt spørgsmål gælder det
      højst
      ${worst ? `${number(worst.classes)} grupper (${percent(worst.people / Math.max(1, after.people), 1)} af personerne).` : "0 grupper."}
      Derfor er datasættet fortroligt og må ikke lægges frem.
    </p>
    <p>
      Fritekst er ikke med i datasættet. En tekst kan pege på en person, uanset hvor brede båndene er. Tekster
      kommer kun frem gennem gennemlæsningen (kommandoen review).
    </p>`;
};

export function anonymityPage(round: Round, report: AnonymityReport): string {
  const { k, censusK, after, before } = report;
  return reportPage({
    over: `${round.title}, ${round.period.label}`,
    title: "Kan nogen genkendes i datasættet?",
    intro: html`<p>
        Hver person deler alt det, en nabo kan kende, med mindst ${k - 1} andre i datasættet. Hvor alle blev
        inviteret, er det mindst ${censusK - 1}, når noget om personen er vist. Det er opnået med bredere bånd
        og ved at skjule enkelte værdier.
      </p>
      ${keyFigures([
        { value: number(after.smallest), label: "personer i den mindste gruppe" },
        { value: number(after.unique), label: `personer er alene (før: ${number(before.unique)})` },
        { value: percent(report.loss), label: "af baggrunden er gået tabt" },
      ])}`,
    sections: [
      {
        id: "metode",
        heading: "Metode",
        body: html`<p>
            Kommune og stratum skiller altid personer ad, for uden dem kan vægte og usikkerhed ikke regnes.
            Inden for dem gås de andre oplysninger igennem én ad gangen, den vigtigste først. En værdi, som
            færre end k har, skjules. Er færre end k skjult, skjules også den mindste af de andre værdier. Har
            et stratum selv færre end k, er alt andet skjult; det har altid mindst ${k}. Først afprøves
            bredere bånd for hele datasættet. Det valg, der mister mindst, gælder.
          </p>
          <p>Kilde: Sweeney (2002), k-anonymity; Xu m.fl. (2006) for tabet.</p>
          ${exposureTable(report)} ${quasiTable(report)}`,
      },
      { id: "kommuner", heading: "Kommuner", body: html`${municipalityTable(report)} ${leftOut(report)}` },
      { id: "svar", heading: "Hvad det ikke skjuler", body: diversity(report) },
    ],
    footer: noHtml,
  });
}
