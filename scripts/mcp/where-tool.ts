import { z } from "zod";
import { feedSentence } from "../answers/sentences.ts";
import { answerWhere, type WhereAnswer } from "../answers/where.ts";
import { asOf, readHosts, type Tool, toAsOf } from "./tool.ts";
import { outageText, toolOutage, toToolOutage } from "./tool-outage.ts";

const inputSchema = {
  hosts: z.array(z.string().max(2000)).min(1).max(100).describe("Names, addresses or URLs"),
};

const outputSchema = {
  hosts: z.array(
    z.object({
      host: z.string(),
      provider: z.string().nullable().describe("null: not known"),
      region: z.string().nullable(),
      placeName: z.string().nullable(),
      service: z.string().nullable().describe("Id of the service that the host belongs to"),
      by: z
        .enum(["address", "host", "catalogue"])
        .nullable()
        .describe("address: by the provider's list; host: by the name; catalogue: a guess, because the service is known to be there"),
      outages: z.array(toolOutage),
      perhaps: z.array(toolOutage).describe("Somewhere at that provider; nobody says that this host suffers"),
    }),
  ),
  asOf,
};

export const whereTool: Tool<typeof inputSchema, typeof outputSchema> = {
  name: "where",
  title: "Where is it hosted, and does it fail there?",
  description:
    "Says which provider and region hosts names, addresses or URLs, as far as names and published lists of addresses tell, and which outages are known there. It asks no name server: for a name that does not tell, give its address.",
  inputSchema,
  outputSchema,
  async run({ hosts: words }, know, now) {
    const read = readHosts(words);
    if (!read.ok) return read;
    const { reading, services, locator } = await know(read.hosts);
    const answers = read.hosts.map((host) => answerWhere(host, reading.feed, services, locator));
    const lines = [
      ...answers.flatMap((answer) => [
        sentence(answer),
        ...answer.outages.map((outage) => outageText(outage, now)),
        ...(answer.perhaps.length === 0 ? [] : ["Somewhere at that provider; nobody says that this host suffers:"]),
        ...answer.perhaps.map((outage) => outageText(outage, now)),
      ]),
      reading.feed === null ? `Outages are not known: ${feedSentence(reading.status, now)}` : feedSentence(reading.status, now),
    ];
    const structured = {
      hosts: answers.map(({ host, provider, region, placeName, service, by, outages, perhaps }) => ({
        ...{ host, provider, region, placeName, by, service: service?.id ?? null },
        outages: outages.map((outage) => toToolOutage(outage)),
        perhaps: perhaps.map((outage) => toToolOutage(outage)),
      })),
      asOf: toAsOf(reading),
    };
    return { ok: true, text: lines.join("\n"), structured };
  },
};

const HOW = { address: "by the provider's list of addresses", host: "by its name", catalogue: "a guess: its service is known to be there" };

function sentence({ host, isPrivate, placeName, by }: WhereAnswer): string {
  if (isPrivate) return `${host}: a private host; nothing is known of those.`;
  return placeName === null || by === null ? `${host}: where it is hosted is not known.` : `${host}: ${placeName} (${HOW[by]}).`;
}
