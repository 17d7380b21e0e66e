/** What the rate limiter counts by. */

/** Groups of an IPv6 address that name a household or a company; the rest is its own to choose (RFC 6177). */
const NETWORK_GROUPS = 4;

const groupsOf = (text: string): string[] => (text === "" ? [] : text.split(":"));

/** An IPv4 address itself, of an IPv6 address its /64 network: who has one address there has all of them. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const between = address.includes("::") ? Math.max(0, 8 - first.length - last.length) : 0;
  const all = [...first, ...Array<string>(between).fill("0"), ...last];
  return all
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
