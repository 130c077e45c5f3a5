import { expect, test } from "vitest";
import { createTlsSessions } from "../../../server/probe/tls-sessions.ts";

test("a TLS session is resumed nine times, then the certificate is looked at again", () => {
  const sessions = createTlsSessions(() => 0);
  expect(sessions.take("a.example.com")).toBeUndefined();
  sessions.keep("a.example.com", Buffer.from("first"));
  expect(sessions.take("b.example.com")).toBeUndefined();
  const taken = Array.from({ length: 10 }, () => sessions.take("a.example.com")?.toString());
  expect(taken).toEqual([...Array.from({ length: 9 }, () => "first"), undefined]);
  sessions.keep("a.example.com", Buffer.from("second"));
  expect(sessions.take("a.example.com")?.toString()).toBe("second");
});

test("a new session that comes with a resumed connection does not put off the look at the certificate", () => {
  const sessions = createTlsSessions(() => 0);
  sessions.keep("a.example.com", Buffer.from("0"));
  const taken = Array.from({ length: 11 }, (_, index) => {
    const session = sessions.take("a.example.com");
    if (session !== undefined) sessions.keep("a.example.com", Buffer.from(String(index)));
    return session === undefined;
  });
  expect(taken.indexOf(true)).toBe(9);
});
