import http from "node:http";
import type { AddressInfo } from "node:net";
import { REACHABLE_PATH } from "../../utils/core/feed/paths.ts";

/** What answers in the place of a mirror: the mirror itself, a page, or a redirect to an address inside the network. */
export type PortalManner = "mirror" | "page" | "redirect";

export type Portal = {
  urls: string[];
  /** How the next requests are answered, one after the other; the last one stays. */
  answer(...manners: PortalManner[]): void;
  /** Requests to the address inside the network. */
  router: { asked: string[] };
  close(): Promise<void>;
};

/** A network that answers in place of a feed's mirror, under this name, and a device inside it that does what any request says. */
export async function startPortal(host: string): Promise<Portal> {
  let manners: PortalManner[] = ["mirror"];
  const asked: string[] = [];
  const router = await listen(({ method, url }, reply) => {
    asked.push(`${method} ${url}`);
    reply.end("rebooting");
  });
  const mirror = await listen(({ url }, reply) => {
    if (url !== REACHABLE_PATH) return reply.writeHead(404).end();
    const [manner = "mirror"] = manners.length > 1 ? manners.splice(0, 1) : manners;
    if (manner === "redirect") return reply.writeHead(302, { location: `${router.url}/reboot.cgi?confirm=1` }).end();
    if (manner === "page") return reply.writeHead(200, { "content-type": "text/html" }).end("Log in");
    return reply.writeHead(204, { "access-control-allow-origin": "*", "access-control-expose-headers": "Date" }).end();
  });
  return {
    urls: [mirror.url.replace("127.0.0.1", host)],
    answer(...next) {
      manners = next;
    },
    router: { asked },
    async close() {
      for (const { server } of [mirror, router]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function listen(listener: http.RequestListener): Promise<{ url: string; server: http.Server }> {
  const server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
