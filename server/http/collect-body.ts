import type { IncomingMessage } from "node:http";

/**
 * Collects the body of a request; at most one of the two is called, once. By callbacks: a promise for each report costs as much as the rest.
 * @param limit bytes
 */
export function collectBody(request: IncomingMessage, limit: number, whole: (body: Buffer) => void, tooLarge: () => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  request.on("data", (part: Buffer) => {
    const fitted = size <= limit;
    size += part.length;
    if (size <= limit) parts.push(part);
    else if (fitted) tooLarge();
  });
  request.on("end", () => {
    if (size <= limit) whole(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
  });
}
