/** What went wrong, for people: the message of an error, or whatever else was thrown, as text. */
export function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
