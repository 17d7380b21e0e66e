import { rm } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANSWER_COLUMNS, FREETEXT_COLUMNS, LOCAL_COLUMNS } from "#survey/files.ts";
import type { CommandResult } from "../../scripts/command.ts";
import { noneFound } from "#survey/freetext/mask.ts";
import { readTable } from "../../scripts/io/table.ts";
import { pullCommand } from "../../scripts/pull.ts";
import { answersTo, inTheField, makeRound, OTHER_CLIENT, type TestRound } from "./statusRound.ts";

describe("pull", () => {
  let test: TestRound;
  let result: CommandResult;
  beforeAll(async () => {
    test = await makeRound();
    await inTheField(test, async (citizens) => {
      await citizens.send("0751-00001", {
        ...answersTo(13),
        q13: 5,
        q14: 'Ring til mig på 20 30 40 50, cpr 120462-1239,\nhanne@example.dk "nu"',
        l1: 2,
        l2: "Se www.example.dk/hanne",
      });
      // Two drafts: the fuller one counts, whichever client it is of.
      await citizens.draft("0760-00003", answersTo(3, 1));
      await citizens.draft("0760-00003", answersTo(9, 4), OTHER_CLIENT);
      // Without an interview, and sent after a fuller draft of another client.
      await citizens.draft("0760-00001", answersTo(13, 1), OTHER_CLIENT);
      await citizens.send("0760-00001", {
        q1: 8,
        no_interview: true,
        q13: 3,
        q15: "åse ø'haras sagsbehandler Xhevahire",
      });
      await citizens.send("0751-00002", answersTo(13));
      await citizens.withdraw("0751-00002");
      await citizens.draft("0492-00001", {});
    });
    result = await test.run(pullCommand);
  });
  afterAll(() => test.remove());

  const answers = async () =>
    readTable(await test.read("answers/answers.csv"), ANSWER_COLUMNS, "answers.csv");

  it("writes one row a person, in the order of the numbers; the withdrawn and the empty are absent", async () => {
    expect((await answers()).map((row) => row.respondent)).toEqual([
      "0751-00001",
      "0760-00001",
      "0760-00003",
    ]);
  });

  it("takes the final, and without one the draft with most answers", async () => {
    const [sent, final, draft] = await answers();
    expect(sent).toMatchObject({ q1: "2", q13: "5", submitted: "1" });
    expect(final).toMatchObject({ q1: "8", q2: "", q7: "9", q10: "9", q13: "3", submitted: "1" });
    expect(draft).toMatchObject({ q1: "4", q9: "4", q10: "", submitted: "0" });
  });

  it("masks free text before it is written, the municipality's own questions too", async () => {
    const texts = readTable(await test.read("answers/freetext.csv"), FREETEXT_COLUMNS, "freetext.csv");
    expect(texts).toEqual([
      {
        respondent: "0751-00001",
        municipality: "0751",
        question: "q14",
        text: 'Ring til mig på [telefon], cpr [CPR-nummer],\n[e-mail] "nu"',
      },
      {
        respondent: "0760-00001",
        municipality: "0760",
        question: "q15",
        text: "[navn] sagsbehandler [navn]",
      },
    ]);
    const local = readTable(await test.read("answers/local.csv"), LOCAL_COLUMNS, "local.csv");
    expect(local.map(({ question, answer }) => [question, answer])).toEqual([
      ["l1", "2"],
      ["l2", "Se [link]"],
    ]);
    expect(result.data["masked"]).toEqual({
      ...noneFound(),
      cpr: 1,
      phone: 1,
      email: 1,
      url: 1,
      name: 2,
    });
  });

  it("counts, and is content when everything could be read", () => {
    expect(result.data).toMatchObject({ respondents: 3, answers: 2, sent: 2, unreadable: [], strangers: 0 });
    expect(result.exitCode).toBe(0);
  });

  it("says so when the identities are gone, and still masks what it can", async () => {
    const identities = await test.read("sample/identities.csv");
    await rm(path.join(test.folder, "sample/identities.csv"));
    const { lines } = await test.run(pullCommand);
    expect(lines.join("\n")).toContain("own names could not be looked up");
    expect(await test.read("answers/freetext.csv")).toContain("[CPR-nummer]");
    await test.write("sample/identities.csv", identities);
    await test.run(pullCommand);
  });

  it("gives the same bytes again", async () => {
    const before = await test.read("answers/answers.csv");
    await test.run(pullCommand);
    expect(await test.read("answers/answers.csv")).toBe(before);
  });
});

describe("pull on rows that do not open", () => {
  let test: TestRound;
  let result: CommandResult;
  beforeAll(async () => {
    test = await makeRound();
    await inTheField(test, async (citizens) => {
      for (const respondent of ["0751-00001", "0751-00002", "0751-00003"])
        await citizens.send(respondent, answersTo(13));
      // Somebody swaps two sealed rows, and the settings lose a question that somebody has answered.
      const swap = async (from: string, to: string) =>
        citizens.db.shards[0].orm.run(
          sql`update answers set sealed = (select sealed from answers where row_id = ${await citizens.rowIdOf(from)}) where row_id = ${await citizens.rowIdOf(to)}`,
        );
      await swap("0751-00001", "0751-00002");
      await citizens.send("0751-00004", { ...answersTo(13), l1: 1 });
    });
    const settings = test.round;
    await test.write(
      "round.json",
      JSON.stringify({
        ...settings,
        municipalities: settings.municipalities.map((m) => ({ ...m, localQuestions: [] })),
      }),
    );
    result = await test.run(pullCommand);
  });
  afterAll(() => test.remove());

  it("writes the rest, names each that it could not read, and ends with 1", async () => {
    const rows = readTable(await test.read("answers/answers.csv"), ANSWER_COLUMNS, "answers.csv");
    expect(rows.map((row) => row.respondent)).toEqual(["0751-00001", "0751-00003"]);
    expect(result.data["unreadable"]).toEqual([
      { respondent: "0751-00002", reason: "seal" },
      { respondent: "0751-00004", reason: "questionnaire" },
    ]);
    expect(result.exitCode).toBe(1);
    expect(result.lines.join("\n")).toContain("0751-00002");
  });
});

describe("pull refuses", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
    await inTheField(test, async (citizens) => citizens.send("0751-00001", answersTo(13)));
    await test.run(pullCommand);
  });
  afterAll(() => test.remove());

  it.each([
    ["round.json", "{"],
    ["round.key", "not a key"],
    ["sample/sample.csv", "respondent,municipality\n"],
    ["sample/sample.csv", ""],
  ])("a broken %s, and leaves the answers as they were", async (name, broken) => {
    const [good, before] = [await test.read(name), await test.read("answers/answers.csv")];
    await test.write(name, broken);
    const error = await test.refusal(pullCommand);
    expect(error.where).toContain(name);
    expect(await test.read("answers/answers.csv")).toBe(before);
    await test.write(name, good);
  });

  it("the key of another round: nobody of the sample is found", async () => {
    const good = await test.read("round.key");
    await test.write("round.key", `${Buffer.alloc(32, 9).toString("base64url")}\n`);
    const error = await test.refusal(pullCommand);
    expect(error.what).toContain("40 of 40 people");
    await test.write("round.key", good);
  });

  it("a round without a database", async () => {
    const empty = await makeRound();
    try {
      const error = await empty.refusal(pullCommand);
      expect(error.how).toContain("publish");
    } finally {
      await empty.remove();
    }
  });
});
