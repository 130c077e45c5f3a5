import type { GeneratedI18nStructure } from "#i18n";

type Form = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutForm<Key> = Key extends `${infer Group}.${Form}` ? Group : Key;

/** The key of a message in `locales/en.yml`; the forms of a plural are one message. */
export type MessageKey = WithoutForm<keyof GeneratedI18nStructure>;
