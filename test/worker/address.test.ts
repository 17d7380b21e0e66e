import { describe, expect, it } from "vitest";
import { networkOf } from "../../worker/address.ts";

describe("networkOf", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2"],
    ["2001:db8::9", "2001:db8:0:0"],
    ["2001:db8:0:0:1:2:3:4", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["::", "0:0:0:0"],
    ["fe80::", "fe80:0:0:0"],
    ["", ""],
  ])("%s counts as %s", (address, network) => expect(networkOf(address)).toBe(network));

  it("makes one of all the addresses that a guesser's connection has", () => {
    const addresses = Array.from({ length: 300 }, (_, i) => `2001:db8:7:8:${i.toString(16)}::${i}`);
    expect(new Set(addresses.map(networkOf)).size).toBe(1);
  });
});
