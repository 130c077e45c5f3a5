import type { Page } from "puppeteer-core";
import { expect } from "vitest";

/** What a reader cannot see. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Our longest page stays far below this, whatever text it shows. */
const LONGEST = 20_000;
const NARROW = 400;

type Look = { text: string; strangers: string[]; quoted: string[]; hacked: unknown; links: string[]; tooWide: number };

const LOOK = `(() => {
  const ours = ({ src }) => (src ?? "").startsWith(location.origin + "/");
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    text: document.querySelector("#root").textContent,
    strangers: all("img, script, iframe, object, embed, base, form, [onerror], [onload]").filter((one) => !ours(one)).map((one) => one.outerHTML),
    quoted: all("blockquote *, q *").map(({ localName }) => localName),
    hacked: globalThis.hacked ?? null,
    links: all("a").map(({ href }) => href).filter((href) => !href.startsWith(location.origin + "/")),
    tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()`;

/** Checks that a page of the extension shows somebody else's text as plain text and nothing more. */
export async function expectHarmless(page: Page, what: string): Promise<void> {
  await page.setViewport({ width: NARROW, height: 800 });
  const look = (await page.evaluate(LOOK)) as Look;
  expectPlain(look.text, LONGEST);
  expect(look.strangers, what).toEqual([]);
  expect(new Set([...look.quoted, "p"]), what).toEqual(new Set(["p"]));
  expect(look.hacked, what).toBeNull();
  for (const link of look.links)
    expect(new URL(link), `${what}: ${link}`).toMatchObject({ protocol: "https:", username: "", password: "" });
  expect(look.tooWide, `${what} is too wide for ${NARROW} pixels`).toBeLessThanOrEqual(0);
}

/** @param longest characters */
export function expectPlain(text: string, longest: number): void {
  expect(UNSEEN.exec(text)?.index ?? null, JSON.stringify(text.slice(0, 2000))).toBeNull();
  expect(text.length).toBeLessThan(longest);
}
