/** The pixels of a screenshot: PNG with 8 bits a channel, not interlaced, as Chromium writes it (W3C PNG, 3rd edition, §9). */
import { inflateSync } from "node:zlib";

export type Colour = readonly [red: number, green: number, blue: number];

export interface Picture {
  width: number;
  height: number;
  at: (x: number, y: number) => Colour;
}

const SIGNATURE_BYTES = 8;
const CHANNELS: Record<number, number> = { 2: 3, 6: 4 };

/** @throws RangeError when it is another kind of PNG. */
export function readPng(file: Buffer): Picture {
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at < file.length;) {
    const bytes = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + bytes);
    if (type === "IHDR") header = content;
    if (type === "IDAT") data.push(content);
    at += bytes + 12;
  }
  const [width = 0, height = 0] = [header?.readUInt32BE(0), header?.readUInt32BE(4)];
  const channels = CHANNELS[header?.[9] ?? 0];
  if (header?.[8] !== 8 || header[12] !== 0 || !channels) throw new RangeError("not such a PNG");
  const pixels = unfiltered(inflateSync(Buffer.concat(data)), height, width * channels, channels);
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * channels;
      return [pixels[start] ?? 0, pixels[start + 1] ?? 0, pixels[start + 2] ?? 0];
    },
  };
}

/** Each row says how its bytes are told from the one to the left, above, and above to the left. */
function unfiltered(raw: Buffer, rows: number, rowBytes: number, channels: number): Buffer {
  const out = Buffer.alloc(rows * rowBytes);
  for (let y = 0; y < rows; y++) {
    const filter = raw[y * (rowBytes + 1)];
    for (let i = 0; i < rowBytes; i++) {
      const here = y * rowBytes + i;
      const left = i < channels ? 0 : (out[here - channels] ?? 0);
      const above = y === 0 ? 0 : (out[here - rowBytes] ?? 0);
      const corner = y === 0 || i < channels ? 0 : (out[here - rowBytes - channels] ?? 0);
      out[here] = (raw[here + y + 1] ?? 0) + predicted(filter ?? 0, left, above, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter === 4) return paeth(left, above, corner);
  return 0;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}
