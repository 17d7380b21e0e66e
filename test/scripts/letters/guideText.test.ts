import { describe, expect, it } from "vitest";
import { deliveryHeader, readDelivery } from "#survey/contact/readDelivery.ts";
import { WAVES } from "#survey/contact/waves.ts";
import { guideFile } from "../../../scripts/letters/guideFile.ts";
import { extraSmsGuide, guideBlocks, type GuideContext } from "../../../scripts/letters/guideText.ts";
import { readPdf } from "../pdfReader.ts";

const EVERY_FILE = [
  "flettefil.xlsx",
  "flettefil.csv",
  "flettefil-papir.xlsx",
  "breve.pdf",
  "breve-papir.pdf",
  "brev.docx",
  "brev-openpostbud.docx",
  "memo.zip",
  "sms.csv",
  "sms-kontroller.csv",
  "recipients.csv",
];
const SMS = {
  messages: 1834,
  parts: 1834,
  encoding: "gsm-7",
  landline: 3,
  foreign: 1,
  without: 20,
} as const;
const CONTEXT: GuideContext = {
  municipality: "Ringkøbing-Skjern Kommune",
  wave: 1,
  sendOn: "31. august 2026",
  deadline: "20. september 2026",
  reportBy: "5. september 2026",
  letters: 1900,
  paper: 120,
  sms: SMS,
  smsSender: "Kommunen",
  named: true,
  files: new Set(EVERY_FILE),
};
const textOf = (context: GuideContext): string =>
  guideBlocks(context)
    .map(({ text }) => text)
    .join("\n");

describe("the guide of a wave", () => {
  it.each(WAVES)("fits one page with letters on paper and text messages, wave %i", async (wave) => {
    const { data } = await guideFile("Ringkøbing-Skjern", guideBlocks({ ...CONTEXT, wave }), "2026-08-31");
    expect(readPdf(Buffer.from(data)).pages).toHaveLength(1);
  });

  it("asks for a report in words that are read", () => {
    const [, listed = ""] = /I Status står for eksempel (.*)\./.exec(textOf(CONTEXT)) ?? [];
    const words = Array.from(listed.matchAll(/»([^«]+)«/g), ([, word]) => word ?? "");
    expect(words).toHaveLength(6);
    const rows = [["CPR", "Status"], ...words.map((word) => ["3102991234", word])];
    const header = deliveryHeader(rows);
    if (!header) throw new Error("no header");
    const { faults } = readDelivery(
      { name: "", rows, hidden: false, dateSystem: "1900" },
      header,
      "2026-09-01",
    );
    expect(faults.filter(({ fault }) => fault === "words" || fault === "empty")).toEqual([]);
  });

  it("names no way to send that the folder does not have", () => {
    const own = textOf({ ...CONTEXT, sms: null, files: new Set(["flettefil.xlsx", "brev.docx"]) });
    expect(own).not.toMatch(/breve\.pdf|memo\.zip|to breve|openpostbud i navnet|sms/);
    expect(textOf(CONTEXT)).toContain("breve.pdf eller memo.zip. Ellers får borgerne to breve");
  });

  it("counts one letter and one text message as one", () => {
    const one = textOf({ ...CONTEXT, letters: 1, paper: 1, sms: { ...SMS, messages: 1, parts: 1 } });
    expect(one).toContain("1 brev i Digital Post og 1 på papir");
    expect(one).toContain("Send 1 brev på papir");
    expect(one).toMatch(/Send den ene sms i sms\.csv .* Den fylder 1 sms-del,/);
  });

  it("asks for the report by a day only while a reminder follows", () => {
    expect(textOf(CONTEXT)).toContain("senest den 5. september 2026");
    expect(textOf({ ...CONTEXT, reportBy: null })).toContain("med sikker post.");
  });

  it("tells of the extra text messages when, how many, and from whom", () => {
    const text = extraSmsGuide({
      municipality: "Læsø Kommune",
      sendOn: "9. september 2026",
      deadline: "20. september 2026",
      sms: SMS,
      smsSender: "Laesoe",
      apart: true,
    })
      .map((block) => block.text)
      .join("\n");
    expect(text).toContain("Send de 1834 sms'er i sms.csv den 9. september 2026.");
    expect(text).toContain("Afsenderen er Laesoe");
    expect(text).toContain("sms-kontroller.csv");
  });
});
