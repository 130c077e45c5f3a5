import type { CommandName } from "./read-words.ts";

const FEED = `  --feed URL    a mirror of another feed; may be given several times
  --key KEY     the root key of that feed
  --refresh     asks the mirrors even where the kept copy is younger than a minute
  --json        one JSON document, for programs
  --help, --version`;

const EXITS = `Exit status: 0 nothing is known against it, 1 an outage is known, 2 what was typed cannot be read,
3 no feed could be read and verified, 4 something else failed.`;

const PROMISE = `The signed outage feed is downloaded whole, and what you ask about is looked up on this machine: no name that you type leaves it.`;

const COMMANDS: { [name in CommandName]: string } = {
  down: `not-just-me down NAME

Says whether an outage of a service, a provider, a place or a host is known:
  not-just-me down netflix
  not-just-me down aws/us-east-1
  not-just-me down https://api.example.com/v1

${FEED}

${EXITS}`,
  where: `not-just-me where HOST...

Says which provider and region hosts a name, a URL or an address, and whether an outage is known there. Asks no name server:
a name that does not tell where it is stays unknown; give its address then.

  --no-feed     only where it is: asks nobody, knows no address
${FEED}

${EXITS}`,
  outages: `not-just-me outages [--mine FILE]

Lists the outages that go on.

  --mine FILE   only those that hit hosts of this file, - for standard input: a name, an address or a URL a line; # begins a comment
${FEED}

${EXITS}`,
};

export function helpText(of: CommandName | null): string {
  if (of !== null) return COMMANDS[of];
  return `not-just-me: is it just me, or is it down?

  not-just-me down NAME               whether an outage of a service, a provider or a host is known
  not-just-me where HOST...           which provider and region hosts it, and what fails there
  not-just-me outages [--mine FILE]   the outages that go on, or those that hit your own hosts

${FEED}

${PROMISE}
The feed is the one of this build, or of FEED_MIRRORS and FEED_ROOT_KEY in the environment.

${EXITS}`;
}
