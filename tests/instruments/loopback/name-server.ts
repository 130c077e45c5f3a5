import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What a name server says of a name: its addresses, a name to ask in its place, a refusal, or nothing at all. */
export type Saying = { addresses: readonly string[] } | { alias: string } | "NXDOMAIN" | "SERVFAIL" | "silence";

export type NameServer = {
  /** As `Resolver.setServers` takes it. */
  address: string;
  /** Questions for IPv4 addresses of a name, so far. */
  asked(name: string): number;
  /** What it says of a name, from the first question for IPv4 addresses on in turn; the last is said again and again. */
  set(name: string, ...sayings: [Saying, ...Saying[]]): void;
};

const TYPES = { A: 1, CNAME: 5, AAAA: 28 } as const;
const CODES = { fine: 0, SERVFAIL: 2, NXDOMAIN: 3 } as const;
/** Set in an answer over UDP that is too long: the asker has to come again over TCP (RFC 1035, 4.2.1). */
const TRUNCATED = 0x0200;
const LONGEST_OVER_UDP = 512;

type Question = { id: number; name: string; type: number; bytes: Buffer };
type ResourceRecord = { name: string; type: number; data: Buffer };

/** A DNS server on loopback, over UDP and TCP (RFC 1035). Names that it does not know do not exist. */
export async function startNameServer(host: string, port: number, atEnd: (end: () => void) => void): Promise<NameServer> {
  const zone = new Map<string, Saying[]>();
  const asked = new Map<string, number>();

  function sayingOf({ name, type }: Question): Saying {
    const sayings = zone.get(name) ?? ["NXDOMAIN"];
    const before = asked.get(name) ?? 0;
    if (type === TYPES.A) asked.set(name, before + 1);
    // Both questions of one look-up get the same: that for IPv6 comes first.
    return sayings[Math.min(before, sayings.length - 1)] ?? "NXDOMAIN";
  }

  function answer(message: Buffer, isStream: boolean): Buffer | null {
    const question = readQuestion(message);
    const saying = sayingOf(question);
    if (saying === "silence") return null;
    if (typeof saying === "string") return write(question, CODES[saying], []);
    const whole = write(question, CODES.fine, recordsOf(question.name, question.type, saying));
    if (isStream || whole.length <= LONGEST_OVER_UDP) return whole;
    const short = write(question, CODES.fine, []);
    short.writeUInt16BE(short.readUInt16BE(2) | TRUNCATED, 2);
    return short;
  }

  /** An alias comes with the addresses of what it stands for, as a recursive server gives it. */
  function recordsOf(name: string, type: number, saying: Exclude<Saying, string>): ResourceRecord[] {
    if ("alias" in saying) {
      const [next] = zone.get(saying.alias) ?? [];
      const rest = next === undefined || typeof next === "string" ? [] : recordsOf(saying.alias, type, next);
      return [{ name, type: TYPES.CNAME, data: nameBytes(saying.alias) }, ...rest];
    }
    const fitting = saying.addresses.filter((address) => (address.includes(":") ? TYPES.AAAA : TYPES.A) === type);
    return fitting.map((address) => ({ name, type, data: addressBytes(address) }));
  }

  const datagrams = createSocket("udp4");
  datagrams.on("message", (message, { address, port: from }) => {
    const reply = answer(message, false);
    if (reply !== null) datagrams.send(reply, from, address);
  });
  const streams = createServer((socket: Socket) => {
    socket
      .on("error", () => {})
      .on("data", (chunk: Buffer) => {
        const reply = answer(chunk.subarray(2), true);
        if (reply === null) return;
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        socket.end(Buffer.concat([length, reply]));
      });
  });
  streams.listen(port, host);
  await once(streams, "listening");
  const { port: given } = streams.address() as AddressInfo;
  datagrams.bind(given, host);
  await once(datagrams, "listening");
  atEnd(() => {
    datagrams.close();
    streams.close();
  });
  return {
    address: `${host}:${given}`,
    asked: (name) => asked.get(name) ?? 0,
    set: (name, ...sayings) => void zone.set(name, sayings),
  };
}

/** The one question of a message: after twelve bytes of header labels with their lengths, then type and class. */
function readQuestion(message: Buffer): Question {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("ascii", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return {
    id: message.readUInt16BE(0),
    name: labels.join(".").toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(12, at + 5),
  };
}

function write({ id, bytes }: Question, code: number, records: readonly ResourceRecord[]): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(id, 0);
  // An answer, and recursion was wanted and is there.
  header.writeUInt16BE(0x8180 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, bytes, ...records.map(recordBytes)]);
}

function recordBytes({ name, type, data }: ResourceRecord): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  // Nobody may keep it.
  fixed.writeUInt32BE(0, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([nameBytes(name), fixed, data]);
}

function nameBytes(name: string): Buffer {
  return Buffer.concat([...name.split(".").flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]), Buffer.from([0])]);
}

/** IPv6 in full, or with one `::`, and with IPv4 at its end. */
function addressBytes(address: string): Buffer {
  if (!address.includes(":")) return Buffer.from(address.split(".").map(Number));
  const [, before = "", last = ""] = /^(.*:)([^:]*)$/.exec(address) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = last.split(".").map(Number);
  const plain = last.includes(".") ? `${before}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}` : address;
  const [left = "", right] = plain.split("::");
  const groups = (text: string | undefined) =>
    text === undefined || text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  const [head, tail] = [groups(left), groups(right)];
  const all = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}
