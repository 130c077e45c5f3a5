import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { classifyError, classifyStatus, isRefusal } from "../../../utils/core/net/classify-error.ts";

/** Every browser error code with its class: reference data that may lie beside the repository. */
const table = new URL("../../../../shared/outages/error-codes.json", import.meta.url);

type Row = { browser: "chromium" | "firefox" | "both"; code: string; class: string; evidence: string };

/** Our kinds for the classes of that table. */
const KINDS: { [name: string]: string[] } = {
  ambiguous: ["ambiguous"],
  "bad-request-ignore": ["policy"],
  "blocked-by-client": ["blocked"],
  dns: ["dns"],
  "h2-quic": ["broken"],
  http: ["http", "broken", "policy", "ambiguous"],
  "internal-ignore": ["internal"],
  "local-connectivity": ["device", "network-changed", "offline"],
  "page-policy-ignore": ["policy"],
  proxy: ["proxy", "gateway", "portal", "unreachable"],
  "tcp-refused": ["refused"],
  "tcp-reset": ["reset"],
  "tcp-timeout": ["timeout", "stalled"],
  "tcp-unreachable": ["unreachable", "null-address"],
  "tls-client-auth": ["client-certificate"],
  "tls-clock": ["clock"],
  "tls-interception": ["interception", "pin", "broken"],
  "tls-server": ["tls", "broken"],
  "user-aborted-ignore": ["aborted"],
};

/** The statuses that a row names: `HTTP 520-527, 530`. */
function statusesOf(code: string): number[] {
  return code
    .replace("HTTP ", "")
    .split(", ")
    .flatMap((part) => {
      const [first = 0, last = first] = part.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

if (existsSync(table)) {
  const everything = JSON.parse(readFileSync(table, "utf8")) as Row[];
  const rows = everything.filter((row) => row.browser !== "both" && !row.code.includes("<"));
  const statuses = everything
    .filter(({ code }) => code.startsWith("HTTP "))
    .flatMap((row) => statusesOf(row.code).map((status) => ({ ...row, status })));
  describe("every error code of the reference table", () => {
    test("has rows of both browsers", () => {
      expect(new Set(rows.map(({ browser }) => browser))).toEqual(new Set(["chromium", "firefox"]));
      expect(rows.length).toBeGreaterThan(400);
    });

    test.each(rows)("$browser $code is $class, $evidence", ({ browser, code, class: name, evidence }) => {
      const found = classifyError(browser as "chromium" | "firefox", code);
      expect(KINDS[name]).toContain(found.kind);
      expect(found.evidence === "ignore").toBe(evidence === "ignore");
    });

    test.each(statuses)("HTTP $status is $class, $evidence", ({ status, evidence }) => {
      const found = classifyStatus(status);
      // A rate limit concerns one person. It never counts, whatever the table says.
      if (status === 429) expect(found).toBeNull();
      else expect((found?.evidence ?? "ignore") === "ignore").toBe(evidence === "ignore");
    });
  });
} else {
  test("needs the table of error codes", (context) => {
    const reason = "skipped: there is no ../shared/outages/error-codes.json beside the repository";
    console.info(reason);
    context.skip(reason);
  });
}

describe("an error in no table", () => {
  test.each([
    ["chromium", "net::ERR_SOMETHING_NEW"],
    ["firefox", "NS_ERROR_SOMETHING_NEW"],
    ["firefox", "NS_ERROR_NET_UNKNOWN_17"],
    ["firefox", "Error code 2152399999"],
    ["firefox", "Error code 1"],
  ] as const)("%s %s is ambiguous and counts as evidence", (browser, text) => {
    expect(classifyError(browser, text)).toEqual({ kind: "ambiguous", failure: "unknown", evidence: "counts" });
  });

  test("from Firefox that is a sentence, in any language, is a TLS failure", () => {
    for (const text of ["Le certificat du pair a expiré.", "انتهت صلاحية شهادة النظير.", "対向の証明書が失効しています。"]) {
      expect(classifyError("firefox", text)).toEqual({ kind: "tls", failure: "tls.failed", evidence: "counts" });
    }
  });
});

describe("a Firefox error number", () => {
  test.each([
    [2152398878, "dns", "dns.name_not_resolved"],
    [2152398861, "refused", "tcp.refused"],
    [2152398862, "timeout", "tcp.timed_out"],
    [2152398864, "offline", "dns.unreachable"],
    [2152398868, "reset", "tcp.reset"],
    [2152398919, "reset", "tcp.closed"],
    [2152398850, "aborted", "abandoned"],
    [2152398890, "proxy", "tcp.failed"],
    [2152398920, "proxy", "tcp.failed"],
    [2147500036, "blocked", "unknown"],
    [2153390069, "clock", "tls.cert.date_invalid"],
    [2153390067, "interception", "tls.cert.authority_invalid"],
    [2153394164, "interception", "tls.cert.name_invalid"],
    [2153398267, "clock", "tls.cert.date_invalid"],
    [2153398258, "interception", "tls.cert.authority_invalid"],
  ])("Error code %i is %s, %s", (number, kind, failure) => {
    expect(classifyError("firefox", `Error code ${number}`)).toMatchObject({ kind, failure });
  });

  test("is a TLS failure where only the module is known", () => {
    expect(classifyError("firefox", `Error code ${0x805a0000 + 4321}`)).toMatchObject({ kind: "tls", failure: "tls.failed" });
  });

  test.each([
    [407, "proxy"],
    [403, "proxy"],
    [511, "portal"],
    [502, "gateway"],
    [504, "gateway"],
    [400, "gateway"],
  ])("that carries the proxy's status %i is %s", (status, kind) => {
    expect(classifyError("firefox", `Error code ${0x804b0000 + 1000 + status}`).kind).toBe(kind);
  });
});

describe("an HTTP status", () => {
  test.each([402, 500, 501, 502, 503, 504, 507, 520, 521, 522, 523, 524, 525, 526, 527, 530, 599])(
    "%i is a failure of the site",
    (status) => {
      expect(classifyStatus(status)).toMatchObject({ kind: "http", evidence: "counts" });
    },
  );

  test.each([200, 204, 206, 301, 304, 400, 401, 403, 404, 410, 418, 429, 451])("%i is a healthy answer", (status) => {
    expect(classifyStatus(status)).toBeNull();
  });

  test.each([403, 429, 451])("%i turns the person away", (status) => {
    expect(isRefusal(status)).toBe(true);
  });

  test.each([400, 401, 402, 404, 410, 418, 503])("%i turns nobody away", (status) => {
    expect(isRefusal(status)).toBe(false);
  });

  test("attributes 407 to the proxy and 511 to a captive portal", () => {
    expect(classifyStatus(407)).toMatchObject({ kind: "proxy", evidence: "counts" });
    expect(classifyStatus(511)).toMatchObject({ kind: "portal", evidence: "counts" });
  });
});
