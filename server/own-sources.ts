import { readFileSync } from "node:fs";
import * as v from "valibot";
import { SOURCES } from "../utils/core/status-pages/all-sources.ts";
import { FORMATS } from "../utils/core/status-pages/format-names.ts";
import type { Source } from "../utils/core/status-pages/source.ts";
import { BadSettings } from "./bad-settings.ts";

const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, "must be letters, digits, dots and hyphens"));
const webAddress = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:/.test(text), "must be a web address"),
  v.maxLength(500),
);
const format = v.picklist(FORMATS, `must be one of ${FORMATS.join(" ")}`);
const sourceFile = v.array(
  v.pipe(
    v.strictObject({
      id: identifier,
      format,
      url: webAddress,
      others: v.optional(v.pipe(v.array(v.strictObject({ format: v.optional(format), url: webAddress })), v.maxLength(5)), []),
      provider: v.optional(identifier),
      site: v.optional(v.nullable(identifier), null),
      page: v.optional(webAddress),
      private: v.optional(v.boolean(), false),
      every: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(86_400)), 60),
    }),
    v.check(({ provider, site }) => provider !== undefined || site !== null, "needs a provider or a site"),
  ),
);

/**
 * The sources to read: those of a JSON file, `none`, or the built-in table. The file's format is in `server/README.md`.
 * @param name what the operator calls this setting, for messages
 */
export function readSources(file: string | undefined, name: string): readonly Source[] {
  if (file === undefined) return SOURCES;
  if (file === "none") return [];
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (problem) {
    const reason = problem instanceof SyntaxError ? "is not JSON" : `cannot be read (${(problem as NodeJS.ErrnoException).code})`;
    throw new BadSettings(`${name}: ${file} ${reason}`);
  }
  const read = v.safeParse(sourceFile, value);
  if (!read.success) {
    const [issue] = read.issues;
    const reason = issue.type === "strict_object" && issue.expected === "never" ? "is no field of a source" : issue.message;
    throw new BadSettings(`${name}: ${file}: ${v.getDotPath(issue) ?? "the whole"}: ${reason}`);
  }
  const twice = read.output.find(({ id }, index) => read.output.findIndex((other) => other.id === id) !== index);
  if (twice !== undefined) throw new BadSettings(`${name}: ${file}: the id ${twice.id} is given twice`);
  return read.output.map(({ id, format, url, others, provider, site, page, private: isPrivate, every }) => ({
    id,
    format,
    url,
    provider: provider ?? site ?? id,
    site,
    page: page ?? new URL(url).origin,
    every,
    ...(others.length === 0 ? {} : { others: others.map((other) => ({ format: other.format ?? format, url: other.url })) }),
    ...(isPrivate ? { isPrivate } : {}),
  }));
}
