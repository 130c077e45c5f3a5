#!/usr/bin/env node
import { parseArgs } from "node:util";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { messageOf } from "../../utils/core/message-of.ts";
import { buildSettings } from "../answers/build-settings.ts";
import { cacheFolder } from "../answers/cache-folder.ts";
import { readFeedSetting } from "../answers/feed-setting.ts";
import { createMcpServer } from "./server.ts";

const HELP = `not-just-me-mcp [--feed URL --key KEY]

A server of the Model Context Protocol over standard input and output: the tools outages, service and where.

  --feed URL    a mirror of another feed; may be given several times
  --key KEY     the root key of that feed
  --help, --version

The feed is the one of this build, or of FEED_MIRRORS and FEED_ROOT_KEY in the environment. Exit status 2: it was called wrongly.`;

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      feed: { type: "string", multiple: true, default: [] },
      key: { type: "string" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "V" },
    },
  });
  if (values.help) return console.log(HELP);
  const { version, feed } = buildSettings();
  if (values.version) return console.log(version);
  const setting = readFeedSetting({ feed: values.feed.flatMap((text) => text.split(",")), key: values.key }, process.env, feed);
  await createMcpServer(setting, cacheFolder()).connect(new StdioServerTransport());
}

try {
  await start();
} catch (problem) {
  console.error(`not-just-me-mcp: ${messageOf(problem)}`);
  process.exitCode = 2;
}
