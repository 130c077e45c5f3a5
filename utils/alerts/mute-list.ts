import { coveringMute, MUTES_KEPT, type Mute, sameMute } from "../core/alerts/mutes.ts";
import { read, remove, write } from "../storage/browser-storage.ts";
import { MUTES } from "../storage/keys.ts";

/** Mutes something, or takes the mute back. */
export async function setMute(mute: Mute, muted: boolean): Promise<void> {
  const others = (await read(MUTES)).filter((other) => !sameMute(other, mute));
  await write(MUTES, muted ? [mute, ...others].slice(0, MUTES_KEPT) : others);
}

/** Takes back what mutes one site, by its domain or by its service (catalogue id); with null everything that was muted. */
export async function eraseMutes(about: { site: string; service: string | null } | null): Promise<void> {
  if (about === null) return await remove(MUTES);
  const mutes = await read(MUTES);
  const others = mutes.filter((mute) => coveringMute([mute], { ...about, place: null }) === null);
  if (others.length < mutes.length) await write(MUTES, others);
}
