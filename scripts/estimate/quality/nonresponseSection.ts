/** How many gave no valid answer to each item, and whether it matters. */
import { MUCH_NONRESPONSE, type ItemNonresponse } from "#survey/estimate/itemNonresponse.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { number, percent } from "../../report/danish.ts";
import { html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";

const isMuch = ({ dontKnow, missing }: ItemNonresponse): boolean => dontKnow + missing > MUCH_NONRESPONSE;

/** One decimal, without a minus before zero. */
const tenth = (value: number): string => number(Math.round(value * 10) / 10 + 0, 1);

export const nonresponseSection = (items: readonly ItemNonresponse[]): ReportSection => ({
  id: "bortfald",
  heading: "Ved ikke og ubesvarede spørgsmål",
  body: html`<p>
      »Ved ikke« og ubesvaret er uden for grundlaget for gennemsnit og andele. Hver person har én vægt. Hvor
      mere end ${percent(MUCH_NONRESPONSE)} mangler, bør man se på gennemsnittet med vægte, der er regnet om
      på de gyldige svar: Er forskellen stor, svarer de manglende fra andre grupper.
    </p>
    ${table<ItemNonresponse>({
      id: "t-bortfald",
      caption: "Manglende svar og gennemsnit med omregnede vægte, alle kommuner tilsammen",
      columns: [
        { heading: "Spørgsmål", cell: ({ item }) => `${item.slice(1)}. ${labelsIn("da").short(item)}` },
        { heading: "Ved ikke", align: "right", cell: ({ dontKnow }) => percent(dontKnow, 1) },
        { heading: "Ubesvaret", align: "right", cell: ({ missing }) => percent(missing, 1) },
        { heading: "Gennemsnit", align: "right", cell: ({ mean }) => number(mean, 1) },
        { heading: "Omregnet", align: "right", cell: ({ reweighted }) => number(reweighted, 1) },
        {
          heading: "Forskel",
          align: "right",
          cell: (row) => `${tenth(row.reweighted - row.mean)}${isMuch(row) ? " *" : ""}`,
        },
      ],
      rows: items,
      note: `* Mere end ${percent(MUCH_NONRESPONSE)} mangler.`,
    })}`,
});
