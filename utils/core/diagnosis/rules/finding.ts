/** What is wrong on this side of the connection. */
export type LocalCause = "offline" | "no-internet" | "dns" | "captive-portal" | "proxy" | "clock" | "interception" | "blocked";
/** How a site fails. */
export type SiteCause = "http" | "dns" | "tls" | "unreachable" | "slow";
/** What names a provider: an incident in the feed, failures of several owners, or both. */
export type ProviderCause = "incident" | "correlated" | "both";

/** What is broken and why, as one of six scopes. `subject` names the broken thing where it has a name. */
export type Finding =
  | { scope: "clear"; cause: null; subject: null }
  /** The site answers and turns this person away: 403, 429, 451 or a challenge. `subject` is the site's registrable domain. */
  | { scope: "clear"; cause: "refuses"; subject: string }
  | { scope: "local"; cause: LocalCause; subject: null }
  /** Many unrelated providers fail from here. */
  | { scope: "network"; cause: "isp"; subject: null }
  /** Sites of one provider cannot be reached from here, and nobody else says that it fails. `subject` is the place, as for `provider`. */
  | { scope: "network"; cause: "route"; subject: string }
  /** `subject` is the site's registrable domain. */
  | { scope: "site"; cause: SiteCause; subject: string }
  /** `subject` is `provider/region`, or `provider` alone. */
  | { scope: "provider"; cause: ProviderCause; subject: string }
  /** `subject` is the site's registrable domain, where one site is meant. */
  | { scope: "unclear"; cause: null; subject: string | null };

export type Scope = Finding["scope"];
