import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { finishMessages } from "./scripts/build/built-messages.ts";
import { readFeedSettings } from "./scripts/build/feed-settings.ts";
import { drawIcons } from "./scripts/build/icons.ts";
import { licencesText } from "./scripts/build/licences.ts";
import { publicSuffixes } from "./scripts/build/public-suffixes.ts";
import { sharedChunk } from "./scripts/build/shared-chunks.ts";
import { hostPattern } from "./utils/core/net/match-pattern.ts";

const feed = readFeedSettings(process.env);
/** Where the build goes; `npm start`, the demo and the tests keep theirs apart from each other's. */
const outDir = process.env.EXTENSION_OUT_DIR ?? ".output";

const inUtils = (file: string) => fileURLToPath(new URL(`./utils/${file}`, import.meta.url));

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/clear-${size}.png`]));

/**
 * What pages may load: our own files, and by `fetch` feeds and sites, some of them without encryption. Markup that somebody smuggled in
 * could neither run nor load a picture. Without upgrade-insecure-requests, which Firefox adds by default and which turns a company's own
 * feed on http://192.168.x.x into a TLS hello that nobody answers (tried on Firefox 153).
 */
const NOTHING_FOREIGN = "default-src 'self'; connect-src 'self' http: https:; object-src 'none'; base-uri 'none'; form-action 'none'";
/** `npm run dev` writes styles into the pages and talks to them through a socket. */
const WHILE_DEVELOPING = "script-src 'self'; object-src 'self'";

/**
 * Our pages come from the disk, so Vite's helper that preloads what an `import()` needs, and its lists of files, would only weigh (1.5 kB of
 * every popup).
 */
const plainImports = {
  name: "plain-imports",
  transform: (_code: string, id: string) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
  renderChunk: (code: string) => code.replaceAll(/,\s*__VITE_PRELOAD__/g, ""),
};

export default defineConfig({
  imports: false,
  outDir,
  manifestVersion: 3,
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  webExt: { disabled: true },
  vite: ({ browser }) => ({
    plugins: [preact(), plainImports],
    build: {
      // Every browser that we support preloads modules itself.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        optimization: { inlineConst: { mode: "all", pass: 3 } },
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: sharedChunk }] } },
      },
    },
    resolve: {
      alias: [
        // The public suffix list as compact text (28 kB compressed against 47 kB of the library's smallest file).
        { find: /^\.{1,2}\/(?:net\/)?public-suffix\.ts$/, replacement: inUtils("replacements/public-suffix.ts") },
        // The names of places are among the English messages already.
        { find: /^\.{1,2}\/(?:.*\/)?(?:provider|region)-table\.ts$/, replacement: inUtils("replacements/place-tables.ts") },
        // The feed server's parsers bring their own HTML and XML readers, which are larger than they; pages have both.
        { find: /^\.\/html-tokens\.ts$/, replacement: inUtils("replacements/html-tokens.ts") },
        // The parsers of formats that one company uses stay on the server.
        { find: /^\.{1,2}\/(?:core\/status-pages\/)?formats\.ts$/, replacement: inUtils("replacements/formats.ts") },
        // No browser reports errors by the names or numbers of another.
        {
          find: browser === "firefox" ? /^\.\/chromium-errors\.ts$/ : /^\.\/firefox-error(?:s|-numbers)\.ts$/,
          replacement: inUtils("replacements/errors-of-other-browsers.ts"),
        },
        ...(browser === "firefox"
          ? []
          : [{ find: "webextension-polyfill", replacement: inUtils("replacements/webextension-polyfill.ts") }]),
      ],
    },
    define: {
      __FEED_MIRRORS__: JSON.stringify(feed.mirrors),
      __FEED_ROOT_KEY__: JSON.stringify(feed.rootKey),
    },
  }),
  hooks: {
    "build:before": () => {
      drawIcons();
    },
    "build:publicAssets": ({ config: { browser } }, files) => {
      // Chromium is given pixels instead of files (`utils/toolbar/icon-images.ts`): of those it needs what the manifest names.
      const isNeeded = (file: string) => browser === "firefox" || !file.startsWith("icon") || basename(file).startsWith("clear-");
      files.splice(0, files.length, ...files.filter(({ relativeDest }) => isNeeded(relativeDest)));
      files.push({ contents: licencesText(), relativeDest: "licences.txt" });
      files.push({ contents: publicSuffixes(), relativeDest: "public-suffixes.txt" });
    },
    // The names of places lie among the messages, where the browser keeps them, and not in the code of every page.
    "build:done": ({ config: { outDir: built } }) => finishMessages(join(built, "_locales")),
  },
  zip: {
    includeSources: ["{entrypoints,components,utils,public,locales,assets,scripts,server}/**", "*.{json,md}", "wxt.config.ts", "LICENSE"],
  },
  manifest: ({ browser, command }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    minimum_chrome_version: browser === "firefox" ? undefined : "137",
    incognito: "not_allowed",
    // Firefox cannot ask for the menu of links later, and asks nothing for it at installation.
    permissions: ["storage", "alarms", "webNavigation", "webRequest", ...(browser === "firefox" ? ["contextMenus"] : [])],
    // The hosts of the build's own feed. With permission for them Firefox sends no `Origin`, which would be a number of the installation, and
    // both browsers show a captive portal's redirect instead of hiding it (tried on Chromium 156 and Firefox 153, 2026-11-30).
    host_permissions: [...new Set(feed.mirrors.map(hostPattern))],
    optional_host_permissions: ["<all_urls>"],
    optional_permissions: ["notifications", ...(browser === "firefox" ? [] : ["contextMenus"])],
    content_security_policy: { extension_pages: command === "serve" ? WHILE_DEVELOPING : NOTHING_FOREIGN },
    omnibox: { keyword: "down" },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+J" } } },
    icons: ICONS,
    action: {
      default_title: "__MSG_extensionName__",
      default_icon: ICONS,
      // Firefox hides new buttons behind the puzzle piece unless asked; Chromium always does, and the welcome page says so.
      ...(browser === "firefox" ? { default_area: "navbar" as const } : {}),
    },
    ...(browser === "firefox" ? {} : { storage: { managed_schema: "managed-schema.json" } }),
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "not-just-me@not-just-me.example",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"], optional: ["browsingActivity"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : {}),
  }),
});
