import { z } from "zod";
import { answerOutages } from "../answers/outages.ts";
import { feedSentence } from "../answers/sentences.ts";
import { asOf, noFeed, readHosts, type Tool, toAsOf } from "./tool.ts";
import { outageText, toolOutage, toToolOutage } from "./tool-outage.ts";
import { quotedName, shortId } from "./vendor-text.ts";

const inputSchema = {
  hosts: z
    .array(z.string().max(2000))
    .min(1)
    .max(1000)
    .optional()
    .describe("Names, addresses or URLs: only outages that hit one of them. Without it all outages"),
};

const outputSchema = {
  outages: z.array(toolOutage),
  perhaps: z.array(toolOutage).describe("At providers of the given hosts; nobody says that they suffer"),
  networks: z
    .array(
      z.object({ asn: z.number().nullable(), quotedName: z.string(), country: z.string().nullable(), cannotReach: z.array(z.string()) }),
    )
    .describe("Access networks that cannot reach some providers: no outage of these providers"),
  hostsWithoutPlace: z.array(z.string()).describe("Given hosts of which nothing is known"),
  asOf,
};

export const outagesTool: Tool<typeof inputSchema, typeof outputSchema> = {
  name: "outages",
  title: "Outages that go on",
  description:
    'Lists the known outages of internet services and cloud providers that go on now, or those that hit given hosts. Use it for "is something down?" and for "does an outage hit what I run?". An empty list says that none is known.',
  inputSchema,
  outputSchema,
  async run({ hosts: words }, know, now) {
    const read = readHosts(words ?? []);
    if (!read.ok) return read;
    const { reading, services, locator } = await know(read.hosts);
    if (reading.feed === null) return { ok: false, reason: noFeed(reading, now) };
    const { outages, perhaps, networks, hosts } = answerOutages(
      words === undefined ? null : read.hosts,
      reading.feed,
      services,
      locator,
      now,
    );
    const whose = hosts === null ? "" : " that hits one of the given hosts";
    const unplaced = hosts?.unplaced ?? [];
    const lines = [
      outages.length === 0 ? `No outage is known${whose}.` : `Known outages${whose}: ${outages.length}.`,
      ...outages.map((outage) => `${outageText(outage, now)}${hosts === null ? "" : ` Hits ${outage.hosts.join(", ")}.`}`),
      ...(perhaps.length === 0 ? [] : ["At a provider of the given hosts; nobody says that these suffer:"]),
      ...perhaps.map((outage) => outageText(outage, now)),
      ...(unplaced.length === 0 ? [] : [`Where these are hosted is not known, so nothing is known of them: ${unplaced.join(", ")}.`]),
      feedSentence(reading.status, now),
    ];
    const structured = {
      outages: outages.map((outage) => toToolOutage(outage, hosts === null ? undefined : outage.hosts)),
      perhaps: perhaps.map((outage) => toToolOutage(outage, outage.perhapsHosts)),
      networks: networks.map(({ asn, name, country, cannotReach }) => ({
        ...{ asn, country, quotedName: quotedName(name), cannotReach: cannotReach.map(shortId) },
      })),
      hostsWithoutPlace: unplaced,
      asOf: toAsOf(reading),
    };
    return { ok: true, text: lines.join("\n"), structured };
  },
};
