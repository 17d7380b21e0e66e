/** `template`: the workbook that a municipality fills in. Its headings and benefit names are what `ingest` knows. */
import type { Round } from "#survey/round.ts";
import type { Command } from "./command.ts";
import { CliError } from "./errors.ts";
import { placeholdersIn } from "./init/placeholders.ts";
import { readRound, ROUND_FILE } from "./round.ts";
import { templateWorkbook } from "./template/workbook.ts";

const FILE = "extract-template.xlsx";

/** The workbook shows title, period, reference date and deadline to every municipality. */
function refuseUnfinished({ title, period, referenceDate, deadlines }: Round, where: string): void {
  const left = placeholdersIn({ title, period, referenceDate, deadlines: { extract: deadlines.extract } });
  if (left.length === 0) return;
  throw new CliError({
    what: `settings that the municipalities would read are not filled in: ${left.join(", ")}`,
    where,
    how: "Fill them in and run the command again; `npx borgersvar check <round>` lists all that is left.",
  });
}

export const templateCommand: Command = {
  name: "template",
  summary: "Write the workbook that municipalities fill in",
  example: "npx borgersvar template rounds/2026-2",
  options: [],
  async run(run) {
    const round = await readRound(run);
    refuseUnfinished(round, run.path(ROUND_FILE));
    // It goes to every municipality and holds nothing about anybody: readable for all.
    await run.write(FILE, await templateWorkbook(round), { mode: 0o644 });
    await run.commit();
    return {
      lines: [
        `Wrote ${run.path(FILE)}: send it to the municipalities with the deadline ${round.deadlines.extract}.`,
      ],
      data: { file: FILE },
    };
  },
};
