/**
 * Makes the handler for a promise that is not awaited: it writes to the console what failed, and why.
 * @param what what cannot be done, as a person who reads the console would say it
 */
export function logProblem(what: string): (problem: unknown) => void {
  return (problem) => console.error(`${what}:`, problem);
}
