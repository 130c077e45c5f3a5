import type { StandIn } from "../instruments/loopback/stand-in.ts";

/** What a server of the lab has at one path. */
export type LabFile = { type: string; body: string; status?: number; headers?: { [name: string]: string } };

/** A host of the lab: a stand-in, and further paths of its server. */
export type LabHost = StandIn & {
  /** By path; anything else is the stand-in's ordinary page. */
  files?: { [path: string]: LabFile };
  /** Paths at which the connection is torn down. */
  broken?: string[];
  /** Nothing on the port for https: a site of the old days. */
  plainOnly?: true;
  /** Its `/api/` answers without the header that lets another host's page read it. */
  closedToOthers?: true;
};

/** Where a captive portal sends everybody. */
export const PORTAL: LabHost = { host: "login.portal.example", address: "127.59.0.1", title: "Log in", plainOnly: true };
export const PORTAL_PAGE = `http://${PORTAL.host}/`;

/** A page with a script, and without an icon of its own, so that nothing else is asked for. */
export function pageWith(title: string, script: string): LabFile {
  return {
    type: "text/html",
    body: `<!doctype html><title>${title}</title><link rel="icon" href="data:,"><h1>${title}</h1><script>${script}</script>`,
  };
}
