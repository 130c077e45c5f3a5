import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { probe } from "../../../server/probe/probe.ts";
import type { Target } from "../../../server/probe/target.ts";
import { issueCertificates } from "../../instruments/loopback/certificates.ts";
import { type Behaviour, type SmallInternet, smallInternet } from "../support/small-internet.ts";

const says = (status: number, headers: { [name: string]: string } = {}, body = "hello"): RequestListener => {
  return (_, reply) => reply.writeHead(status, headers).end(body);
};

async function viewOf({ internet }: SmallInternet, target: Target = { host: "www.example.com" }, signal = new AbortController().signal) {
  return await probe(target, { signal, userAgent: "Test/1 (+https://example.org)", internet });
}

async function viewAt(behaviour: Behaviour) {
  const small = await smallInternet();
  await small.host("www.example.com", behaviour);
  return await viewOf(small);
}

test("a host that answers is seen with its status, how long it took and when", async () => {
  const before = Date.now();
  const view = await viewAt({ https: says(200) });
  expect(view).toMatchObject({ result: "answered", failure: null, status: 200, pause: null });
  expect(view.ms).toBeLessThan(10_000);
  expect(Date.parse(view.at)).toBeGreaterThanOrEqual(before);
});

test("it is asked once, by GET, with the name and contact of who asks, and without anything to know it again by", async () => {
  const asked: object[] = [];
  await viewAt({
    https(request, reply) {
      asked.push({ method: request.method, url: request.url, headers: request.headers });
      reply.end();
    },
  });
  expect(asked).toEqual([
    {
      method: "GET",
      url: "/",
      headers: {
        host: "www.example.com",
        "user-agent": "Test/1 (+https://example.org)",
        accept: "text/html,*/*;q=0.8",
        "accept-language": "*",
        connection: "close",
      },
    },
  ]);
});

test.each([
  [404, "answered", null],
  [204, "answered", null],
  [500, "failed", "http.error"],
  [503, "failed", "http.error"],
  [522, "failed", "http.error"],
  [402, "failed", "http.error"],
  [401, "no-view", null],
  [403, "no-view", null],
  [429, "no-view", null],
  [451, "no-view", null],
  [511, "no-view", null],
])("HTTP %i is %s", async (status, result, failure) => {
  expect(await viewAt({ https: says(status) })).toMatchObject({ result, failure, status });
});

test("a challenge is no view, whatever its status", async () => {
  for (const status of [200, 403, 503])
    expect(await viewAt({ https: says(status, { "CF-Mitigated": "challenge" }) })).toMatchObject({
      result: "no-view",
      because: "turned-away",
    });
});

test("a host that wants to be left alone says for how long", async () => {
  expect(await viewAt({ https: says(503, { "Retry-After": "120" }) })).toMatchObject({ result: "failed", pause: 120_000 });
  expect(await viewAt({ https: says(429, { "Retry-After": "86400" }) })).toMatchObject({ result: "no-view", pause: 3_600_000 });
});

test.each([
  ["a name that does not exist", "ENOTFOUND", "failed", "dns.name_not_resolved"],
  ["a name without an address", "ENODATA", "failed", "dns.name_not_resolved"],
  ["a name server of the owner that fails", "ESERVFAIL", "failed", "dns.failed"],
  ["a name server that is silent", "ETIMEOUT", "failed", "dns.unreachable"],
  ["no name server at this machine", "ECONNREFUSED", "no-view", null],
  ["something that no table knows", "EWHATEVER", "no-view", null],
])("%s is told apart", async (_, code, result, failure) => {
  const small = await smallInternet();
  small.names["www.example.com"] = code;
  expect(await viewOf(small)).toMatchObject({ result, failure, status: null });
});

