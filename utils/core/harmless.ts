/**
 * What nobody sees and what could make words read other than they are: marks that turn the direction, characters without width, halves
 * of characters.
 */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const GAPS = /[\p{Cc}\s]+/gu;

/** Somebody else's words made safe to show, whoever signed them: one line, with nothing in it that a reader cannot see. */
export function harmlessText(text: string): string {
  return text.replace(UNSEEN, "").replace(GAPS, " ").trim();
}

/**
 * Whether an id may be shown where it has no name, and looked up in tables of names: `constructor` would be found in each, as a part of
 * every object.
 */
export function isHarmlessName(name: string): boolean {
  return /^[\w.:/-]{1,120}$/.test(name) && !(name in {});
}

/**
 * An address that may stand behind a link; "" for any other. Encrypted, and without the user's name that some put in front of the host,
 * so that the address seems to lead elsewhere. A host in foreign letters is the browser's to show: it spells those that look alike.
 */
export function harmlessLink(address: string): string {
  return /^https:\/\/[^\s/?#@\\]+(?:[/?#]|$)/i.test(address) ? address : "";
}
