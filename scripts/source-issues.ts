// Opens, updates and closes the issues about sources that have not been understood for two days, from the report that
// `npm run sources -- --check --json` left. It needs Node 24 and nothing that has to be installed, so that the machine that may write issues runs no
// foreign code.
import { readFileSync } from "node:fs";
import { type IssueStep, issueSteps, type OpenIssue } from "./sources/issues.ts";
import type { SourceReport } from "./sources/source-report.ts";

const LABEL = "status-source";

type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

/** GitHub's interface for one repository. */
function githubAt(api: string, repository: string, token: string): Ask {
  return async (method, path, body) => {
    const reply = await fetch(`${api}/repos/${repository}${path}`, {
      method,
      headers: { Accept: "application/vnd.github+json", Authorization: `Bearer ${token}`, "User-Agent": "NotJustMe source issues" },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: GitHub answered HTTP ${reply.status}`);
    return reply.status === 204 ? null : await reply.json();
  };
}

async function openIssues(ask: Ask): Promise<OpenIssue[]> {
  const issues: OpenIssue[] = [];
  for (let page = 1; ; page++) {
    const found = (await ask("GET", `/issues?state=open&labels=${LABEL}&per_page=100&page=${page}`)) as {
      number: number;
      body: string | null;
    }[];
    issues.push(...found.map(({ number, body }) => ({ number, body: body ?? "" })));
    if (found.length < 100) return issues;
  }
}

async function take(step: IssueStep, ask: Ask): Promise<void> {
  if (step.do === "open") await ask("POST", "/issues", { title: step.title, body: step.body, labels: [LABEL] });
  else if (step.do === "update") await ask("PATCH", `/issues/${step.number}`, { body: step.body });
  else {
    await ask("POST", `/issues/${step.number}/comments`, { body: step.comment });
    await ask("PATCH", `/issues/${step.number}`, { state: "closed", state_reason: "completed" });
  }
}

try {
  const [file, ...more] = process.argv.slice(2);
  const { GITHUB_API_URL = "https://api.github.com", GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;
  if (file === undefined || more.length > 0 || GITHUB_REPOSITORY === undefined || GITHUB_TOKEN === undefined)
    throw new Error("usage: GITHUB_REPOSITORY=OWNER/NAME GITHUB_TOKEN=… node scripts/source-issues.ts REPORT.json");
  const { sources } = JSON.parse(readFileSync(file, "utf8")) as { sources: SourceReport[] };
  const ask = githubAt(GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN);
  const steps = issueSteps(sources, await openIssues(ask), Date.now());
  for (const step of steps) {
    await take(step, ask);
    console.log(`${step.do} ${step.source}`);
  }
  console.log(`${steps.length} changes`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 2;
}
