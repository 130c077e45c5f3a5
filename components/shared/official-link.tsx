import { linkHost } from "../../utils/core/view/link-host.ts";
import { Say } from "./words.tsx";

/** The link to what a provider says itself. Its text names the host, for eyes and for screen readers; nothing where it may not be a link. */
export function OfficialLink({ url }: { url: string }) {
  const host = linkHost(url);
  if (host === null) return null;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <Say text="official.link" values={{ host }} />
    </a>
  );
}
