import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/** The only connection of a network namespace. The whole lab is at its far end, with the mirrors of the feed. */
export type Cable = {
  /** The address of a stand-in that this cable leads to. */
  addressOf(loopback: string): string;
  /** Gives the far end its addresses. */
  lay(addresses: string[]): void;
  pull(): void;
  /** The cable is whole and leads everywhere again. */
  plug(): void;
  /** What is sent to these addresses of the far end is lost on the way, as at a filter: no answer, no refusal. */
  drop(addresses: string[]): void;
  /** How often this machine repeats a call for a connection before it gives up: 2 is 7 seconds, the system's own 6 is 2 minutes. */
  setPatience(repeats: number): void;
  /** This machine gets another address, as on another network. */
  changeNetwork(): void;
};

const LINK = "near0";
const FAR_END = "far0";
/** A way that ends at nobody: what is sent along it is lost. */
const LOST = { table: 100, gateway: "10.200.0.1", hardware: "02:00:00:00:00:01" } as const;
const REPEATS = "/proc/sys/net/ipv4/tcp_syn_retries";
const USUAL_REPEATS = 6;
const LINK_WORDS = `link add ${LINK} type veth peer name ${FAR_END}`;
/** This machine's own address, and the one it gets on another network. */
const OWN = ["10.200.0.2", "10.201.0.2"] as const;

/** Why a cable cannot be laid on this machine; null where it can. */
export function whyNoCable(): string | null {
  if (process.platform !== "linux") return "a network of its own can only be made on Linux";
  if (spawnSync("ip", ["-V"]).status !== 0) return "the ip command is not on this machine (iproute2)";
  const [command = "", ...words] = unshareCommand();
  if (spawnSync(command, [...words, "ip", ...LINK_WORDS.split(" ")]).status !== 0) {
    return "making a network of its own takes root or unprivileged user namespaces";
  }
  return null;
}

/** What starts a program in a network of its own. */
export function unshareCommand(): string[] {
  return process.getuid?.() === 0 ? ["unshare", "--net"] : ["unshare", "--map-root-user", "--net"];
}

/** Lays the cable. Only in a network namespace of our own, or it would change the machine's. */
export function layCable(): Cable {
  ip("link set lo up");
  ip(LINK_WORDS);
  ip(`link set ${FAR_END} up`);
  ip(`link set ${LINK} up`);
  let own: string = OWN[0];
  ip(`addr add ${own}/24 dev ${LINK}`);
  const lead = () => {
    ip(`route replace default dev ${LINK} src ${own}`);
    ip(`neigh replace ${LOST.gateway} lladdr ${LOST.hardware} dev ${LINK} nud permanent`);
    ip(`route replace default via ${LOST.gateway} dev ${LINK} onlink table ${LOST.table}`);
  };
  lead();
  // Else this machine's own addresses, which stand for the far end, come before every other way.
  ip("rule add pref 32000 lookup local");
  ip("rule del pref 0 lookup local");
  let dropped: string[] = [];
  const far: string[] = [];
  const lay = () => {
    for (const address of far) ip(`addr replace ${address}/32 dev ${LINK}`);
  };
  return {
    addressOf: (loopback) => loopback.replace(/^127\./, "10."),
    lay(addresses) {
      far.push(...addresses);
      lay();
    },
    // An address of a link that is down still answers on the machine itself, so the addresses go too.
    pull() {
      ip(`link set ${LINK} down`);
      ip(`addr flush dev ${LINK}`);
    },
    plug() {
      for (const address of dropped) ip(`rule del pref 100 to ${address}`);
      dropped = [];
      writeFileSync(REPEATS, String(USUAL_REPEATS));
      ip(`addr replace ${own}/24 dev ${LINK}`);
      ip(`link set ${LINK} up`);
      lay();
      lead();
    },
    // Firefox takes every change of addresses and of main ways for a change of the network, but not this (tried on 153).
    drop(addresses) {
      for (const address of addresses) ip(`rule add pref 100 to ${address} lookup ${LOST.table}`);
      dropped.push(...addresses);
    },
    setPatience(repeats) {
      writeFileSync(REPEATS, String(repeats));
    },
    changeNetwork() {
      const next = own === OWN[0] ? OWN[1] : OWN[0];
      ip(`addr add ${next}/24 dev ${LINK}`);
      const left = own;
      own = next;
      lead();
      ip(`addr del ${left}/24 dev ${LINK}`);
    },
  };
}

function ip(words: string): void {
  const { status, stderr } = spawnSync("ip", words.split(" "), { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${words}: ${stderr.trim()}`);
}
