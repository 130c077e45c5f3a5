import { vi } from "vitest";

const HOST = "mirror.feed.example";

/** Gives a mirror of a test a public name, under which it is reached until the end of the test. @returns its address by that name */
export function underPublicName(mirror: string): string {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (address: string, options?: RequestInit) => fetch(address.replace(HOST, "127.0.0.1"), options));
  return mirror.replace("127.0.0.1", HOST);
}
