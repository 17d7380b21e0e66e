/** Writes a Word document so that the same content gives the same bytes, whenever and wherever it is written. */
import { Packer, type Document } from "docx";

const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 1 January 1980, midnight: the first moment a zip file can name. */
const FIRST_DOS_DATE = 0x0021;

/**
 * The bytes of the document. Its core properties are replaced (`docx` writes the clock into them) and the times in the
 * zip directory are set to 1 January 1980.
 */
export async function wordFile(document: Document, title: string, writtenOn: string): Promise<Uint8Array> {
  const bytes = await Packer.pack(document, "uint8array", undefined, [
    { path: "docProps/core.xml", data: coreProperties(title, writtenOn) },
  ]);
  return withoutClock(bytes);
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const coreProperties = (title: string, writtenOn: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Borgersvar</dc:creator><dc:language>da-DK</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${writtenOn}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${writtenOn}T00:00:00Z</dcterms:modified></cp:coreProperties>`;

/** Sets the time of every entry, in its local header and in the central directory (APPNOTE.TXT 4.3.7 and 4.3.12). */
function withoutClock(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOfDirectory(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== CENTRAL_HEADER) throw new RangeError("not a zip directory");
    const local = view.getUint32(entry + 42, true);
    for (const times of [entry + 12, local + 10]) {
      view.setUint16(times, 0, true);
      view.setUint16(times + 2, FIRST_DOS_DATE, true);
    }
    const lengths = [28, 30, 32].map((place) => view.getUint16(entry + place, true));
    entry += 46 + lengths.reduce((sum, n) => sum + n, 0);
  }
  return zip;
}

function endOfDirectory(view: DataView): number {
  for (let place = view.byteLength - 22; place >= 0; place--) {
    if (view.getUint32(place, true) === END_OF_DIRECTORY) return place;
  }
  throw new RangeError("not a zip file");
}
