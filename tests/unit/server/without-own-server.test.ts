import { expect, test } from "vitest";
import { withoutOwnServer } from "../../../server/probe/without-own-server.ts";

const NAMES: { [name: string]: string[] } = {
  "feed.example.org": ["8.8.4.4", "2001:4860::1"],
  "edge.example.org": ["1.1.1.1"],
  "site.example.com": ["9.9.9.9"],
};

function internetWith(name: string | null) {
  const asked: string[] = [];
  const internet = withoutOwnServer(
    {
      async lookUp(host) {
        asked.push(host);
        const found = NAMES[host];
        if (found === undefined) throw new Error("no such name");
        return found;
      },
      isOpen: (address) => !address.startsWith("10."),
      portOf: () => 443,
      authorities: null,
    },
    { name, isShared: (address) => address === "1.1.1.1" },
  );
  return { internet, asked };
}

const { signal } = new AbortController();

test("the addresses of the own name are closed, however they are written, and others are not", async () => {
  const { internet } = internetWith("feed.example.org");
  expect(await internet.lookUp("site.example.com", signal)).toEqual(["9.9.9.9"]);
  const closed = ["8.8.4.4", "::ffff:8.8.4.4", "64:ff9b::808:404", "2001:4860:0::1", "10.0.0.1"];
  expect(closed.filter(internet.isOpen)).toEqual([]);
  expect(internet.isOpen("9.9.9.9")).toBe(true);
});

test("an edge in front of this server is no own address: others have their sites there", async () => {
  const { internet } = internetWith("edge.example.org");
  await internet.lookUp("site.example.com", signal);
  expect(internet.isOpen("1.1.1.1")).toBe(true);
});

test("the own name is looked up once for many questions, and again where it was not found", async () => {
  const known = internetWith("feed.example.org");
  for (let time = 0; time < 3; time++) await known.internet.lookUp("site.example.com", signal);
  expect(known.asked.filter((name) => name === "feed.example.org")).toHaveLength(1);
  const unknown = internetWith("gone.example.org");
  for (let time = 0; time < 3; time++) await unknown.internet.lookUp("site.example.com", signal);
  expect(unknown.asked.filter((name) => name === "gone.example.org")).toHaveLength(3);
});

test("a server without a name of its own leaves the internet as it is", async () => {
  const { internet, asked } = internetWith(null);
  await internet.lookUp("site.example.com", signal);
  expect(asked).toEqual(["site.example.com"]);
});
