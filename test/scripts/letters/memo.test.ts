import { describe, expect, it } from "vitest";
import { memoFaults } from "../../../scripts/letters/memo/faults.ts";
import { cvrOf } from "../../../scripts/letters/memo/memoArchive.ts";
import { memoXml, messageUuid, type MemoMessage } from "../../../scripts/letters/memo/message.ts";

const MESSAGE: MemoMessage = {
  uuid: messageUuid("round", "0", "0751-00001", "ABCD"),
  label: "Kort spørgeskema fra Aarhus Kommune",
  sender: { cvr: "12345678", name: "Aarhus & Omegn <Kommune>" },
  cpr: "0302701112",
  createdAt: "2026-08-24T08:00:00Z",
  html: "<!DOCTYPE html><p>Kære Åse</p>",
  link: "https://svar.example.dk/aarhus/#A",
};
const XML = memoXml(MESSAGE);

describe("a MeMo message", () => {
  it("has every mandatory element of version 1.2, in order", () => {
    expect(memoFaults(XML)).toEqual([]);
    expect(XML).toContain('memoVersion="1.2"');
    expect(XML).not.toContain("memoSchVersion");
  });

  it("has the CPR number as recipient and the link as action »Spørgeskema«", () => {
    expect(XML).toMatch(/<memo:recipientID>0302701112<\/memo:recipientID>\s*<memo:idType>CPR</);
    expect(XML).toMatch(
      /<memo:Action>\s*<memo:label>Spørgeskema<\/memo:label>\s*<memo:actionCode>SELVBETJENING<\/memo:actionCode>\s*<memo:EntryPoint>\s*<memo:url>https:\/\/svar\.example\.dk\/aarhus\/#A</,
    );
  });

  it("escapes names and carries the letter whole", () => {
    expect(XML).toContain("Aarhus &amp; Omegn &lt;Kommune&gt;");
    const content = /<memo:content>([^<]+)</.exec(XML)?.[1] ?? "";
    expect(Buffer.from(content, "base64").toString()).toBe(MESSAGE.html);
  });

  it.each([
    ["MessageHeader/Recipient/recipientID", { cpr: "302701112" }],
    ["MessageHeader/Sender/senderID", { sender: { cvr: "1234567", name: "A" } }],
    ["MessageHeader/messageUUID", { uuid: "1" }],
    ["MessageHeader/label", { label: "" }],
    ["MessageBody/createdDateTime", { createdAt: "2026-08-24" }],
    ["MessageBody/MainDocument/Action/EntryPoint/url", { link: "svar" }],
  ])("is refused when %s does not fit", (path, change) => {
    expect(memoFaults(memoXml({ ...MESSAGE, ...change }))).toContain(path);
  });

  it("is refused when elements stand in another order or are strange", () => {
    const swapped = XML.replace(/(<memo:mandatory>.*<\/memo:mandatory>)\s*(<memo:legal.*>)/, "$2$1");
    expect(memoFaults(swapped)).toEqual(["order"]);
    expect(memoFaults(XML.replace("<memo:language>", "<memo:x>y</memo:x><memo:language>"))).toEqual([
      "MessageBody/MainDocument/File/x",
    ]);
  });
});

describe("messageUuid", () => {
  it("is a UUID of version 8, the same for the same letter, another for any other", () => {
    expect(MESSAGE.uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(messageUuid("round", "0", "0751-00001", "ABCD")).toBe(MESSAGE.uuid);
    expect(messageUuid("round", "1", "0751-00001", "ABCD")).not.toBe(MESSAGE.uuid);
  });
});

describe("cvrOf", () => {
  it.each([
    ["Kommunen, Rådhuspladsen 1, CVR 12345678", "12345678"],
    ["Kommunen, 0000 By, CVR-nr. 00 00 00 00 (opdigtet)", "00000000"],
    ["Kommunen, CVR-nr.: 12.34.56.78", "12345678"],
    ["Kommunen, Rådhuspladsen 1, telefon 12345678", null],
    ["Kommunen, CVR 123456789", null],
  ])("%s: %s", (controller, cvr) => {
    expect(cvrOf({ controller })).toBe(cvr);
  });
});
