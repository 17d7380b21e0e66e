/** Every command, in the order a round uses them; its code is loaded when it is run, or to tell what it does. */
import type { Command } from "./command.ts";

export interface CommandEntry {
  /** `sample`, or two words: `key backup`. */
  name: string;
  load: () => Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  { name: "init", load: async () => (await import("./init.ts")).initCommand },
  { name: "key backup", load: async () => (await import("./keyBackup.ts")).keyBackupCommand },
  { name: "key verify", load: async () => (await import("./keyVerify.ts")).keyVerifyCommand },
  { name: "key restore", load: async () => (await import("./keyRestore.ts")).keyRestoreCommand },
  { name: "key rotate", load: async () => (await import("./keyRotate.ts")).keyRotateCommand },
  { name: "identities encrypt", load: async () => (await import("./encrypt.ts")).encryptCommand },
  { name: "plan", load: async () => (await import("./plan.ts")).planCommand },
  { name: "template", load: async () => (await import("./template.ts")).templateCommand },
  { name: "ingest", load: async () => (await import("./ingest.ts")).ingestCommand },
  { name: "sample", load: async () => (await import("./sample.ts")).sampleCommand },
  { name: "publish", load: async () => (await import("./publish.ts")).publishCommand },
  { name: "site", load: async () => (await import("./site.ts")).siteCommand },
  { name: "letters", load: async () => (await import("./letters.ts")).lettersCommand },
  { name: "canary", load: async () => (await import("./canary.ts")).canaryCommand },
  { name: "check", load: async () => (await import("./check.ts")).checkCommand },
  { name: "status", load: async () => (await import("./status.ts")).statusCommand },
  { name: "pull", load: async () => (await import("./pull.ts")).pullCommand },
  { name: "review", load: async () => (await import("./review.ts")).reviewCommand },
  { name: "estimate", load: async () => (await import("./estimate.ts")).estimateCommand },
  { name: "audit", load: async () => (await import("./audit.ts")).auditCommand },
  { name: "report", load: async () => (await import("./report.ts")).reportCommand },
  { name: "export", load: async () => (await import("./export.ts")).exportCommand },
  { name: "person opt-out", load: async () => (await import("./personErase.ts")).personOptOutCommand },
  { name: "person erase", load: async () => (await import("./personErase.ts")).personEraseCommand },
  { name: "person copy", load: async () => (await import("./personCopy.ts")).personCopyCommand },
  { name: "person letter", load: async () => (await import("./personCopy.ts")).personLetterCommand },
  { name: "purge", load: async () => (await import("./purge.ts")).purgeCommand },
  { name: "demo", load: async () => (await import("./demo.ts")).demoCommand },
];
