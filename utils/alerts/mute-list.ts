import { browser } from "#imports";
import { MUTES_KEPT, type Mute, sameMute } from "../core/alerts/mutes.ts";

/** Where the mutes are kept. */
export const MUTES = "mutes";

/** What the person has muted, the newest first. */
export async function readMutes(): Promise<Mute[]> {
  return ((await browser.storage.local.get(MUTES))[MUTES] as Mute[] | undefined) ?? [];
}

/** Mutes something, or lets it be heard again. */
export async function setMute(mute: Mute, muted: boolean): Promise<void> {
  const others = (await readMutes()).filter((other) => !sameMute(other, mute));
  await browser.storage.local.set({ [MUTES]: muted ? [mute, ...others].slice(0, MUTES_KEPT) : others });
}
