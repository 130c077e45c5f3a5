import { readFileSync } from "node:fs";
import { type Command, command, type Description, type Group } from "./support/command.ts";

/** Commands of package.json that start a tool and no file of ours. */
const TOOLS: readonly Description[] = [
  {
    name: "dev",
    group: "daily",
    summary: "builds the extension anew at every change, into .output/chrome-mv3-dev, to be loaded as an unpacked extension",
    takes: "5 seconds",
  },
  {
    name: "build",
    group: "product",
    summary: "builds the extension for Chrome and Edge, and for Firefox, into .output",
    takes: "10 seconds",
  },
  { name: "types", group: "daily", summary: "checks types alone", takes: "7 seconds" },
  {
    name: "lint",
    group: "daily",
    summary: "checks style and unused code alone (npx biome check --write . mends style)",
    takes: "6 seconds",
  },
  { name: "unit", group: "daily", summary: "runs all unit tests", takes: "a minute" },
];

const TITLES: { [group in Group]: string } = {
  product: "Use the product and its contracts",
  daily: "Work on it",
  instrument: "Measure it",
};

/** Every command of package.json with what its own file says about it. What npm runs by itself does not count. */
async function describeAll(): Promise<Description[]> {
  const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { scripts: Record<string, string> };
  const names = Object.keys(scripts).filter((name) => !/^(?:pre|post)/.test(name));
  return Promise.all(
    names.map(async (name) => {
      const file = /\bscripts\/([a-z-]+)\.(?:ts|mjs)\b/.exec(scripts[name] ?? "")?.[1];
      const description = file === undefined ? TOOLS.find((tool) => tool.name === name) : await describe(file);
      if (description?.name !== name) throw new Error(`npm run ${name} is not described: give it a command() or a line in scripts/help.ts`);
      return description;
    }),
  );
}

async function describe(file: string): Promise<Description | undefined> {
  if (file === "help") return DESCRIPTION;
  const module = (await import(`./${file}.ts`)) as { default?: Command };
  return module.default;
}

const startOf = (name: string) => (name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`);

async function printAll(): Promise<void> {
  const all = await describeAll();
  const width = Math.max(...all.map(({ name }) => startOf(name).length));
  for (const [group, title] of Object.entries(TITLES)) {
    console.log(`\n${title}`);
    for (const { name, summary, takes } of all.filter((description) => description.group === group))
      console.log(`  ${startOf(name).padEnd(width)}  ${summary} (${takes})`);
  }
  console.log("\nnpm run NAME -- --help explains a command and its flags (not of dev, build, types, lint and unit: they start a tool).");
}

const DESCRIPTION: Description = { name: "help", group: "daily", summary: "lists all commands", takes: "2 seconds" };

export default await command(import.meta, { ...DESCRIPTION, flags: {}, run: printAll });
