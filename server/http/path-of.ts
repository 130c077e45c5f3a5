/** The path of a request: without the query, and without the host that a proxy may write in front. */
export function pathOf(url: string): string {
  if (url.startsWith("/")) {
    const query = url.indexOf("?");
    return query < 0 ? url : url.slice(0, query);
  }
  return URL.canParse(url) ? new URL(url).pathname : url;
}
