/** Every command, in the order a round uses them. */
import { checkCommand } from "./check.ts";
import type { Command } from "./command.ts";
import { demoCommand } from "./demo.ts";
import { estimateCommand } from "./estimate.ts";
import { exportCommand } from "./export.ts";
import { ingestCommand } from "./ingest.ts";
import { initCommand } from "./init.ts";
import { keyBackupCommand } from "./keyBackup.ts";
import { keyVerifyCommand } from "./keyVerify.ts";
import { lettersCommand } from "./letters.ts";
import { publishCommand } from "./publish.ts";
import { pullCommand } from "./pull.ts";
import { purgeCommand } from "./purge.ts";
import { sampleCommand } from "./sample.ts";
import { siteCommand } from "./site.ts";
import { statusCommand } from "./status.ts";
import { templateCommand } from "./template.ts";

export const commands: readonly Command[] = [
  initCommand,
  keyBackupCommand,
  keyVerifyCommand,
  templateCommand,
  ingestCommand,
  sampleCommand,
  publishCommand,
  siteCommand,
  lettersCommand,
  checkCommand,
  statusCommand,
  pullCommand,
  estimateCommand,
  exportCommand,
  purgeCommand,
  demoCommand,
];
