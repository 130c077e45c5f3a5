import type { FaultKind } from "../../../utils/core/net/failure.ts";
import type { Answer } from "../../instruments/scenarios/expectation.ts";
import type { Access } from "../access.ts";
import type { Condition } from "../condition.ts";
import { both, CLEAR, type FaultClass, type LabCase, refuses, site } from "../lab-case.ts";

type Plan = {
  name: string;
  title: string;
  faultClass: FaultClass;
  condition: Condition;
  accept(domain: string): { [access in Access]: readonly Answer[] };
  shows?: readonly FaultKind[];
  quick?: true;
};

/** A site that breaks in one way while the others work. */
const PLANS: Plan[] = [
  {
    name: "refused",
    shows: ["refused"],
    title: "a server that refuses connections is named while others answer",
    faultClass: "connection",
    condition: "refused",
    accept: (domain) => both(site("unreachable", domain)),
    quick: true,
  },
  {
    name: "reset",
    shows: ["reset"],
    title: "a server that tears connections down is named while others answer",
    faultClass: "connection",
    condition: "reset",
    accept: (domain) => both(site("unreachable", domain)),
  },
  {
    name: "reset-after-a-while",
    title: "a server that thinks and then hangs up is named while others answer",
    faultClass: "connection",
    condition: "late-reset",
    shows: ["broken", "reset"],
    accept: (domain) => both(site(["http", "unreachable"], domain)),
  },
  {
    name: "empty-reply",
    shows: ["broken", "reset"],
    title: "a server that hangs up without a word is named while others answer",
    faultClass: "answer",
    condition: "empty",
    accept: (domain) => both(site(["http", "unreachable"], domain)),
  },
  {
    name: "truncated",
    shows: ["broken"],
    title: "a page that breaks off half-way is the site's failure",
    faultClass: "answer",
    condition: "truncated",
    accept: (domain) => both(site(["http", "unreachable"], domain)),
  },
  ...[500, 502, 503, 504, 520].map(
    (status): Plan => ({
      name: `status-${status}`,
      title: `a page that answers ${status} is the site's failure, out of sight without full access`,
      faultClass: "answer",
      condition: status,
      accept: (domain) => ({ full: [site("http", domain)], basic: CLEAR }),
      ...(status === 503 ? { quick: true } : {}),
    }),
  ),
  {
    name: "status-402",
    title: "a page that nobody has paid for is the site's failure",
    faultClass: "answer",
    condition: 402,
    accept: (domain) => ({ full: [site("http", domain)], basic: CLEAR }),
  },
  ...[403, 429, 451].map(
    (status): Plan => ({
      name: `status-${status}`,
      title: `a page that answers ${status} turns the person away, and that is no failure`,
      faultClass: "refusal",
      condition: status,
      accept: (domain) => ({ full: [refuses(domain)], basic: CLEAR }),
      ...(status === 403 ? { quick: true } : {}),
    }),
  ),
  {
    name: "challenge",
    title: "a page that asks for a proof of being a person turns that person away, whatever its status",
    faultClass: "refusal",
    condition: { status: 503, headers: { server: "cloudflare", "cf-ray": "8f1c2d3e4f5a6b7c-FRA", "cf-mitigated": "challenge" } },
    accept: (domain) => ({ full: [refuses(domain)], basic: CLEAR }),
  },
  {
    name: "certificate-expired",
    shows: ["clock"],
    title: "one expired certificate is the site's, not the clock's",
    faultClass: "certificate",
    condition: "expired",
    accept: (domain) => both(site("tls", domain)),
    quick: true,
  },
  {
    name: "certificate-self-signed",
    shows: ["interception"],
    title: "one self-signed certificate is the site's",
    faultClass: "certificate",
    condition: "self-signed",
    accept: (domain) => both(site("tls", domain)),
  },
  {
    name: "certificate-wrong-name",
    shows: ["interception"],
    title: "one certificate for another name is the site's",
    faultClass: "certificate",
    condition: "wrong-name",
    accept: (domain) => both(site("tls", domain)),
  },
  {
    name: "plain-text-on-tls-port",
    shows: ["broken"],
    title: "plain text where TLS belongs is the site's failure",
    faultClass: "certificate",
    condition: "plain-text",
    accept: (domain) => both(site("tls", domain)),
  },
];

export const ONE_SITE: LabCase[] = PLANS.map(({ name, title, faultClass, condition, accept, shows, quick }, index) => {
  const domain = `${name}.example`;
  const host = `www.${domain}`;
  return {
    name,
    title,
    faultClass,
    launch: "plain",
    hosts: [{ host, address: `127.60.${index}.1`, title: name }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set(host, condition);
      return await lab.tryTwice(`https://${host}/`);
    },
    accept: accept(domain),
    ...(shows === undefined ? {} : { shows }),
    ...(quick === true ? { quick } : {}),
  };
});
