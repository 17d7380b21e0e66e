import { expect, it } from "vitest";
import { readYesNo } from "#survey/frame/readYesNo.ts";

it.each(["Ja", "JA ", "j", true, "true", "SAND", 1, "1", "x", "X"])("%s is yes", (cell) => {
  expect(readYesNo(cell)).toBe("yes");
});
it.each(["Nej", "nej.", "N", false, "FALSK", 0, "0"])("%s is no", (cell) =>
  expect(readYesNo(cell)).toBe("no"),
);
it.each(["", " ", "-", null, undefined])("%s is empty", (cell) => expect(readYesNo(cell)).toBe("empty"));
it.each(["måske", 2, "jo", "01-08-2026"])("%s is neither", (cell) =>
  expect(readYesNo(cell)).toBe("unreadable"),
);
