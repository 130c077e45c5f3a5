import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { controlOf } from "./control.ts";
import type { ExtensionBrowser, LaunchOptions, Names } from "./extension-browser.ts";

/**
 * Firefox, driven over WebDriver BiDi. With system access (`--remote-allow-system-access`) the protocol reaches the browser's own
 * window too; through it the stand-ins' authority is trusted, names are mapped and the background is stopped, all without
 * privileges on the machine (tried on Firefox 153 ESR, 2026-11-23).
 */
export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { found, headless, language = "en", names, special = {} } = options;
  const folder = resolve(options.extension);
  const id = geckoId(folder);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: found.path,
    headless,
    defaultViewport: null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextOptionalPermissionPrompts": true,
      "intl.accept_languages": language === "en" ? "en-US, en" : language,
      ...(names === undefined ? {} : { "network.socket.forcePort": `80=${names.httpPort};443=${names.httpsPort}`, "network.trr.mode": 5 }),
      ...special.preferences,
    },
  });
  const chrome = await systemWindow(browser);
  // Without a language pack Firefox would not take a language on; extensions only need its name.
  if (language !== "en")
    await chrome(`Services.locale.availableLocales = ["en-US", "${language}"]; Services.locale.requestedLocales = ["${language}"];`);
  if (names !== undefined) await chrome(nameScript(names));
  await browser.installExtension(folder);
  // Another one in each profile.
  const uuid = String(await chrome(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`));
  // The promise of a navigation to moz-extension: never settles (Firefox 153), so nobody waits for it.
  const control = controlOf(browser, `moz-extension://${uuid}`, async (page, url) => {
    page.goto(url).catch(() => null);
  });
  return {
    ...control,
    family: "firefox",
    version: await browser.version(),
    async answerYesToFullAccess() {
      await chrome(`Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false)`);
    },
    async killBackground() {
      await chrome(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground()`);
    },
    // The protocol knows containers but no private windows, so the browser's own window opens one. Until that has started up, its first page
    // takes the place of whatever is loaded there (Firefox 153, 2026-11-30).
    async visitPrivately(url) {
      await chrome(`(async () => {
        const opened = Services.wm.getMostRecentWindow("navigator:browser").OpenBrowserWindow({ private: true });
        const until = async (isSo) => { for (let turn = 0; turn < 100 && !isSo(); turn++) await new Promise((resolve) => opened.setTimeout(resolve, 100)); };
        await until(() => opened.gBrowserInit?.delayedStartupFinished && opened.gBrowser.selectedBrowser.currentURI.spec !== "about:blank");
        const { selectedBrowser } = opened.gBrowser;
        const address = Services.io.newURI(${JSON.stringify(url)});
        selectedBrowser.loadURI(address, { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });
        await until(() => selectedBrowser.currentURI.equals(address) && !selectedBrowser.webProgress.isLoadingDocument);
        opened.close();
      })()`);
    },
    async update(newer) {
      await browser.installExtension(resolve(newer));
    },
    async addExtension(other) {
      await browser.installExtension(resolve(other));
    },
    async stopLoading() {
      await chrome(`Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser.stop()`);
    },
  };
}

function geckoId(folder: string): string {
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as { browser_specific_settings: { gecko: { id: string } } };
  return manifest.browser_specific_settings.gecko.id;
}

type Protocol = { send(method: string, parameters: object): Promise<{ result: unknown }> };
type Evaluated = { type: "success"; result: { value?: unknown } } | { type: "exception"; exceptionDetails: { text: string } };

/** Evaluates scripts in the browser's own window. Puppeteer keeps its connection to itself, but has one. */
async function systemWindow(browser: Browser): Promise<(expression: string) => Promise<unknown>> {
  const { connection } = browser as unknown as { connection: Protocol };
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })).result as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context;
  return async (expression) => {
    const reply = await connection.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    const evaluated = reply.result as Evaluated;
    if (evaluated.type === "exception") throw new Error(`Firefox: ${evaluated.exceptionDetails.text}`);
    return evaluated.result.value;
  };
}

/** Maps the names in Firefox's own resolver and trusts the stand-ins' authority for sites. */
function nameScript({ addresses, authority }: Names): string {
  const certificate = authority.replace(/-----[^-]+-----|\s/g, "");
  const overrides = Object.entries(addresses).map(
    ([host, address]) => `dns.addIPOverride(${JSON.stringify(host)}, ${JSON.stringify(address ?? "N/A")});`,
  );
  return `{
    Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(${JSON.stringify(certificate)}, "C,,");
    const dns = Cc["@mozilla.org/network/native-dns-override;1"].getService(Ci.nsINativeDNSResolverOverride);
    ${overrides.join("\n")}
  }`;
}
