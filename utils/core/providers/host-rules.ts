import { parseCloudHostName } from "./cloud-host-names.ts";
import { HOST_RULES } from "./host-rule-table.ts";
import type { Placement } from "./placement.ts";
import { regionFromHostName, regionPattern } from "./region-patterns.ts";

type Rule = {
  provider: string;
  service: string | null;
  /** The region of every host that matches; null where the host name contains it, or nothing does. */
  region: string | null;
  /** Null for a plain suffix. `region`: the name of the pattern of its region (`regionPattern`), null where it contains none. */
  pattern: { text: string; region: string | null; compiled: RegExp | null } | null;
  /** The host name is parsed by `parseCloudHostName`. */
  anyOrder: boolean;
};

/** The part of a pattern behind its last placeholder, from the next dot on. It is the same in every host, so rules are indexed by it. */
function fixedTail(pattern: string): string {
  const last = Math.max(pattern.lastIndexOf("}"), pattern.lastIndexOf("*"), pattern.lastIndexOf("#"));
  return last === -1 ? pattern : pattern.slice(pattern.indexOf(".", last) + 1);
}

function readRule(provider: string, head: string, pattern: string): { tail: string; rule: Rule } {
  const [service = "-", region = null] = head.split("=");
  const named = { provider, service: service === "-" ? null : service, region };
  if (pattern.startsWith("~")) return { tail: pattern.slice(1), rule: { ...named, pattern: null, anyOrder: true } };
  const tail = fixedTail(pattern);
  if (tail === pattern) return { tail, rule: { ...named, pattern: null, anyOrder: false } };
  const word = /\{([a-z]+)\}/.exec(pattern)?.[1] ?? null;
  const regionName = word === "region" ? provider : word;
  return { tail, rule: { ...named, pattern: { text: pattern, region: regionName, compiled: null }, anyOrder: false } };
}

function readRules(): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  let provider = "";
  for (const line of HOST_RULES.trim().split("\n")) {
    if (!line.startsWith(" ")) {
      provider = line;
      continue;
    }
    const [head = "-", ...patterns] = line.slice(1).split(" ");
    for (const pattern of patterns) {
      const { tail, rule } = readRule(provider, head, pattern);
      const others = rules.get(tail) ?? [];
      rules.set(
        tail,
        rule.pattern === null
          ? [...others, rule]
          : [...others.filter((other) => other.pattern !== null), rule, ...others.filter((other) => other.pattern === null)],
      );
    }
  }
  return rules;
}

// Parsed on the first call, so that it costs nothing while nothing fails.
let rules: Map<string, Rule[]> | undefined;

function compile(text: string, regionName: string | null): RegExp {
  const source = text
    .replaceAll(".", "\\.")
    .replaceAll("*", "[a-z0-9.-]*")
    .replaceAll("#", "\\d+")
    .replace(/\{[a-z]+\}/, () => `(${regionPattern(regionName ?? "any")})`);
  return new RegExp(`(?:^|\\.)${source}$`);
}

/** The region that a pattern finds in a host; null where the pattern contains none, undefined where it does not match. */
function regionIn(host: string, pattern: NonNullable<Rule["pattern"]>): string | null | undefined {
  pattern.compiled ??= compile(pattern.text, pattern.region);
  const match = pattern.compiled.exec(host);
  if (match === null) return undefined;
  return pattern.region === null ? null : (regionFromHostName(pattern.region, match[1] ?? "") ?? undefined);
}

function applyRule(rule: Rule, host: string, tail: string): Placement | null {
  const { provider, service } = rule;
  if (rule.anyOrder) return { provider, by: "host", ...parseCloudHostName(provider, host.slice(0, -tail.length - 1)) };
  if (rule.pattern === null) return { provider, region: rule.region, service, by: "host" };
  const region = regionIn(host, rule.pattern);
  return region === undefined ? null : { provider, region, service, by: "host" };
}

/**
 * The placement of a host by its name alone: the provider that owns the name, and region and service where the name contains them.
 * @param host in the form of `hostOf`
 * @returns null for names that belong to no provider
 */
export function placementOfHost(host: string): Placement | null {
  rules ??= readRules();
  let tail = host;
  for (;;) {
    for (const rule of rules.get(tail) ?? []) {
      const placement = applyRule(rule, host, tail);
      if (placement !== null) return placement;
    }
    const dot = tail.indexOf(".");
    if (dot === -1) return null;
    tail = tail.slice(dot + 1);
  }
}