test.each<[string, Behaviour, string, string]>([
  ["nothing that listens", {}, "failed", "tcp.refused"],
  ["a connection that is closed before TLS", { bytes: (socket) => socket.end() }, "failed", "tcp.closed"],
  [
    "a connection that is reset before TLS",
    { bytes: (socket) => socket.once("data", () => socket.resetAndDestroy()) },
    "failed",
    "tcp.reset",
  ],
  ["an answer that is no TLS", { bytes: (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n") }, "failed", "tls.protocol.error"],
  [
    "a TLS that browsers gave up",
    { https: says(200), tls: { maxVersion: "TLSv1.1", minVersion: "TLSv1" } },
    "failed",
    "tls.version_or_cipher_mismatch",
  ],
  [
    "no cipher in common",
    { https: says(200), tls: { maxVersion: "TLSv1.2", ciphers: "AES128-SHA" } },
    "failed",
    "tls.version_or_cipher_mismatch",
  ],
  ["a connection that is closed instead of an answer", { https: (request) => request.socket.end() }, "failed", "http.response.invalid"],
  ["a connection that is reset instead of an answer", { https: (request) => request.socket.destroy() }, "failed", "http.response.invalid"],
  [
    "a body that is cut off",
    { https: (request, reply) => void reply.writeHead(200, { "Content-Length": 9 }).write("1", () => request.socket.destroy()) },
    "failed",
    "http.response.invalid",
  ],
])("%s is told apart", async (_, behaviour, result, failure) => {
  expect(await viewAt(behaviour)).toMatchObject({ result, failure });
});

test("a body may be endless: no more than its beginning is read", async () => {
  let sent = 0;
  const view = await viewAt({
    https(_, reply) {
      const more = () => {
        sent += 4096;
        reply.write(Buffer.alloc(4096), () => reply.destroyed || setImmediate(more));
      };
      more();
    },
  });
  expect(view).toMatchObject({ result: "answered", status: 200 });
  expect(sent).toBeLessThan(64 * 1024 * 1024);
});

test("a certificate is checked as a browser does", async () => {
  const expired = await issueCertificates(["www.example.com"], { isExpired: true });
  const small = await smallInternet();
  await small.host("other.example.org", { https: says(200) });
  await small.host("www.example.com", { https: says(200), tls: { cert: expired.certificate, key: expired.key } });
  const trusting = ({ authority }: typeof expired) => ({ ...small, internet: { ...small.internet, authorities: authority } });
  expect(await viewOf(small, { host: "other.example.org" })).toMatchObject({ failure: "tls.cert.name_invalid" });
  expect(await viewOf(trusting(expired), { host: "other.example.org" })).toMatchObject({ failure: "tls.cert.authority_invalid" });
  expect(await viewOf(trusting(expired))).toMatchObject({ failure: "tls.cert.date_invalid" });
});

test("a certificate whose issuer browsers can fetch accuses nobody", async () => {
  const unfinished = await issueCertificates(["www.example.com"], { issuerAt: "http://ca.example.org/issuer.crt" });
  const small = await smallInternet();
  await small.host("www.example.com", { https: says(200), tls: { cert: unfinished.certificate, key: unfinished.key } });
  expect(await viewOf(small)).toMatchObject({ result: "no-view", because: "unlike-a-browser" });
});

test("nothing is sent to a server whose certificate is not good for the name", async () => {
  let asked = 0;
  const small = await smallInternet();
  await small.host("other.example.org", { https: (_, reply) => reply.end(String(asked++)) });
  await viewOf(small, { host: "other.example.org" });
  expect(small.connections()).toBe(1);
  expect(asked).toBe(0);
});

test("a server that asks for the visitor's certificate is no view", async () => {
  const small = await smallInternet();
  await small.host("www.example.com", { https: says(200), tls: { requestCert: true, rejectUnauthorized: true } });
  expect(await viewOf(small)).toMatchObject({ result: "no-view", because: "turned-away" });
});

test("the next address is tried where one refuses", async () => {
  const small = await smallInternet();
  const address = await small.host("www.example.com", { https: says(200) });
  small.names["www.example.com"] = ["127.1.0.200", address];
  expect(await viewOf(small)).toMatchObject({ result: "answered" });
});

test("an address that this machine has no way to is not held against the host", async () => {
  const small = await smallInternet();
  const anywhere = { ...small, internet: { ...small.internet, isOpen: () => true } };
  small.names["www.example.com"] = ["224.0.0.1"];
  expect(await viewOf(anywhere)).toMatchObject({ result: "no-view", because: "this-side" });
  small.names["www.example.com"] = ["224.0.0.1", "127.1.0.200"];
  expect(await viewOf(anywhere)).toMatchObject({ result: "failed", failure: "tcp.refused" });
});

test("redirects are followed within the owner, and elsewhere the host has answered", async () => {
  const small = await smallInternet();
  await small.host("example.com", { https: says(301, { Location: "https://www.example.com/en" }) });
  await small.host("www.example.com", {
    https: (request, reply) => reply.writeHead(request.url === "/en?a" ? 503 : 308, { Location: "/en?a" }).end(),
  });
  expect(await viewOf(small, { host: "example.com" })).toMatchObject({ result: "failed", status: 503 });
  await small.host("away.example.com", { https: says(302, { Location: "https://example.org/" }) });
  small.names["example.org"] = ["127.0.0.1"];
  expect(await viewOf(small, { host: "away.example.com" })).toMatchObject({ result: "answered", status: 302 });
});

test("redirects without end are a failure, but for who sets cookies and is brought none", async () => {
  expect(await viewAt({ https: says(302, { Location: "/" }) })).toMatchObject({ failure: "http.response.redirect_loop" });
  expect(await viewAt({ https: says(302, { Location: "/", "Set-Cookie": "a=1" }) })).toMatchObject({ because: "unlike-a-browser" });
});

test("plain http is asked where the target says so", async () => {
  const small = await smallInternet();
  await small.host("www.example.com", { http: says(200) });
  expect(await viewOf(small, { host: "www.example.com", scheme: "http" })).toMatchObject({ result: "answered" });
  expect(await viewOf(small)).toMatchObject({ failure: "tcp.refused" });
});

test("it ends at once when its caller does, and says so", async () => {
  const caller = new AbortController();
  const small = await smallInternet();
  await small.host("www.example.com", { https: () => caller.abort() });
  expect(await viewOf(small, { host: "www.example.com" }, caller.signal)).toMatchObject({ result: "no-view", because: "stopped" });
  expect(await viewOf(small, { host: "www.example.com" }, caller.signal)).toMatchObject({ because: "stopped" });
});

test("a path that could hold another request is refused", async () => {
  const small = await smallInternet();
  await small.host("www.example.com", { https: says(200) });
  for (const path of ["", "x", "/ HTTP/1.1\r\nHost: other", "/\0", "/é"])
    expect(await viewOf(small, { host: "www.example.com", path })).toMatchObject({ because: "refused" });
  expect(small.connections()).toBe(0);
});
