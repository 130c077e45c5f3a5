/** A rule of robots.txt: the beginning of paths, with `*` for any characters and `$` for the end. */
type Rule = { allow: boolean; path: string };

/**
 * Whether robots.txt lets a program ask for a path (RFC 9309): of the groups that name the program the rules count together, else those
 * for everybody; the longest rule that fits decides, and of two as long the one that allows.
 * @param agent the product token of the program, as `User-Agent` begins
 */
export function robotsAllow(text: string, agent: string, path: string): boolean {
  const fitting = rulesFor(text, agent.toLowerCase()).filter((rule) => fits(rule.path, path));
  const [best] = fitting.toSorted((one, other) => other.path.length - one.path.length || Number(other.allow) - Number(one.allow));
  return best === undefined || best.allow;
}

function rulesFor(text: string, agent: string): Rule[] {
  const groups = new Map<string, Rule[]>();
  let names: string[] = [];
  let inRules = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [field = "", ...rest] = (line.split("#", 1)[0] ?? "").split(":");
    const value = rest.join(":").trim();
    const key = field.trim().toLowerCase();
    if (key === "user-agent") {
      if (inRules) names = [];
      inRules = false;
      names.push(value.toLowerCase());
      groups.set(value.toLowerCase(), groups.get(value.toLowerCase()) ?? []);
    } else if (key === "allow" || key === "disallow") {
      inRules = true;
      // An empty rule forbids nothing.
      if (value !== "") for (const name of names) groups.get(name)?.push({ allow: key === "allow", path: value });
    }
  }
  return groups.get(agent) ?? groups.get("*") ?? [];
}

/** Without a regular expression, whose work could grow with the square of the rule. */
function fits(rule: string, path: string): boolean {
  const isEnd = rule.endsWith("$");
  const [first = "", ...parts] = (isEnd ? rule.slice(0, -1) : rule).split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = parts.length - 1;
  for (const [index, part] of parts.entries()) {
    if (isEnd && index === last) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isEnd || at === path.length;
}
