import { parseAddress } from "../../utils/core/net/address.ts";
import type { DownAnswer } from "../answers/down.ts";
import type { KnownOutage } from "../answers/known-outage.ts";
import type { OutagesAnswer } from "../answers/outages.ts";
import { hitSentence, outageFacts, surroundings, witnesses } from "../answers/sentences.ts";
import { ago } from "../answers/times.ts";
import type { WhereAnswer } from "../answers/where.ts";
import type { Paint } from "./paint.ts";

/* The answers as lines for people. `now`: milliseconds of the epoch. */

export function downLines(answer: DownAnswer, paint: Paint, now: number): string[] {
  const { subject, known, outages, perhaps, planned, over } = answer;
  if (known === "unknown") return [];
  const verdict = known === "nothing" ? paint.green("no outage is known.") : paint.red("an outage is known.");
  return [
    `${paint.bold(subject.name)}: ${verdict}`,
    ...outages.flatMap((outage) => [...outageLines(outage, paint, now), ...hitSentence(outage, subject).map((line) => `    ${line}`)]),
    ...surroundings(answer, now).map((line) => `  ${line}`),
    ...section("Perhaps it suffers from this, at a provider of it; nobody says so:", perhaps, paint, now),
    ...section("Planned work goes on:", planned, paint, now),
    ...section("Over:", over, paint, now),
    ...(known === "nothing" ? [paint.dim("  That is no proof that it works for you.")] : []),
  ];
}

export function whereLines(answer: WhereAnswer, paint: Paint, now: number): string[] {
  return [
    `${paint.bold(answer.host)}: ${placeSentence(answer)}`,
    ...answer.outages.flatMap((outage) => outageLines(outage, paint, now)),
    ...section("Perhaps it suffers from this; nobody says so:", answer.perhaps, paint, now),
  ];
}

function placeSentence({ host, isPrivate, service, placeName, component, by }: WhereAnswer): string {
  if (isPrivate) return "a private host; nothing is known of those.";
  const name = service === null || placeName?.startsWith(service.name) ? "" : `${service.name}; `;
  if (placeName === null && parseAddress(host) !== null) return "in no list of a provider's addresses that is known here.";
  if (placeName === null) return `${name}where it is hosted is not known: its name does not tell, and nobody is asked.`;
  const place = component === null ? placeName : `${placeName} (${component})`;
  if (by === "address") return `${name}${place}, by the provider's list of addresses.`;
  return by === "host"
    ? `${name}${place}, by its name.`
    : `${name}probably ${place}: the service is known to be there, this host may not be.`;
}

export function outagesLines({ outages, perhaps, planned, networks, hosts }: OutagesAnswer, paint: Paint, now: number): string[] {
  return [
    outages.length === 0 ? paint.green(noneSentence(hosts)) : paint.red(countSentence(outages.length, hosts)),
    ...outages.flatMap((outage) => [...outageLines(outage, paint, now), ...hostLines("Hits", outage.hosts)]),
    ...(perhaps.length === 0 ? [] : [paint.yellow("Perhaps these hit you; nobody says so:")]),
    ...perhaps.flatMap((outage) => [firstLine(outage, paint, now), ...hostLines("At the same provider:", outage.perhapsHosts)]),
    ...section("Planned work goes on:", planned, paint, now),
    ...(hosts === null ? networks.map((network) => networkLine(network, now)) : []),
    ...(hosts === null || hosts.unplaced.length === 0
      ? []
      : [`Of ${hosts.unplaced.length} of your ${hosts.count} hosts nothing is known: ${shortList(hosts.unplaced)}.`]),
  ];
}

function noneSentence(hosts: OutagesAnswer["hosts"]): string {
  return hosts === null ? "No outage is known." : `No outage is known that hits one of your ${hosts.count} hosts.`;
}

function countSentence(count: number, hosts: OutagesAnswer["hosts"]): string {
  const outages = count === 1 ? "One outage is known" : `${count} outages are known`;
  return hosts === null ? `${outages}.` : `${outages} that ${count === 1 ? "hits" : "hit"} your hosts.`;
}

function networkLine({ asn, name, cannotReach, since }: OutagesAnswer["networks"][number], now: number): string {
  const whose = asn === null ? `The networks of ${name}` : `The access network ${name} (AS${asn})`;
  const what = cannotReach.includes("most") ? "reach little of anything" : `cannot reach ${cannotReach.join(", ")}`;
  return `${whose}: ${what}, since ${ago(since, now)}.`;
}

/** Outages that are no answer by themselves: a line each. JSON has all of them. */
function section(title: string, outages: readonly KnownOutage[], paint: Paint, now: number): string[] {
  return outages.length === 0 ? [] : [`  ${paint.yellow(title)}`, ...outages.map((outage) => `  ${firstLine(outage, paint, now)}`)];
}

function firstLine(outage: KnownOutage, paint: Paint, now: number): string {
  return `  ${paint.bold(outage.name)}: ${outageFacts(outage, now)}`;
}

/** The words of a source stand in quotes, on a line of their own. */
function outageLines(outage: KnownOutage, paint: Paint, now: number): string[] {
  const { title, official, components } = outage;
  return [
    firstLine(outage, paint, now),
    `    "${title}"`,
    ...(components.length === 0 ? [] : [`    Parts: ${shortList(components)}.`]),
    ...witnesses(outage, now).map((line) => `    ${line}`),
    ...(official === null || official.url === "" ? [] : [paint.dim(`    ${official.url}`)]),
  ];
}

function hostLines(begin: string, hosts: readonly string[]): string[] {
  return hosts.length === 0 ? [] : [`    ${begin} ${shortList(hosts)}.`];
}

/** Names of a long list that are shown. Judged; JSON has them all. */
const SHOWN = 8;

function shortList(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return rest > 0 ? `${names.slice(0, SHOWN).join(", ")} and ${rest} more` : names.join(", ");
}
