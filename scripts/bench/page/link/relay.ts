/**
 * The slow link, as a process in the network namespace between phone and server. Both ends talk VXLAN (packets in UDP
 * datagrams) to it; it passes every packet on when the link would have delivered it. So the kernels at both ends do real TCP:
 * handshake, slow start, acknowledgements. Told a profile by message, it answers with the same one.
 */
import { createSocket } from "node:dgram";
import { Direction, type LinkSpeed } from "./direction.ts";
import { completeChecksum, ipPacketIn } from "./packet.ts";
import { PHONE, SERVER, VXLAN_PORT, type Side } from "./sides.ts";

let directions: { down: Direction; up: Direction } | null = null;

const sockets = { phone: createSocket("udp4"), server: createSocket("udp4") };

/** What is no IP packet (ARP) passes at once, as it would on a link of its own. */
function pass(datagram: Buffer, to: Side, from: "phone" | "server"): void {
  const out = from === "phone" ? sockets.server : sockets.phone;
  const send = (): void => out.send(datagram, VXLAN_PORT, to.end);
  const packet = ipPacketIn(datagram);
  if (!packet || !directions) return send();
  completeChecksum(datagram, packet);
  const now = performance.now();
  const direction = from === "phone" ? directions.up : directions.down;
  setTimeout(send, direction.arrivesAt(now, packet.bytes) - now);
}

sockets.phone.on("message", (datagram) => pass(datagram, SERVER, "phone"));
sockets.server.on("message", (datagram) => pass(datagram, PHONE, "server"));

process.on("message", (profile: LinkSpeed | "listen") => {
  if (profile === "listen") {
    sockets.phone.bind(VXLAN_PORT, PHONE.relay, () =>
      sockets.server.bind(VXLAN_PORT, SERVER.relay, () => process.send?.("listening")),
    );
    return;
  }
  const { downKbps, upKbps, roundTripMs } = profile;
  directions = { down: new Direction(downKbps, roundTripMs), up: new Direction(upKbps, roundTripMs) };
  process.send?.(profile);
});
process.send?.("ready");
process.on("disconnect", () => process.exit());
