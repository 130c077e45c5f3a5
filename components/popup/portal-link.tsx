import { Say } from "../shared/words.tsx";

/**
 * Leads to a network's sign-in page: an address of the feed's own server over plain http, which such a network answers with its page.
 * No third party receives a request.
 */
export function PortalLink({ address }: { address: string }) {
  return (
    <p class="portal">
      <a class="press primary" href={address} target="_blank" rel="noopener noreferrer">
        <Say text="advice.portal.open" />
      </a>
    </p>
  );
}
