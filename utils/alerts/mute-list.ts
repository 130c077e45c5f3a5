import { MUTES_KEPT, type Mute, sameMute } from "../core/alerts/mutes.ts";
import { read, write } from "../storage/browser-storage.ts";
import { MUTES } from "../storage/keys.ts";

/** Mutes something, or takes the mute back. */
export async function setMute(mute: Mute, muted: boolean): Promise<void> {
  const others = (await read(MUTES)).filter((other) => !sameMute(other, mute));
  await write(MUTES, muted ? [mute, ...others].slice(0, MUTES_KEPT) : others);
}
