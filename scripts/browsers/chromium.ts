import { resolve } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { controlOf, waitUntil } from "./control.ts";
import type { ExtensionBrowser, LaunchOptions, Names } from "./extension-browser.ts";

/**
 * Chromium, Chrome and Edge, driven over a pipe. `enableExtensions` loads the extension with the protocol's own command
 * (`Extensions.loadUnpacked`): branded builds ignore `--load-extension` since 137.
 */
export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { found, headless, language = "en", names, special = {} } = options;
  const browser = await puppeteer.launch({
    executablePath: found.path,
    headless,
    pipe: true,
    enableExtensions: [resolve(options.extension)],
    defaultViewport: null,
    // In a window for a person, no bar that says it is driven by a test.
    ...(headless ? {} : { ignoreDefaultArgs: ["--enable-automation"] }),
    ...(special.profile === undefined ? {} : { userDataDir: resolve(special.profile) }),
    // On Linux the language comes from the environment, elsewhere from the switch.
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--lang=${language}`,
      "--no-first-run",
      "--disable-quic",
      // Chromium's own sandbox needs another user than root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(names === undefined ? [] : nameSwitches(names)),
      ...(special.switches ?? []),
    ],
  });
  const id = await extensionId(browser);
  const control = controlOf(browser, `chrome-extension://${id}`, async (page, url) => {
    await page.goto(url);
  });
  return {
    ...control,
    family: "chromium",
    version: await browser.version(),
    // A headless browser has nobody to click "Allow" in the browser's own question. The page of chrome://extensions may add a host
    // permission beforehand, and then the question is not asked (tried on Chromium 156, 2026-11-23). It must be spelt exactly as
    // the extension asks for it: `*://*/*` is not enough for `<all_urls>`.
    async answerYesToFullAccess() {
      const page = await browser.newPage();
      await page.goto("chrome://extensions/");
      await page.evaluate(`chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, "<all_urls>")`);
      await page.close();
    },
    async killBackground() {
      const target = browser.targets().find((one) => one.type() === "service_worker" && one.url().includes(id));
      if (target === undefined) return;
      // The next event starts it again at once, under another target. One that ends by itself meanwhile has no session any more,
      // and an order that comes while it starts may be lost ("No session with given id", Chromium 156, 2026-11-28).
      await waitUntil(async () => {
        await (await target.worker().catch(() => null))?.close().catch(() => null);
        return !browser.targets().includes(target);
      });
    },
    async visitPrivately(url) {
      const context = await browser.createBrowserContext();
      await control.visit(await context.newPage(), url);
      await context.close();
    },
    async update(folder) {
      await browser.installExtension(resolve(folder));
    },
    async addExtension(folder) {
      await browser.installExtension(resolve(folder));
    },
    async stopLoading(page) {
      const session = await page.createCDPSession();
      await session.send("Page.stopLoading");
      await session.detach();
    },
  };
}

async function extensionId(browser: Browser): Promise<string> {
  await waitUntil(async () => (await browser.extensions()).size > 0);
  for (const id of (await browser.extensions()).keys()) return id;
  throw new Error("the extension was not loaded");
}

/** The resolver's rules may map the port too, so the stand-ins need no privileged ones. On every other port nobody listens. */
function nameSwitches({ addresses, httpPort, httpsPort, keyHash }: Names): string[] {
  const rules = Object.entries(addresses).flatMap(([host, address]) =>
    address === null
      ? [`MAP ${host} ~NOTFOUND`]
      : [`MAP ${host}:443 ${address}:${httpsPort}`, `MAP ${host}:80 ${address}:${httpPort}`, `MAP ${host} ${address}`],
  );
  return [
    `--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost"].join(", ")}`,
    `--ignore-certificate-errors-spki-list=${keyHash}`,
  ];
}
