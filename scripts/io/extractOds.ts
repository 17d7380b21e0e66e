/** Opens an .ods extract (OpenDocument spreadsheet, LibreOffice). */
import type { FileProblemCode } from "#survey/frame/fileProblems.ts";
import type { OpenedFile } from "#survey/frame/readFile.ts";
import { Archive, ArchiveError } from "./archive.ts";
import { OdsExtentError, readOdsSheets } from "./odsSheets.ts";

const CONTENT = "content.xml";
const MANIFEST = "META-INF/manifest.xml";

const failed = (code: FileProblemCode): OpenedFile => ({ ok: false, problem: { code } });

export function openOds(bytes: Uint8Array): OpenedFile {
  try {
    const archive = new Archive(bytes);
    if (archive.has(MANIFEST) && archive.read(MANIFEST).includes("encryption-data"))
      return failed("encryption_unsupported");
    if (!archive.has("mimetype") || !archive.has(CONTENT)) return failed("not_a_workbook");
    if (!archive.read("mimetype").includes("opendocument.spreadsheet")) return failed("not_a_workbook");
    const content = archive.read(CONTENT);
    if (content.includes("<!DOCTYPE") || content.includes("<!ENTITY")) return failed("unsafe");
    const sheets = readOdsSheets(content.toString("utf8"));
    return sheets.length === 0 ? failed("not_a_workbook") : { ok: true, sheets };
  } catch (error) {
    if (error instanceof OdsExtentError) return failed("too_large");
    if (!(error instanceof ArchiveError)) throw error;
    return failed(error.fault === "bomb" ? "bomb" : error.fault === "path" ? "unsafe" : "damaged");
  }
}
