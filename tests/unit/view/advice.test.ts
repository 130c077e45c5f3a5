import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { adviceFor } from "../../../utils/core/view/advice.ts";
import { meaning } from "../../../utils/core/view/meaning.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

const english = loadTranslator("en");

function situation(sample: string, over: Partial<Situation> = {}): Situation {
  const known = SITUATIONS[sample];
  if (known === undefined) throw new Error(sample);
  return { ...known, ...over };
}

function meaningOf(sample: string): string | null {
  const message = meaning(situation(sample).verdict);
  return message === null ? null : english.text(message.key, message.values);
}

/** Our own advice, without the quotations of a provider. */
function advised(sample: string, over?: Partial<Situation>): string[] {
  return adviceFor(situation(sample, over)).flatMap((one) => (one.from === "us" ? [english.text(one.message.key)] : []));
}

const THEIRS = "Nothing to fix or restart on your side.";

describe("that nothing is to be fixed here", () => {
  test("is said where others, the provider or a measurement from elsewhere say that it fails", () => {
    for (const sample of ["provider-both", "provider-incident", "provider-fails-elsewhere", "site-everybody"])
      expect(meaningOf(sample)).toBe(THEIRS);
  });

  test("is not said of an outage that only this browser has seen, nor of a way that is cut", () => {
    expect(meaningOf("provider-correlated")).toBeNull();
    expect(meaningOf("network-route")).toBeNull();
  });

  test("is said of an error page that the edge or the platform itself wrote, and not of one that it passed on", () => {
    const { verdict } = situation("site-http-alone");
    const writtenBy = (writer: "edge" | "origin" | "platform") =>
      meaning({
        ...verdict,
        evidence: [...verdict.evidence.slice(0, 1), { kind: "written-by", site: "cornerbakery.example", writer, provider: "cloudflare" }],
      })?.key;
    expect(writtenBy("edge")).toBe("meaning.theirs");
    expect(writtenBy("platform")).toBe("meaning.theirs");
    expect(writtenBy("origin")).toBe("meaning.usuallyTheirs");
  });

  test("is only usual for a server error that nobody else knows of", () => {
    expect(meaningOf("site-http")).toMatch(/^Usually nothing on your side\..*sign-in or cookies\.$/);
  });

  test("is not said of redirects in a circle, filters, refusals, one browser's own trouble, or what answers again", () => {
    for (const sample of ["site-loop", "site-only-here", "site-stopped", "site-unreachable", "local-filter", "local-own-page"])
      expect([sample, meaningOf(sample)]).toEqual([sample, null]);
    expect(meaningOf("clear-refuses")).toBeNull();
    expect(meaningOf("site-answers-again")).toBeNull();
  });
});

describe("the advice", () => {
  test("for a way that is cut is another network first, and names a VPN", () => {
    expect(advised("network-route")[0]).toMatch(/^Try mobile data or another network\. .*provider's way is blocked or broken; ask it\.$/);
    expect(advised("network-route")[1]).toContain("VPN");
  });

  test("for a refusal follows its status", () => {
    expect(advised("clear-refuses")[0]).toContain("Sign in");
    expect(advised("clear-refuses-often")[0]).toContain("without reloading");
    expect(advised("clear-challenged")[0]).toContain("Let the check finish");
  });

  test("for redirects in a circle is to delete the site's cookies", () => {
    expect(advised("site-loop")[0]).toBe("Delete this site's cookies, or try a private window.");
  });

  test("for answers that are cut names security programs and filters", () => {
    expect(advised("site-stopped").join(" ")).toContain("security program");
  });

  test("for a name that is not found doubts the spelling only of a name that nobody knows", () => {
    expect(advised("site-dns").join(" ")).toContain("typing error");
    expect(advised("site-dns", { isKnown: true }).join(" ")).not.toContain("typing error");
  });

  test("for a certificate of somebody else names blocking lists first where only a few names are concerned", () => {
    expect(advised("local-own-page")[0]).toContain("blocking list");
    expect(advised("local-interception")[0]).toContain("enter no password");
    expect(advised("local-not-pinned")[0]).toContain("enter no password");
  });

  test("for a connection on which pages hang tries a private window before it troubles the provider", () => {
    const { verdict } = situation("network-isp");
    const hanging = { ...verdict, evidence: [{ kind: "slow", site: "netflix.com", count: 3, seconds: 15 } as const] };
    const list = advised("network-isp", { verdict: hanging });
    expect(list.at(-2)).toBe("Try a private window without extensions.");
    expect(list.at(-1)).toMatch(/^Tell your internet provider/);
    expect(advised("network-isp").join(" ")).not.toContain("private window");
  });

  test("to stay signed in is given only where the fault is known to lie elsewhere", () => {
    expect(advised("site-everybody").join(" ")).toContain("Stay signed in");
    expect(advised("site-http").join(" ")).not.toContain("Stay signed in");
  });

  test("warns of a certificate at the first failure", () => {
    const { verdict } = situation("unclear-first");
    const evidence = [{ kind: "first-failure", site: "netflix.com", failure: "tls.cert.date_invalid", status: null } as const];
    expect(advised("unclear-first", { verdict: { ...verdict, evidence } })[0]).toMatch(/^Do not click past the warning/);
  });

  test("is none for what answers again", () => {
    expect(advised("site-answers-again")).toEqual([]);
  });
});
