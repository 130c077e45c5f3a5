import { describe, expect, test } from "vitest";
import { openQuestions, type QuestionsOptions } from "../../../server/ask/questions.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { type SmallInternet, smallInternet } from "../support/small-internet.ts";

/** Questions on a clock that the test turns. */
async function questionsOn(small: SmallInternet, more: Partial<QuestionsOptions> = {}) {
  const clock = { now: Date.parse("2026-03-03T09:00:00Z") };
  const questions = await openQuestions({
    ...{ vantage: { id: "fra", country: "DE" }, userAgent: "Test/1 (+https://example.org)", networks: null, messages: null },
    ...{ isBlind: () => false, internet: small.internet, now: () => clock.now, log: () => {} },
    ...more,
  });
  let sender = 0;
  return {
    clock,
    /** Asks from a prefix and a network of its own unless an address is given. */
    ask: (host: string, address = `${++sender % 200}.${sender % 250}.1.1`) => questions.ask(Buffer.from(JSON.stringify({ host })), address),
  };
}

/** A host that counts how often it is asked. */
async function counting(small: SmallInternet, name = "www.example.com") {
  const counted = { asked: 0 };
  await small.host(name, {
    https(_, reply) {
      counted.asked += 1;
      reply.end();
    },
  });
  return counted;
}

describe("a host is asked once in half a minute", () => {
  test("whoever wants to know, also all at once", async () => {
    const small = await smallInternet();
    const counted = await counting(small);
    const { ask, clock } = await questionsOn(small);
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask("www.example.com")));
    clock.now += 29 * SECOND;
    answers.push(await ask("WWW.example.com"));
    expect(counted.asked).toBe(1);
    const [first] = answers;
    expect(first).toMatchObject({
      result: "answered",
      host: "www.example.com",
      views: [{ from: "fra", country: "DE", failure: null, status: 200 }],
    });
    for (const answer of answers) expect(answer).toEqual(first);
    clock.now += 2 * SECOND;
    await ask("www.example.com");
    expect(counted.asked).toBe(2);
  });

  test("and a refusal counts as well", async () => {
    const small = await smallInternet();
    small.names["inside.example.com"] = ["10.0.0.1"];
    let lookups = 0;
    const internet = {
      ...small.internet,
      lookUp: (host: string, signal: AbortSignal) => small.internet.lookUp(host, signal).finally(() => lookups++),
    };
    const { ask } = await questionsOn(small, { internet });
    for (let time = 0; time < 3; time++)
      expect(await ask("inside.example.com")).toEqual({ result: "refused", reason: "this name leads to an address that is not public" });
    expect(lookups).toBe(1);
  });
});

describe("limits", () => {
  test("one prefix asks twenty times in a minute, others go on, and after the minute it may again", async () => {
    const small = await smallInternet();
    await counting(small);
    const { ask, clock } = await questionsOn(small);
    const results = [];
    for (let time = 0; time < 21; time++) results.push((await ask("www.example.com", `9.9.9.${time}`)).result);
    expect(results.filter((result) => result === "answered")).toHaveLength(20);
    expect(await ask("www.example.com", "9.9.9.200")).toEqual({ result: "limited", pause: MINUTE });
    expect(await ask("www.example.com", "9.9.8.200")).toMatchObject({ result: "answered" });
    clock.now += MINUTE;
    expect(await ask("www.example.com", "9.9.9.200")).toMatchObject({ result: "answered" });
  });

  test("a network causes 120 measurements in a minute from however many addresses, and gets shared answers beyond", async () => {
    const small = await smallInternet();
    const { ask } = await questionsOn(small);
    const results = [];
    for (let time = 0; time < 125; time++) results.push((await ask(`h.example${time}.com`, `9.9.${time}.1`)).result);
    expect(results.filter((result) => result === "answered")).toHaveLength(120);
    expect(await ask("h.example0.com", "9.9.150.1")).toMatchObject({ result: "answered" });
    expect(await ask("h.example200.com", "9.8.1.1")).toMatchObject({ result: "answered" });
  });

  test("all together cause 600 measurements in a minute", async () => {
    const small = await smallInternet();
    const { ask } = await questionsOn(small);
    const results = [];
    for (let time = 0; time < 610; time++) results.push((await ask(`h.example${time}.com`)).result);
    expect(results.filter((result) => result === "answered")).toHaveLength(600);
  });

  test("names that one owner makes up are measured twenty times in a minute, and the site itself all the same", async () => {
    const small = await smallInternet();
    let lookups = 0;
    const internet = {
      ...small.internet,
      lookUp: (host: string, signal: AbortSignal) => small.internet.lookUp(host, signal).finally(() => lookups++),
    };
    const { ask, clock } = await questionsOn(small, { internet });
    const results = [];
    for (let time = 0; time < 60; time++) results.push((await ask(`h${time}.example.com`)).result);
    expect(results.filter((result) => result === "answered")).toHaveLength(20);
    expect(lookups).toBe(20);
    for (const host of ["example.com", "www.example.com", "h0.example.com", "h0.example.org"])
      expect(await ask(host)).toMatchObject({ result: "answered" });
    clock.now += MINUTE;
    expect(await ask("h59.example.com")).toMatchObject({ result: "answered" });
  });

  test("at most 64 hosts are asked at a time, nobody waits for a place, and places come free", async () => {
    const small = await smallInternet();
    const { promise, resolve } = Promise.withResolvers<void>();
    const internet = {
      ...small.internet,
      lookUp: (host: string, signal: AbortSignal) => promise.then(() => small.internet.lookUp(host, signal)),
    };
    const { ask } = await questionsOn(small, { internet });
    const asked = Array.from({ length: 64 }, (_, index) => ask(`h.example${index}.com`));
    expect(await ask("more.example.com")).toEqual({ result: "full", pause: 5 * SECOND });
    const shared = ask("h.example0.com");
    resolve();
    expect((await Promise.all(asked)).map(({ result }) => result)).toEqual(Array(64).fill("answered"));
    expect(await shared).toMatchObject({ result: "answered" });
    expect(await ask("more.example.com")).toMatchObject({ result: "answered" });
  });
});

test("a vantage says nothing of a host that turns it away, and says so where its own connection is in doubt", async () => {
  const small = await smallInternet();
  await small.host("www.example.com", { https: (_, reply) => reply.writeHead(403).end() });
  const seeing = await questionsOn(small);
  expect(await seeing.ask("www.example.com")).toEqual({ result: "answered", host: "www.example.com", views: [] });
  const blind = await questionsOn(small, { isBlind: () => true });
  expect(await blind.ask("www.example.com")).toEqual({ result: "blind" });
  const broken = await questionsOn(small, { internet: { ...small.internet, lookUp: () => Promise.reject({ code: "ENETUNREACH" }) } });
  expect(await broken.ask("www.example.com")).toEqual({ result: "blind" });
});

test("a host without https is seen over plain http, and one that redirects to https from there is not", async () => {
  const small = await smallInternet();
  await small.host("old.example.com", { http: (_, reply) => reply.end() });
  await small.host("new.example.com", { http: (_, reply) => reply.writeHead(301, { Location: "https://new.example.com/" }).end() });
  const { ask } = await questionsOn(small);
  expect(await ask("old.example.com")).toMatchObject({ views: [{ failure: null, status: 200 }] });
  expect(await ask("new.example.com")).toMatchObject({ views: [{ failure: "tcp.refused", status: null }] });
});
