import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { build } from "vite";
import { findableMessages } from "../support/translator.ts";

/** The pages of `tests/instruments/gallery`: the real components with sample data. */
export const PAGES = ["popup", "welcome", "dashboard", "settings", "store"] as const;

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const BUILT = join(PROJECT, ".output/gallery-page");
const TYPES: { [extension: string]: string } = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Bundles them as a browser gets the extension's pages: production code, styles and all. */
export async function buildPages(): Promise<void> {
  const messages = Object.fromEntries(["en", "ar"].map((language) => [language, Object.fromEntries(findableMessages(language))]));
  await build({
    configFile: false,
    root: join(PROJECT, "tests/instruments/gallery"),
    base: "./",
    logLevel: "warn",
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      target: "esnext",
      rolldownOptions: { input: PAGES.map((page) => join(PROJECT, `tests/instruments/gallery/${page}.html`)) },
    },
    plugins: [
      preact(),
      {
        name: "messages",
        resolveId: (id) => (id === "virtual:messages" ? "\0messages" : null),
        load: (id) => (id === "\0messages" ? `export default ${JSON.stringify(messages)}` : null),
      },
    ],
  });
}

/** Serves what was built, on a port of its own. */
export function servePages(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://gallery");
    try {
      const file = readFileSync(join(BUILT, pathname));
      response.setHeader("content-type", TYPES[extname(pathname)] ?? "application/octet-stream");
      response.end(file);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/` });
    });
  });
}
