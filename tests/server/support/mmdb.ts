/** A small MMDB file (format 2.0, records of 24 bits, IPv4) with one network number for each of some blocks of addresses. */
export function mmdbOf(blocks: { cidr: string; number: number }[]): Buffer {
  const nodes: [Child, Child][] = [[null, null]];
  for (const [index, { cidr }] of blocks.entries()) plant(nodes, cidr, index);
  const entries = blocks.map(({ number }) => map({ autonomous_system_number: uint32(number) }));
  const starts = entries.map((_, index) => entries.slice(0, index).reduce((sum, entry) => sum + entry.length, 0));
  const record = (child: Child) => {
    if (child === null) return nodes.length;
    return "node" in child ? child.node : nodes.length + 16 + (starts[child.entry] ?? 0);
  };
  const tree = Buffer.concat(nodes.flat().map((child) => bytes(3, record(child))));
  const metadata = map({
    node_count: uint32(nodes.length),
    record_size: uint16(24),
    ip_version: uint16(4),
    binary_format_major_version: uint16(2),
    binary_format_minor_version: uint16(0),
    database_type: text("Test-ASN"),
    build_epoch: uint32(0),
  });
  return Buffer.concat([tree, Buffer.alloc(16), ...entries, Buffer.from("\xab\xcd\xefMaxMind.com", "latin1"), metadata]);
}

type Child = null | { node: number } | { entry: number };

function plant(nodes: [Child, Child][], cidr: string, entry: number): void {
  const [address = "", length = ""] = cidr.split("/");
  const value = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  let at = 0;
  for (let bit = 0; bit < Number(length); bit++) {
    const side = Math.floor(value / 2 ** (31 - bit)) % 2 === 0 ? 0 : 1;
    const node = nodes[at];
    if (node === undefined) throw new Error("no such node");
    if (bit === Number(length) - 1) {
      node[side] = { entry };
      return;
    }
    const child = node[side];
    if (child !== null && "node" in child) at = child.node;
    else {
      at = nodes.push([null, null]) - 1;
      node[side] = { node: at };
    }
  }
}

function bytes(size: number, value: number): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeUIntBE(value, 0, size);
  return buffer;
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([(2 << 5) | value.length]), Buffer.from(value)]);
}

function uint16(value: number): Buffer {
  return Buffer.concat([Buffer.from([(5 << 5) | 2]), bytes(2, value)]);
}

function uint32(value: number): Buffer {
  return Buffer.concat([Buffer.from([(6 << 5) | 4]), bytes(4, value)]);
}

function map(values: { [key: string]: Buffer }): Buffer {
  const pairs = Object.entries(values).flatMap(([key, value]) => [text(key), value]);
  return Buffer.concat([Buffer.from([(7 << 5) | (pairs.length / 2)]), ...pairs]);
}
