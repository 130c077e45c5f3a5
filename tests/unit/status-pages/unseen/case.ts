/** What one incident has to be told as. Fields that are left out do not matter. */
export type Told = {
  open: boolean;
  severity?: string;
  status?: string;
  region?: string | null;
  areas?: string[];
  services?: string[];
  title?: string;
  started?: string;
  updated?: string;
  resolved?: string | null;
};

/** A payload, when it is read, and all that it tells, in any order. */
export type Case = {
  what: string;
  format: string;
  payload: unknown;
  /** ISO time; noon of 1 October 2026 where left out. */
  at?: string;
  told: Told[];
  unknown?: string[];
  /** The provider and site of the source; a service without regions where left out. */
  provider?: string;
};

export const NOON = "2026-10-01T12:00:00Z";

/** An RSS feed of items. */
export function rssOf(items: { title: string; at: string; body?: string; more?: string }[], title = "Acme Status"): string {
  const written = items.map(
    ({ title: name, at, body = "", more = "" }, index) =>
      `<item><title>${escaped(name)}</title><link>https://status.acme.example/${index}</link><guid>i${index}</guid><pubDate>${at}</pubDate><description>${escaped(body)}</description>${more}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>https://status.acme.example</link>${written.join("")}</channel></rss>`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
