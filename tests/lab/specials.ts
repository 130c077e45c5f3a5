import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Names, Special } from "../../scripts/browsers/extension-browser.ts";
import type { BrowserFamily } from "../../scripts/browsers/find.ts";
import type { LaunchName } from "./lab-case.ts";
import type { LabProxy } from "./proxy.ts";
import type { Resolver } from "./resolver.ts";
import { makeTrustingProfile } from "./trusted-profile.ts";

type Around = { names: Names; proxy: LabProxy; resolver: Resolver; folder: string };

/** What a browser is started with for a launch, besides the names. */
export function specialFor(launch: LaunchName, family: BrowserFamily, around: Around): Special {
  return family === "firefox" ? { preferences: preferencesFor(launch, around) } : chromiumSpecial(launch, around);
}

function chromiumSpecial(launch: LaunchName, { names, proxy, resolver, folder }: Around): Special {
  const profile = mkdtempSync(join(folder, "profile-"));
  makeTrustingProfile(profile, names.authority);
  if (launch === "proxy") {
    // Names are the proxy's business.
    const rules = ["MAP * ~NOTFOUND", `EXCLUDE ${proxy.address}`].join(", ");
    return { profile, switches: [`--proxy-server=http://${proxy.address}:${proxy.port}`, `--host-resolver-rules=${rules}`] };
  }
  if (launch === "resolver") {
    writeFileSync(join(profile, "Local State"), JSON.stringify({ dns_over_https: { mode: "secure", templates: resolver.url } }));
    return { profile, switches: [knownNames(names)] };
  }
  if (launch === "cable") return { profile, switches: [knownNames(names)] };
  return { profile };
}

/** Known hosts are like names that are still remembered; every other name is asked of a resolver, if there is one. */
function knownNames({ addresses, httpPort, httpsPort }: Names): string {
  const rules = Object.entries(addresses).flatMap(([host, address]) =>
    address === null ? [] : [`MAP ${host}:443 ${address}:${httpsPort}`, `MAP ${host}:80 ${address}:${httpPort}`, `MAP ${host} ${address}`],
  );
  return `--host-resolver-rules=${rules.join(", ")}`;
}

function preferencesFor(launch: LaunchName, { proxy, resolver }: Around): NonNullable<Special["preferences"]> {
  if (launch === "proxy") {
    return {
      "network.proxy.type": 1,
      "network.proxy.http": proxy.address,
      "network.proxy.http_port": proxy.port,
      "network.proxy.ssl": proxy.address,
      "network.proxy.ssl_port": proxy.port,
      "network.proxy.no_proxies_on": "",
    };
  }
  if (launch === "resolver") {
    return {
      "network.trr.mode": 3,
      "network.trr.uri": resolver.url,
      "network.trr.custom_uri": resolver.url,
      "network.trr.confirmationNS": "skip",
      "network.trr.wait-for-portal": false,
      "network.trr.excluded-domains": "",
      "network.trr.builtin-excluded-domains": "",
      // The stand-ins are on this machine.
      "network.trr.allow-rfc1918": true,
    };
  }
  // The driver of the tests turns this off; people have it on.
  if (launch === "cable") return { "network.manage-offline-status": true };
  return {};
}
