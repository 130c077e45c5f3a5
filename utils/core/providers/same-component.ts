/** What carries everything else: an incident of the network is one of every service behind it. */
const CARRIES_ALL = /\bnetwork|\bpower\b|\bdata ?cent(?:er|re)\b/i;

/**
 * Whether a component that a provider's incident names is the service that a host rule names. AWS names components by their ids
 * (`dynamodb`), the others by what their status pages show: Azure's "Azure Front Door" is `front-door`, Google's "Google Cloud
 * Pub/Sub" is `pubsub`.
 * @param named as the incident has it
 * @param service as the rules on host names have it
 */
export function isSameComponent(named: string, service: string): boolean {
  if (named === service || CARRIES_ALL.test(named)) return true;
  const isShownName = /[A-Z ]/.test(named);
  return isShownName && letters(named).includes(letters(service));
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
