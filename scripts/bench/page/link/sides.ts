/** The two ends of the link and their addresses: the cable to the relay, and what phone and server see of each other. */

export interface Side {
  name: "phone" | "server";
  /** This end of the cable, the relay's end of it. */
  end: string;
  relay: string;
  /** Address on the slow link. */
  address: string;
}

export const PHONE: Side = { name: "phone", end: "10.91.1.2", relay: "10.91.1.1", address: "10.92.0.1" };
export const SERVER: Side = { name: "server", end: "10.91.2.2", relay: "10.91.2.1", address: "10.92.0.2" };

export const VXLAN_PORT = 4789;
/** So that packets of 1500 bytes fit into datagrams whole. */
export const CABLE_MTU = 1600;
export const LINK_MTU = 1500;
