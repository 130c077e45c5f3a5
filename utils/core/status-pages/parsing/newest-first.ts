/** Sorts posts by their time, the newest first; posts without a time come last. Vendors list them in either order. */
export function newestFirst<Post extends { at: number | null }>(posts: Post[]): Post[] {
  return posts.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
}
