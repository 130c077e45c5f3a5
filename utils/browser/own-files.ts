import { browser } from "#imports";

/** The address of a file of the extension. @param path from the root of the extension, with a leading slash */
export function fileAddress(path: string): string {
  // The browser's types list the files of one build; a build may have more, or fewer.
  return browser.runtime.getURL(path as never);
}

/** The address of a page of the extension. @param search what the dashboard searches for at once */
export function pageAddress(page: "dashboard" | "welcome", search?: string): string {
  return fileAddress(`/${page}.html`) + (search === undefined ? "" : `?search=${encodeURIComponent(search)}`);
}

/** Reads a file of the extension from the disk: no request leaves the browser. @throws where there is no such file (Chromium) */
export function readOwnFile(path: string): Promise<Response> {
  return fetch(fileAddress(path));
}
