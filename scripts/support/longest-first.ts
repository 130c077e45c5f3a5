import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Projects whose files take longest, the longest first. */
const LONG = ["lab-firefox", "lab-chromium", "e2e-firefox"];

/**
 * The lab is one small file that takes minutes. Vitest begins with the largest files where it has not seen them run, as on a new machine, and
 * then the last minutes belong to the lab alone (2 of 13 minutes, 2026-11-30).
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => (LONG.includes(project.name) ? LONG.indexOf(project.name) : LONG.length);
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
