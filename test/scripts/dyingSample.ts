/** `sample` in a process that kills itself at the n-th touch of the disk: `node dyingSample.ts <folder> <n>`. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const [, , folder = "", limit = "1"] = process.argv;
let touches = 0;

function guard<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    if (++touches >= Number(limit)) process.kill(process.pid, "SIGKILL");
    return work(...args);
  };
}

const disk = fs.promises;
disk.rename = guard(disk.rename);
disk.appendFile = guard(disk.appendFile);
disk.rm = guard(disk.rm);
const open = guard(disk.open);
disk.open = async (...args) => {
  const handle = await open(...args);
  handle.writeFile = guard(handle.writeFile.bind(handle));
  handle.sync = guard(handle.sync.bind(handle));
  return handle;
};
syncBuiltinESMExports();

const { defaultEffects, quiet } = await import("../../scripts/effects.ts");
const { Run } = await import("../../scripts/run.ts");
const { sampleCommand } = await import("../../scripts/sample.ts");
const run = new Run(folder, sampleCommand.name, {
  ...quiet(defaultEffects),
  now: () => new Date("2026-08-20T10:00:00Z"),
});
await sampleCommand.run(run, {});
