import { describe, expect, test } from "vitest";
import type { SourceIncident } from "../../../utils/core/status-pages/parsing/adapter.ts";
import { type PayloadFile, realOnes, WHY_SKIPPED } from "./payload-files.ts";
import { read } from "./reading.ts";

const GITHUB = { provider: "github", site: "github", page: "https://www.githubstatus.com" };
const files = realOnes().filter(({ name }) => name.startsWith("github-statuspage/"));

function told({ format, bytes }: PayloadFile): SourceIncident[] {
  return read(format, bytes, GITHUB).incidents;
}

/** Atom has no seconds. */
function minute(time: string | null): string | null {
  return time === null ? null : time.slice(0, 16);
}

if (files.length === 0) console.warn(`JSON and Atom of one page are not compared: ${WHY_SKIPPED}`);
describe.skipIf(files.length === 0)("the JSON and the Atom history of one page", () => {
  test("give the same incident the same start, end and title", () => {
    const json = new Map(
      files.filter(({ format }) => format === "statuspage").flatMap((file) => told(file).map((incident) => [incident.id, incident])),
    );
    const both = files
      .filter(({ format }) => format === "statuspage-atom")
      .flatMap(told)
      .flatMap((atom) => {
        const same = json.get(atom.id);
        return same === undefined || same.status !== atom.status ? [] : [{ atom, same }];
      });
    expect(both.length).toBeGreaterThan(10);
    const facts = ({ id, title, started, resolved }: SourceIncident) => ({
      id,
      title,
      started: minute(started),
      resolved: minute(resolved),
    });
    expect(both.map(({ atom }) => facts(atom))).toEqual(both.map(({ same }) => facts(same)));
  });
});
