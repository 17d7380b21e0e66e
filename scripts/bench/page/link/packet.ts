/** What the link reads in a VXLAN datagram (RFC 7348): how long the packet is, and the checksum its sender left open. */

const VXLAN_BYTES = 8;
const ETHERNET_BYTES = 14;
const IPV4 = 0x0800;
const TCP = 6;
const TCP_CHECKSUM_AT = 16;

export interface IpPacket {
  /** Where the packet starts in the datagram. */
  start: number;
  bytes: number;
}

/** The IPv4 packet inside a datagram; null for anything else (ARP). */
export function ipPacketIn(datagram: Buffer): IpPacket | null {
  const start = VXLAN_BYTES + ETHERNET_BYTES;
  if (datagram.length < start + 20 || datagram.readUInt16BE(start - 2) !== IPV4) return null;
  const bytes = datagram.readUInt16BE(start + 2);
  return start + bytes <= datagram.length ? { start, bytes } : null;
}

/**
 * Writes the TCP checksum (RFC 9293 §3.1). A kernel leaves it to the network card of a virtual link, and there is none: the
 * other end would drop the packet.
 */
export function completeChecksum(datagram: Buffer, { start, bytes }: IpPacket): void {
  if (datagram[start + 9] !== TCP) return;
  const headerBytes = ((datagram[start] ?? 0) & 0x0f) * 4;
  const segment = datagram.subarray(start + headerBytes, start + bytes);
  segment.writeUInt16BE(0, TCP_CHECKSUM_AT);
  const pseudoHeader = wordSum(datagram.subarray(start + 12, start + 20)) + TCP + segment.length;
  segment.writeUInt16BE(~folded(pseudoHeader + wordSum(segment)) & 0xffff, TCP_CHECKSUM_AT);
}

/** Sum of the 16-bit words, the last byte of an odd number counted as the upper half of one. */
export function wordSum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) sum += bytes.readUInt16BE(at);
  return bytes.length % 2 === 0 ? sum : sum + ((bytes.at(-1) ?? 0) << 8);
}

/** One's complement: what is carried out of 16 bits is added again. */
export function folded(sum: number): number {
  let rest = sum;
  while (rest > 0xffff) rest = (rest & 0xffff) + Math.floor(rest / 0x10000);
  return rest;
}
