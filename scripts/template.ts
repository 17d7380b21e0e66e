/** `template`: the workbook that a municipality fills in. Its headings and benefit names are what `ingest` knows. */
import type { Command } from "./command.ts";
import { readRound } from "./round.ts";
import { templateWorkbook } from "./template/workbook.ts";

const FILE = "extract-template.xlsx";

export const templateCommand: Command = {
  name: "template",
  summary: "Write the workbook that municipalities fill in",
  example: "npx borgersvar template rounds/2026-2",
  options: [],
  async run(run) {
    const round = await readRound(run);
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
