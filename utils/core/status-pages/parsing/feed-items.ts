/** RSS or Atom, as far as status feeds use it. */
export type FeedDocument = { title: string; link: string; generator: string; updated: number | null; items: FeedItem[] };
export type FeedItem = {
  id: string;
  link: string;
  title: string;
  /** HTML, or text. */
  body: string;
  categories: string[];
  published: number | null;
  updated: number | null;
};
