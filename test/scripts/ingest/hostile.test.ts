import { describe, expect, it } from "vitest";
import { FILE_PROBLEMS } from "#survey/frame/fileProblems.ts";
import { fits, refuse } from "../../../scripts/bench/hostile.ts";
import { HOSTILE_FILES } from "../../../scripts/bench/hostileFiles.ts";

describe("a hostile file is refused with the right words, in little time and memory", () => {
  it.each(HOSTILE_FILES.map((file) => [file.what, file] as const))("%s", async (_, file) => {
    const refusal = await refuse(file);
    expect(refusal.codes).toContain(file.code);
    expect({ ...refusal, fits: fits(file, refusal) }).toMatchObject({ fits: true });
    expect(Object.keys(FILE_PROBLEMS)).toContain(file.code);
  });
});
