import { describe, expect, it } from "vitest";
import { looksLikeLandline } from "#survey/contact/landline.ts";
import { readTable } from "../../../scripts/io/table.ts";
import { APART_COLUMNS, smsList, type SmsSettings } from "../../../scripts/letters/smsList.ts";
import { smsLine, smsPriceOf, smsTotal } from "../../../scripts/letters/smsPrice.ts";

const SETTINGS: SmsSettings = {
  contact: 0,
  way: "link",
  municipality: "Aarhus Kommune",
  sender: "Aarhus",
  address: "svar.example.dk",
  day: "20/9",
};
const person = (phone: string, link = "https://svar.example.dk/aarhus/#A") => ({
  phone,
  code: "A",
  link,
  letter: "digital" as const,
});

describe("smsList", () => {
  it.each(["https://jobcenter.example.dk/aarhus/#A", "https://ydelse.dk/#A"])(
    "refuses to send %s",
    (link) => {
      expect(() => smsList([person("+4520304050", link)], SETTINGS)).toThrow(/would say/);
    },
  );

  it("refuses what would double the price", () => {
    expect(() => smsList([person("+4520304050", "https://smørrebrød.dk/–")], SETTINGS)).toThrow(/–/);
  });

  it("sets numbers apart that look like a landline or are foreign, and says why", () => {
    const list = smsList(
      ["20304050", "33664422", "+46701234567", ""].map((phone) => person(phone)),
      SETTINGS,
    );
    expect(list).toMatchObject({
      messages: 1,
      parts: 1,
      encoding: "gsm-7",
      landline: 1,
      foreign: 1,
      without: 1,
    });
    const apart = readTable(list.apart ?? "", APART_COLUMNS, "apart");
    expect(apart.map(({ phone, reason }) => [phone, reason])).toEqual([
      ["4533664422", "ligner et fastnetnummer"],
      ["46701234567", "udenlandsk nummer"],
    ]);
    expect(list.table).not.toContain("33664422");
  });

  it("does not speak of a letter to somebody who has had none", () => {
    const list = smsList([{ ...person("20304050"), letter: null }], SETTINGS);
    expect(list.table).not.toMatch(/Digital Post|brev/);
  });
});

describe("looksLikeLandline", () => {
  it.each([
    ["33664422", true],
    ["86123456", true],
    ["70101010", true],
    ["98123456", true],
    ["20304050", false],
    ["53123456", false],
    ["71123456", false],
    ["93123456", false],
    ["34412345", false],
  ])("%s: %s", (number, landline) => {
    expect(looksLikeLandline(number)).toBe(landline);
  });
});

describe("what it costs", () => {
  const counts = { messages: 40, parts: 44, encoding: "gsm-7", landline: 2, foreign: 1, without: 3 } as const;

  it("shows parts, encoding and what stands apart", () => {
    expect(smsLine(counts)).toBe(
      "40 text messages in 44 parts (GSM-7), 2 look like landlines, 1 are foreign, 3 without a number",
    );
  });

  it("multiplies parts by the price of a part", () => {
    expect(smsTotal([counts, null, counts], smsPriceOf("18.5"))).toEqual([
      "Text messages: 80 in 88 parts: 16.28 kr. at 18.5 øre a part",
    ]);
    expect(smsTotal([null], 25)).toEqual([]);
  });

  it.each(["free", "0", "-1"])("refuses the price %s", (price) => {
    expect(() => smsPriceOf(price)).toThrow(/not a price/);
  });
});
