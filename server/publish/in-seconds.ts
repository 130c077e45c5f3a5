/** ISO time in whole seconds. */
export function inSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
