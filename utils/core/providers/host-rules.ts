import { parseCloudHostName } from "./cloud-host-names.ts";
import { HOST_RULES } from "./host-rule-table.ts";
import type { Placement } from "./placement.ts";
import { regionPattern, spellRegion } from "./region-patterns.ts";

type Rule = {
  provider: string;
  service: string | null;
  /** The region of every host under this rule, or null where the pattern or nothing tells. */
  region: string | null;
  /** Null for a plain suffix. `shape` null: the pattern spells no region. */
  pattern: { text: string; shape: string | null; compiled: RegExp | null } | null;
  /** The name is read by `readCloudName`. */
  anyOrder: boolean;
};

/** From the last placeholder on, a pattern is the same in every host: the part after the next dot finds the rule. */
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
  const shape = word === "region" ? provider : word;
  return { tail, rule: { ...named, pattern: { text: pattern, shape, compiled: null }, anyOrder: false } };
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

// Read when first asked: no cost while nothing fails.
let rules: Map<string, Rule[]> | undefined;

function compile(text: string, shape: string | null): RegExp {
  const source = text
    .replaceAll(".", "\\.")
    .replaceAll("*", "[a-z0-9.-]*")
    .replaceAll("#", "\\d+")
    .replace(/\{[a-z]+\}/, () => `(${regionPattern(shape ?? "any")})`);
  return new RegExp(`(?:^|\\.)${source}$`);
}

/** The region that the pattern finds in the host, null where it spells none; undefined where it does not match. */
function regionIn(host: string, pattern: NonNullable<Rule["pattern"]>): string | null | undefined {
  pattern.compiled ??= compile(pattern.text, pattern.shape);
  const match = pattern.compiled.exec(host);
  if (match === null) return undefined;
  return pattern.shape === null ? null : (spellRegion(pattern.shape, match[1] ?? "") ?? undefined);
}

function placed(rule: Rule, host: string, tail: string): Placement | null {
  const { provider, service } = rule;
  if (rule.anyOrder) return { provider, by: "host", ...parseCloudHostName(provider, host.slice(0, -tail.length - 1)) };
  if (rule.pattern === null) return { provider, region: rule.region, service, by: "host" };
  const region = regionIn(host, rule.pattern);
  return region === undefined ? null : { provider, region, service, by: "host" };
}

/**
 * What the name alone says: a provider's own domain, and the region and service where the name spells them.
 * @param host as `hostOf` gives it.
 * @returns null for names that no provider hands out.
 */
export function placementOfHost(host: string): Placement | null {
  rules ??= readRules();
  let tail = host;
  for (;;) {
    for (const rule of rules.get(tail) ?? []) {
      const placement = placed(rule, host, tail);
      if (placement !== null) return placement;
    }
    const dot = tail.indexOf(".");
    if (dot === -1) return null;
    tail = tail.slice(dot + 1);
  }
}
