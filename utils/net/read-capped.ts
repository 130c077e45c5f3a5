/** Reads a body up to a limit of bytes; null when it is larger. Nothing beyond the limit is kept in memory. */
export async function readCapped(reply: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = reply.body?.getReader();
  for (let step = await reader?.read(); step !== undefined && !step.done; step = await reader?.read()) {
    size += step.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    parts.push(step.value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
