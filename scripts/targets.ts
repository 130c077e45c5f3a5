import { writeFileSync } from "node:fs";
import { askedName, dateAsked } from "../server/measure/asked.ts";
import { checkTargets } from "../server/measure/check-targets.ts";
import { ANCHORS } from "../server/measure/own-control.ts";
import { type MeasuredTarget, measuredTargets } from "../server/measure/targets.ts";
import { INTERNET } from "../server/probe/internet.ts";
import { userAgentOf } from "../server/server-settings.ts";
import { catalogue } from "../utils/core/providers/catalogue.ts";
import { command } from "./support/command.ts";
import { text, toggle, UsageError } from "./support/flags.ts";
import { askedDates, checkTable, isInOrder } from "./targets/check-table.ts";

function printList(list: readonly MeasuredTarget[]): void {
  for (const target of list) {
    const date = dateAsked(target);
    console.log(`${target.id}\t${askedName(target)}\t${date === null ? "never asked" : `asked ${date}`}\t${target.reason}`);
  }
  const never = list.filter((target) => dateAsked(target) === null).length;
  console.log(`\n${list.length} targets, ${never} of them never asked.`);
}

async function check(list: readonly MeasuredTarget[], contact: string, save: string | undefined): Promise<number> {
  const checks = await checkTargets(list, { anchors: ANCHORS, userAgent: userAgentOf(contact), internet: INTERNET });
  for (const line of checkTable(checks)) console.log(line);
  const dates = askedDates(list, checks, new Date().toISOString().slice(0, 10));
  if (save !== undefined) writeFileSync(save, `${JSON.stringify(dates, null, 2)}\n`);
  return isInOrder(checks) ? 0 : 1;
}

export default await command(import.meta, {
  name: "targets",
  group: "product",
  summary: "prints what vantages ask, and with --check asks each of it once",
  takes: "a second; some three minutes with --check",
  details: `--check asks some 600 hosts of others on the internet, once each, at most four at a time; front pages only where their robots.txt allows it.
Exit status 1 when a target fails or its name does not exist, or when the connection of this machine is in doubt.`,
  flags: {
    check: toggle("asks every target once and prints what became of it"),
    contact: text("ADDRESS", "web or mail address where those who are asked reach you; needed with --check"),
    save: text("FILE", "writes the dates there: server/measure/asked.json, to be committed"),
  },
  run({ flags: { check: isCheck, contact, save } }) {
    const list = measuredTargets(catalogue());
    if (isCheck && contact !== undefined) return check(list, contact, save);
    if (isCheck) throw new UsageError("--check needs --contact: an address where the operators of hosts reach you");
    if (contact !== undefined || save !== undefined) throw new UsageError("--contact and --save are for --check");
    printList(list);
    return 0;
  },
});
