/** The parts of an RSS or Atom document that status feeds use. Times in milliseconds of the epoch; missing texts are "". */
export type FeedDocument = { title: string; link: string; generator: string; updated: number | null; items: FeedItem[] };
export type FeedItem = {
  id: string;
  link: string;
  title: string;
  /** HTML or plain text. */
  body: string;
  categories: string[];
  published: number | null;
  updated: number | null;
  /** A state of the item in an element of its own, as Microsoft's feed has it. */
  status: string;
};
