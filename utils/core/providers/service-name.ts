/** A service of the catalogue, with what people call it. */
export type ServiceName = {
  id: string;
  /** In English, and wherever a language has no name of its own for it. */
  name: string;
  /** In other languages, by the code of the language (`ar`), where people use another name there. */
  names?: { [language: string]: string };
};

/** What people who read a language call a service. */
export function serviceNameIn({ name, names }: ServiceName, language: string): string {
  return names?.[language] ?? name;
}

/** Only the id and the names of a catalogue entry: all that the world keeps of it and pages receive. */
export function onlyName({ id, name, names }: ServiceName): ServiceName {
  return names === undefined ? { id, name } : { id, name, names };
}
