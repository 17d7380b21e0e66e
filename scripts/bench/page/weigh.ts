/** What a document weighs on the wire, whole and by what stands in it. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export interface Weight {
  raw: number;
  /** Brotli 11, as the edge sends a static page. */
  brotli: number;
  /** Gzip 9, for who takes no brotli. */
  gzip: number;
  /** Brotli bytes that the document loses without its style, without its script, and the rest: markup and texts. */
  style: number;
  script: number;
  markup: number;
}

const STYLE = /<style[^>]*>[^]*?<\/style>/g;
const SCRIPT = /<script[^>]*>[^]*?<\/script>/g;

/** Bytes at brotli 11. */
export const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;

export function weigh(html: string): Weight {
  const whole = brotli(html);
  const style = whole - brotli(html.replaceAll(STYLE, ""));
  const script = whole - brotli(html.replaceAll(SCRIPT, ""));
  return {
    raw: Buffer.byteLength(html),
    brotli: whole,
    gzip: gzipSync(html, { level: 9 }).length,
    style,
    script,
    markup: whole - style - script,
  };
}
