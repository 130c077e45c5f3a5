export type Size = {
  /** Distinct reporters and networks of the last hour. */
  reporters: number;
  networks: number;
  /** Fresh reporters a minute over the last quarter of an hour, and how many are usual. */
  rate: number;
  usual: number;
  /** Services that fail together. */
  services: number;
};

/** Twenty times the usual is the rise that the sharp chart tests for; the counts keep a handful of people from being major. Judged. */
const MAJOR = { times: 20, reporters: 25, networks: 10, services: 8 };
/** Judged. */
const CRITICAL = { reporters: 1000, networks: 50, servicesAtPlace: 5 };

/** How grave trouble looks from the number of people alone. */
export function severityOf(size: Size): "minor" | "major" | "critical" {
  const isMany = size.reporters >= MAJOR.reporters && size.networks >= MAJOR.networks;
  const isClear = size.rate >= MAJOR.times * size.usual || size.services >= MAJOR.services;
  if (!isMany || !isClear) return "minor";
  const isWide = size.services === 1 || size.services >= CRITICAL.servicesAtPlace;
  return isWide && size.reporters >= CRITICAL.reporters && size.networks >= CRITICAL.networks ? "critical" : "major";
}
