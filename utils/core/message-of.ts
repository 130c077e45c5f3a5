/** What went wrong, for people: the message of an error, or whatever else was thrown, as text. */
export function messageOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  // Several failures at once (AggregateError) have a name alone.
  return problem.message || problem.name;
}
