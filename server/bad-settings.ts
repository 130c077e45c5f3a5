/** What is wrong with the settings, in one line for the operator: which setting, what it is, what it must be. */
export class BadSettings extends Error {}
