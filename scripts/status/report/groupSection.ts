/** The target groups: who answers less than the others, and where a reminder helps the mix of answers most. */
import { targetGroups } from "#survey/texts/da.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { barChart, type Bar } from "../../report/bars.ts";
import { number, percent } from "../../report/danish.ts";
import { html, type Html } from "../../report/html.ts";
import { table } from "../../report/table.ts";
import type { GroupPart, MunicipalityPart, Overview, Part } from "../overview.ts";
import { interval, rate } from "./words.ts";

const counts = ({ progress }: Part): string => `${number(progress.answers)} af ${number(progress.invited)}`;

/** Answers now and in the end, and the sign of the partial R where it is negative. */
function cellOf(part: GroupPart, aim: boolean): Html {
  const short = aim ? html`<br /><span class="verdict warn">svarer for lidt</span>` : html``;
  return html`${counts(part)}<br /><span class="note">ventet ${interval(part)}</span>${short}`;
}

export function groupSection({ groups, municipalities }: Overview): Html {
  const bars = TARGET_GROUPS.map((group): Bar => ({
    label: targetGroups[group],
    value: groups[group].rate ?? 0,
    text: `${rate(groups[group])} (ventet ${percent(groups[group].expectedRate)})`,
    tone: (groups[group].rate ?? 0) >= groups[group].expectedRate ? "good" : "warn",
  }));
  return html`${barChart({ caption: "Svarprocent i hver målgruppe indtil nu", bars })}
  ${table<MunicipalityPart>({
    id: "malgrupper-tabel",
    caption: "Svar af inviterede i hver målgruppe",
    columns: [
      { heading: "Kommune", cell: (m) => m.name },
      ...TARGET_GROUPS.map((group: TargetGroup) => ({
        heading: targetGroups[group],
        cell: (m: MunicipalityPart) => cellOf(m.groups[group], m.aimAt === group),
      })),
    ],
    rows: municipalities,
    note: "»Svarer for lidt« står ved den målgruppe, der trækker svarene mest væk fra befolkningen (den mest negative partielle R-indikator). Målgruppernes ventede svar er beregnet hver for sig og giver ikke helt kommunens tal.",
  })}`;
}
