/** What of a MeMo message is missing, out of order or of the wrong form: the mandatory elements of MeMo_core.xsd. */
import { xmlTags } from "../../io/xmlTags.ts";

interface Rule {
  /** From the root, without prefix. */
  path: string;
  form: RegExp;
}

const TEXT = /\S/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** In the order of the schema. */
const RULES: readonly Rule[] = [
  { path: "MessageHeader/messageType", form: /^DIGITALPOST$/ },
  { path: "MessageHeader/messageUUID", form: UUID },
  { path: "MessageHeader/label", form: TEXT },
  { path: "MessageHeader/mandatory", form: /^(true|false)$/ },
  { path: "MessageHeader/legalNotification", form: /^(true|false)$/ },
  { path: "MessageHeader/Sender/senderID", form: /^\d{8}$/ },
  { path: "MessageHeader/Sender/idType", form: /^CVR$/ },
  { path: "MessageHeader/Sender/label", form: TEXT },
  { path: "MessageHeader/Recipient/recipientID", form: /^\d{10}$/ },
  { path: "MessageHeader/Recipient/idType", form: /^CPR$/ },
  { path: "MessageBody/createdDateTime", form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
  { path: "MessageBody/MainDocument/label", form: TEXT },
  { path: "MessageBody/MainDocument/File/encodingFormat", form: /^[a-z]+\/[\w.+-]+$/ },
  { path: "MessageBody/MainDocument/File/filename", form: /^[\w-]+\.\w+$/ },
  { path: "MessageBody/MainDocument/File/language", form: /^[a-z]{2}$/ },
  { path: "MessageBody/MainDocument/File/content", form: BASE64 },
  { path: "MessageBody/MainDocument/Action/label", form: TEXT },
  { path: "MessageBody/MainDocument/Action/actionCode", form: /^[A-Z]+$/ },
  { path: "MessageBody/MainDocument/Action/EntryPoint/url", form: /^https?:\/\/\S+$/ },
];

/** The texts of the message by path, in their order. */
function textsOf(xml: string): { path: string; text: string }[] {
  const open: string[] = [];
  const texts: { path: string; text: string }[] = [];
  for (const piece of xmlTags(xml)) {
    if (piece.kind === "open") open.push(piece.name);
    if (piece.kind === "close") open.pop();
    if (piece.kind !== "text" || piece.text.trim() === "") continue;
    const [root, ...rest] = open.map((name) => name.replace(/^memo:/, ""));
    if (root === "Message") texts.push({ path: rest.join("/"), text: piece.text });
  }
  return texts;
}

/** Paths of what does not fit, without their contents; empty for a message that may be sent. */
export function memoFaults(xml: string): string[] {
  const texts = textsOf(xml);
  const expected = RULES.map((rule) => rule.path);
  const strange = texts.filter(({ path }) => !expected.includes(path)).map(({ path }) => path);
  const wrong = RULES.filter(({ path, form }) => {
    const found = texts.filter((text) => text.path === path);
    return found.length !== 1 || !form.test(found[0]?.text ?? "");
  }).map(({ path }) => path);
  const faults = [...strange, ...wrong];
  const inOrder = texts.every(
    ({ path }, i) => i === 0 || expected.indexOf(path) > expected.indexOf(texts[i - 1]?.path ?? ""),
  );
  return faults.length === 0 && !inOrder ? ["order"] : faults;
}
