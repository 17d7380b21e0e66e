import { describe, expect, it } from "vitest";
import { questionnaireOf } from "#survey/questionnaire.ts";
import { openSection, sectionsOf } from "../../worker/sections.ts";
import { edge } from "./round.ts";

const questionnaire = questionnaireOf("2026-1");
const [withLocal, plain] = edge.municipalities;
if (!questionnaire || !withLocal || !plain)
  throw new Error("the round of these tests has two municipalities");

describe("sectionsOf", () => {
  it("puts a municipality's own questions and the code into the last part", () => {
    const sections = sectionsOf(questionnaire, withLocal);
    expect([...new Set(sections.values())]).toEqual(["d1", "d2", "d3", "d4", "d5", "d6"]);
    expect(["q1", "no_interview", "q15", "l1", "code"].map((field) => sections.get(field))).toEqual([
      "d1",
      "d3",
      "d5",
      "d6",
      "d6",
    ]);
    expect(sectionsOf(questionnaire, plain).get("code")).toBe("d5");
  });
});

describe("openSection", () => {
  const sections = sectionsOf(questionnaire, plain);
  const at = (filled: Record<string, string>, fields: string[] = []) =>
    openSection(
      { path: "/", filled: new Map(Object.entries(filled)), sections },
      fields.map((field) => ({ field, text: "" })),
    );

  it("is where the citizen was: the first problem, else the last answer, else nowhere in particular", () => {
    expect(at({ q1: "1", q5: "2" })).toBe("d2");
    expect(at({ q5: "2", q1: "1", q14: "" })).toBe("d2");
    expect(at({ q1: "1", no_interview: "1" })).toBe("d3");
    expect(at({ q1: "1" }, ["", "code"])).toBe("d5");
    expect(at({ code: "x" })).toBeNull();
    expect(openSection({ path: "/", filled: new Map([["q1", "1"]]) }, [])).toBeNull();
  });
});
