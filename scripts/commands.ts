/** Every command, in the order a round uses them. */
import type { Command } from "./command.ts";

export const commands: readonly Command[] = [];
