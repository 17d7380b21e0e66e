import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lettersCommand } from "../../../scripts/letters.ts";
import { readTable } from "../../../scripts/io/table.ts";
import { statusCommand } from "../../../scripts/status.ts";
import { answersTo, inTheField, makeRound, SETTINGS, type TestRound } from "../statusRound.ts";

describe("letters --wave sms", () => {
  let test: TestRound;
  const field = { ...SETTINGS.field, extraSms: "2026-09-09" };
  const sampling = { targetAnswers: 8, minimumAnswersPerGroup: 0 };

  beforeAll(async () => {
    test = await makeRound({ ...SETTINGS, field, sampling });
    await test.run(lettersCommand, { wave: "0" });
    await inTheField(test, async (citizens) => {
      // Aarhus has reached its eight; Ringkøbing-Skjern is short; Ærø sends no text messages.
      for (let n = 1; n <= 8; n++) await citizens.send(`0751-0000${n}`, answersTo(13));
      await citizens.send("0760-00001", answersTo(13));
      await citizens.optOut("0760-00002");
    });
  });
  afterAll(() => test.remove());

  it("goes to those who may get it in municipalities that are forecast short, and to nobody else", async () => {
    const { data } = await test.run(lettersCommand, { wave: "sms" });
    const rows = readTable(
      await test.read("waves/sms/0760/recipients.csv"),
      ["respondent", "wave", "channel"],
      "recipients",
    );
    // Of 12, every fourth has no phone; the first has answered, the second opted out (and is Swedish).
    expect(rows.map((row) => row.respondent)).toEqual(
      [3, 5, 6, 7, 9, 10, 11].map((n) => `0760-${String(n).padStart(5, "0")}`),
    );
    expect(rows.every((row) => row.wave === "sms" && row.channel === "sms")).toBe(true);
    expect(await test.read("waves/sms/0760/sms.csv")).not.toMatch(/Digital Post|brev/);
    await expect(test.read("waves/sms/0751/recipients.csv")).rejects.toThrow("ENOENT");
    await expect(test.read("waves/sms/0492/recipients.csv")).rejects.toThrow("ENOENT");
    expect(data["municipalities"]).toHaveLength(1);
  });

  it("is frozen, also when the municipality is not short any more", async () => {
    const before = await test.read("waves/sms/0760/recipients.csv");
    await inTheField(test, async (citizens) => {
      for (const n of [3, 5, 6, 7, 9, 10, 11]) {
        await citizens.send(`0760-${String(n).padStart(5, "0")}`, answersTo(13));
      }
    });
    const { lines } = await test.run(lettersCommand, { wave: "sms" });
    expect(await test.read("waves/sms/0760/recipients.csv")).toBe(before);
    expect(lines.join("\n")).toContain("7 on it should get none any more");
  });

  it("counts as a contact in the status, and is made once", async () => {
    const { data } = await test.run(statusCommand);
    expect(data["municipalities"]).toContainEqual(
      expect.objectContaining({ municipality: "0760", extraSms: null }),
    );
    expect(await test.read("status/dispositions.csv")).toContain(
      "0760-00003,0760,sygedagpenge,1.1,2026-09-01,2",
    );
  });

  it("goes to a municipality that is named, and to none that sends no text messages", async () => {
    await test.run(lettersCommand, { wave: "sms", municipality: ["0751"] });
    expect(await test.read("waves/sms/0751/recipients.csv")).not.toMatch(/0751-0000[1-8],/);
    const error = await test.refusal(lettersCommand, { wave: "sms", municipality: ["0492"] });
    expect(error.how).toContain("0751, 0760");
  });
});

describe("letters refuses", () => {
  it("a list long before it goes out, and the last reminder before the first", async () => {
    const waves = ["2026-08-24", "2026-09-10", "2026-09-16"];
    const field = { ...SETTINGS.field, waves, extraSms: "2026-09-17" };
    const test = await makeRound({ ...SETTINGS, field }, { "0760": 2 });
    try {
      const before = await test.refusal(lettersCommand, { wave: "sms" });
      expect(before.what).toContain("nobody to remind");
      await test.run(lettersCommand, { wave: "0" });
      await inTheField(test, async () => {});
      // Today is 3 September.
      const early = await test.refusal(lettersCommand, { wave: "1" });
      expect(early.what).toContain("goes out on 2026-09-10");
      expect(early.how).toContain("on 2026-09-04 or later");
      const extra = await test.refusal(lettersCommand, { wave: "sms", municipality: ["0760"] });
      expect(extra.what).toContain("goes out on 2026-09-17");
      await expect(test.read("waves/1/0760/recipients.csv")).rejects.toThrow("ENOENT");
      await test.write(
        "round.json",
        JSON.stringify({
          ...SETTINGS,
          field: { ...field, waves: ["2026-08-24", "2026-09-08", "2026-09-09"] },
        }),
      );
      expect((await test.refusal(lettersCommand, { wave: "2" })).how).toContain("--wave 1");
      await test.run(lettersCommand, { wave: "1" });
      await test.run(lettersCommand, { wave: "2" });
    } finally {
      await test.remove();
    }
  });

  it("an extra round where round.json allows none, and any new list after the closing", async () => {
    const test = await makeRound(SETTINGS, { "0492": 2 });
    try {
      await test.run(lettersCommand, { wave: "0" });
      const none = await test.refusal(lettersCommand, { wave: "sms" });
      expect(none.where).toContain("field.extraSms");
      const waves = ["2026-08-10", "2026-08-17", "2026-08-24"];
      const closed = { ...SETTINGS, field: { opens: "2026-08-10", closes: "2026-08-31", waves } };
      await test.write("round.json", JSON.stringify(closed));
      await inTheField(test, async () => {});
      expect((await test.refusal(lettersCommand, { wave: "1" })).what).toContain("closed on 2026-08-31");
      await test.run(lettersCommand, { wave: "0" });
    } finally {
      await test.remove();
    }
  });
});
