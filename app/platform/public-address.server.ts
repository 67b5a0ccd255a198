import { BlockList, isIP, isIPv4 } from "node:net";

/** Addresses that lead nowhere public: our own machine and networks, and what IANA keeps for other uses. */
const shut4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
];
/** Of the one block that is given out at all: tunnels that carry other addresses, tests and documentation. */
const shut6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const blocked = new BlockList();
for (const [family, ranges] of [
  ["ipv4", shut4],
  ["ipv6", shut6],
] as const)
  for (const range of ranges) {
    const [net = "", bits] = range.split("/");
    blocked.addSubnet(net, Number(bits), family);
  }
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");

/** May we call on this address for a stranger? Only those given out to the public, however they are written. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv4(address)) return !blocked.check(address, "ipv4");
  return given.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
