import type { FeedBuildSettings } from "../build/feed-settings.ts";

declare global {
  /** Written into a package when it is built; see `scripts/npm-packages`. */
  const __PACKAGE__: { version: string; feed: FeedBuildSettings } | undefined;
}

/** What the package was built with. Without a build, from the sources, there is no feed and no version. */
export function buildSettings(): { version: string; feed: FeedBuildSettings } {
  return typeof __PACKAGE__ === "undefined" ? { version: "0.0.0", feed: { mirrors: [], rootKey: "" } } : __PACKAGE__;
}
