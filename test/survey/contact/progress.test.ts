import { describe, expect, it } from "vitest";
import { progressOf, responseRate, type ProgressInput } from "#survey/contact/progress.ts";

const person = (disposition: ProgressInput["disposition"], invited = true): ProgressInput => ({
  disposition,
  invited,
});
const PEOPLE = [
  person("complete"),
  person("complete"),
  person("partial"),
  person("refusal"),
  person("breakOff"),
  person("nothingReturned"),
  person("nothingReturned"),
  person("nothingReturned"),
  person("notInvited", false),
];

describe("progressOf", () => {
  it("counts complete and partial interviews as answers, and each of the others once", () => {
    expect(progressOf(PEOPLE)).toEqual({
      sampled: 9,
      invited: 8,
      answers: 3,
      refusals: 1,
      breakOffs: 1,
      silent: 3,
    });
  });
});

describe("responseRate", () => {
  it("is answers of the invited, and nothing before anybody is", () => {
    expect(responseRate(progressOf(PEOPLE))).toBe(3 / 8);
    expect(responseRate(progressOf([person("notInvited", false)]))).toBeNull();
  });
});
