/** The table of how many had answered by which day, of the whole round. */
import type { ResponseCurve, Results } from "../../results.ts";
import { tableOf, type Column, type PublicTable } from "./column.ts";

type Point = ResponseCurve["points"][number];

const COLUMNS: readonly Column<Point>[] = [
  {
    id: "day",
    kind: "text",
    width: 14,
    label: { da: "Dag", en: "Day" },
    meaning: {
      da: "Dagen som år-måned-dag. Dage med få svar er lagt sammen med de næste.",
      en: "The day as year-month-day. Days with few answers are joined with the next.",
    },
    value: ({ on }) => on,
  },
  {
    id: "answers",
    kind: "count",
    width: 14,
    label: { da: "Sendte svar i alt", en: "Answers sent in all" },
    meaning: {
      da: "Hvor mange der havde sendt deres svar ved dagens slutning. Gemte svar, der ikke er sendt, har ingen dag.",
      en: "How many had sent their answers by the end of the day. Saved answers that were not sent have no day.",
    },
    value: ({ answers }) => answers,
  },
];

export const curveTable = ({ responseCurve }: Results): PublicTable =>
  tableOf(
    {
      id: "svardage",
      title: { da: "Svar dag for dag", en: "Answers by day" },
      about: {
        da: "Sendte svar i hele runden, lagt sammen dag for dag. Tom, når dagene ikke kendes.",
        en: "Answers sent in the whole round, added up by day. Empty when the days are not known.",
      },
    },
    COLUMNS,
    responseCurve?.points ?? [],
  );
