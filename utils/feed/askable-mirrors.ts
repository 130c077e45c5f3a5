import { isAnonymousAt } from "../browser/permissions.ts";

/** The mirrors that may be asked without telling them which installation asks. */
export async function askableMirrors(mirrors: readonly string[]): Promise<string[]> {
  const anonymous = await Promise.all(mirrors.map(isAnonymousAt));
  return mirrors.filter((_, index) => anonymous[index]);
}
