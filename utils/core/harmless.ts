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
 * Somebody else's id made safe to show where it has no name, and to look up in tables of names: `constructor` would be found in each, as a
 * part of every object. An id of letters, digits and `_ . : / -` stays as it is.
 */
export function harmlessName(name: string): string {
  const plain = name.replace(/[^\w.:/-]+/g, "-");
  return plain in {} ? `${plain}-` : plain;
}

/**
 * An address that may stand behind a link; "" for any other. Encrypted, and without the user's name that some put in front of the host,
 * so that the address seems to lead elsewhere. A host in foreign letters is the browser's to show: it spells those that look alike.
 */
export function harmlessLink(address: string): string {
  return /^https:\/\/[^\s/?#@\\]+(?:[/?#]|$)/i.test(address) ? address : "";
}
