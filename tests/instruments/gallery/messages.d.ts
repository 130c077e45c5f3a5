declare module "virtual:messages" {
  /** By language, then by flat key. The gallery's build makes it from `locales/`. */
  const messages: { [language: string]: { [key: string]: string } };
  export default messages;
}
