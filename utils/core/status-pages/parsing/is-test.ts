/** What vendors post to try their page, and trouble of an environment that only developers use. */
const TEST =
  /^\W{0,3}(?:test(?: (?:incident|event|post|notification|maintenance|message))?|this is (?:only )?a test|sandbox)\s{0,3}(?:[\])}:.!–—-]|$)|\b(?:please (?:ignore|disregard)|ignore this (?:test|incident)|this is (?:only )?a (?:test|drill))\b/i;

/** Whether the title of an event says that it is a test, or of the sandbox alone. "Test Engine is slow" is about a product. */
export function isTest(title: string): boolean {
  return TEST.test(title);
}
