/** The probe does not connect. The message is for people, without any name or address. */
export class Refused extends Error {}
