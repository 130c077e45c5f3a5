import { z } from "zod";
import { answerDown } from "../answers/down.ts";
import { feedSentence, hitSentence, surroundings } from "../answers/sentences.ts";
import { readSubject } from "../answers/subject.ts";
import { readQuery } from "../where/read-query.ts";
import { asOf, noFeed, type Tool, toAsOf } from "./tool.ts";
import { outageText, toolOutage, toToolOutage } from "./tool-outage.ts";
import { quotedName } from "./vendor-text.ts";

const inputSchema = {
  name: z.string().min(1).max(2000).describe("A service (netflix), a provider (aws), a place (aws/us-east-1), a host or a URL"),
};

const outputSchema = {
  name: z.string(),
  known: z.enum(["outage", "nothing"]).describe("nothing: no outage is known, which does not prove that it works"),
  outages: z.array(toolOutage),
  perhaps: z.array(toolOutage).describe("At providers on which it is known to be hosted in part; nobody says that it suffers"),
  planned: z.array(toolOutage).describe("Planned work that goes on"),
  over: z.array(toolOutage).describe("Over since a short while"),
  reports: z.enum(["watch", "elevated"]).nullable().describe("elevated: far more people than usual report trouble"),
  statusPage: z.enum(["read", "unreadable", "unread"]).describe("Only the silence of a page that was read says something"),
  asOf,
};

export const serviceTool: Tool<typeof inputSchema, typeof outputSchema> = {
  name: "service",
  title: "Is it down for others too?",
  description:
    'Says whether an outage of one service, provider, place or host is known, who says so, and since when. Use it for "is GitHub down or is it my token?". It asks the service nothing, so it cannot say that it works for this user.',
  inputSchema,
  outputSchema,
  async run({ name }, know, now) {
    const query = /[.:]/.test(name) ? readQuery(name) : { error: "" };
    const { reading, services, locator } = await know("host" in query ? [query.host] : []);
    const subject = readSubject(name, services);
    if (!subject.ok) {
      const hint = subject.near.length === 0 ? "" : ` Did you mean ${subject.near.join(", ")}?`;
      return { ok: false, reason: `${quotedName(name)}: ${subject.reason}.${hint}` };
    }
    const answer = answerDown(subject.subject, reading.feed, services, locator, now);
    const { known, outages, perhaps, planned, over, reports, statusPage } = answer;
    if (known === "unknown") return { ok: false, reason: noFeed(reading, now) };
    const lines = [
      known === "outage"
        ? `${subject.subject.name}: an outage is known.`
        : `${subject.subject.name}: no outage is known. That is no proof that it works.`,
      ...outages.map((outage) => [outageText(outage, now), ...hitSentence(outage, answer.subject)].join(" ")),
      ...surroundings(answer, now),
      ...section("At a provider of it; nobody says that it suffers:", perhaps),
      ...section("Planned work goes on:", planned),
      ...section("Over:", over),
      feedSentence(reading.status, now),
    ];
    const structured = {
      ...{ name: subject.subject.name, known, reports: reports?.state ?? null, statusPage: statusPage.state, asOf: toAsOf(reading) },
      outages: outages.map((outage) => toToolOutage(outage)),
      perhaps: perhaps.map((outage) => toToolOutage(outage)),
      planned: planned.map((outage) => toToolOutage(outage)),
      over: over.map((outage) => toToolOutage(outage)),
    };
    return { ok: true, text: lines.join("\n"), structured };

    function section(title: string, listed: typeof outages): string[] {
      return listed.length === 0 ? [] : [title, ...listed.map((outage) => outageText(outage, now))];
    }
  },
};
