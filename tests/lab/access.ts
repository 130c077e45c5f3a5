export type Access = "full" | "basic";
