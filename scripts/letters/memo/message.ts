/**
 * The letter as a message of Digital Post, MeMo 1.2 (Digitaliseringsstyrelsen, »MeMo«): the CPR number is the recipient,
 * the letter an HTML document that any reader can show, and the link an action named »Spørgeskema«. Version 1.2 has no
 * schema of its own any more and no `memoSchVersion`; names and order of the elements are those of 1.1's `MeMo_core.xsd`.
 * The code of the action is SELVBETJENING, the one of the list that means »do something on a page«.
 */
import { createHash } from "node:crypto";
import { element, xmlText, type XmlElement } from "../../export/xml.ts";

export interface MemoMessage {
  /** Names the message for good; see {@link messageUuid}. */
  uuid: string;
  /** The subject in the citizen's mailbox. */
  label: string;
  /** Eight digits and the municipality's name. */
  sender: { cvr: string; name: string };
  /** Ten digits. */
  cpr: string;
  /** ISO 8601 in UTC. */
  createdAt: string;
  /** The letter as an HTML document. */
  html: string;
  link: string;
}

const NAMESPACE = "https://DigitalPost.dk/MeMo-1";
export const ACTION_LABEL = "Spørgeskema";
const ACTION_CODE = "SELVBETJENING";

const memo = (name: string, ...children: readonly (XmlElement | string)[]): XmlElement =>
  element(`memo:${name}`, {}, ...children);

/** The XML of one message. */
export function memoXml(message: MemoMessage): string {
  const { uuid, label, sender, cpr, createdAt, html, link } = message;
  const header = memo(
    "MessageHeader",
    memo("messageType", "DIGITALPOST"),
    memo("messageUUID", uuid),
    memo("label", label),
    memo("mandatory", "false"),
    memo("legalNotification", "false"),
    memo("Sender", memo("senderID", sender.cvr), memo("idType", "CVR"), memo("label", sender.name)),
    memo("Recipient", memo("recipientID", cpr), memo("idType", "CPR")),
  );
  const file = memo(
    "File",
    memo("encodingFormat", "text/html"),
    memo("filename", "brev.html"),
    memo("language", "da"),
    memo("content", Buffer.from(html).toString("base64")),
  );
  const action = memo(
    "Action",
    memo("label", ACTION_LABEL),
    memo("actionCode", ACTION_CODE),
    memo("EntryPoint", memo("url", link)),
  );
  const body = memo(
    "MessageBody",
    memo("createdDateTime", createdAt),
    memo("MainDocument", memo("label", label), file, action),
  );
  return xmlText(element("memo:Message", { "xmlns:memo": NAMESPACE, memoVersion: "1.2" }, header, body));
}

/**
 * A UUID (RFC 9562, version 8) that is always the same for a person's letter of a wave, so that a message that is sent
 * twice is known as the same, and no other round's.
 * @param parts round, wave, respondent, code: the code has 75 random bits
 */
export function messageUuid(...parts: readonly string[]): string {
  const bytes = createHash("sha256").update(parts.join("\n")).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
