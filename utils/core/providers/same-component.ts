/** Components that all others depend on: an incident of the network affects every service. */
const SHARED_COMPONENT = /\bnetwork|\bpower\b|\bdata ?cent(?:er|re)\b/i;

/**
 * Whether a component in a provider's incident is, or carries, the service of a host rule. AWS uses ids (`dynamodb`), other providers the
 * display names of their status pages: Azure's "Azure Front Door" is `front-door`, Google's "Google Cloud Pub/Sub" is `pubsub`.
 * @param component the name in the incident
 * @param service the name in the host rules
 */
export function isSameComponent(component: string, service: string): boolean {
  if (component === service || SHARED_COMPONENT.test(component)) return true;
  const isDisplayName = /[A-Z ]/.test(component);
  return isDisplayName && letters(component).includes(letters(service));
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
