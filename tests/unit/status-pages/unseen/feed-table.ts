import { type Case, escaped, rssOf } from "./case.ts";

const aws = (posts: { title: string; id: string; at: string; text: string }[]) =>
  `<rss version="2.0"><channel><title>Amazon Web Services Service Status</title><link>https://status.aws.amazon.com/</link>${posts
    .map(
      ({ title, id, at, text }) =>
        `<item><title>${title}</title><guid>https://status.aws.amazon.com/#${id}</guid><pubDate>${at}</pubDate><description>${escaped(text)}</description></item>`,
    )
    .join("")}</channel></rss>`;

const atom = (entries: { title: string; updated: string; html: string }[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme Status - Incident History</title><link rel="alternate" href="https://status.acme.example"/>${entries
    .map(
      ({ title, updated, html }, index) =>
        `<entry><id>tag:acme,2005:Incident/${index}</id><published>${updated}</published><updated>${updated}</updated><link rel="alternate" href="https://status.acme.example/incidents/${index}"/><title>${title}</title><content type="html">${escaped(html)}</content></entry>`,
    )
    .join("")}</feed>`;
const post = (day: string, time: string, word: string, text: string) =>
  `<p><small>${day}, <var data-var='time'>${time}</var> UTC</small><br><strong>${word}</strong> - ${text}</p>`;

/** Feeds in RSS and Atom. */
export const FEEDS: Case[] = [
  {
    what: "an end in the words of AWS's last post, whose title stays",
    format: "aws-rss",
    provider: "aws",
    payload: aws([
      {
        title: "Service degradation: Elevated Latency",
        id: "s3-eu-west-1_1790841600",
        at: "Thu, 01 Oct 2026 01:00:00 PDT",
        text: "We are investigating.",
      },
      {
        title: "Service degradation: Elevated Latency",
        id: "s3-eu-west-1_1790845200",
        at: "Thu, 01 Oct 2026 02:00:00 PDT",
        text: "The issue has been resolved and the service is operating normally.",
      },
    ]),
    told: [{ open: false, region: "eu-west-1", services: ["s3"], started: "2026-10-01T08:00:00Z", resolved: "2026-10-01T09:00:00Z" }],
  },
  {
    what: "AWS's hope for an end, which is none",
    format: "aws-rss",
    provider: "aws",
    payload: aws([
      {
        title: "Service impact: Errors",
        id: "sqs-us-west-2_1790841600",
        at: "Thu, 01 Oct 2026 01:00:00 PDT",
        text: "Once the issue is resolved, queues will drain. We have identified the cause.",
      },
    ]),
    told: [{ open: true, status: "identified", region: "us-west-2" }],
  },
  {
    what: "AWS's event that comes back after its end",
    format: "aws-rss",
    provider: "aws",
    payload: aws([
      {
        title: "Service impact: Errors",
        id: "sqs-us-west-2_1790820000",
        at: "Wed, 30 Sep 2026 19:00:00 PDT",
        text: "We are investigating.",
      },
      {
        title: "Service impact: Errors",
        id: "sqs-us-west-2_1790823600",
        at: "Wed, 30 Sep 2026 20:00:00 PDT",
        text: "This issue has been resolved.",
      },
      {
        title: "Service impact: Errors",
        id: "sqs-us-west-2_1790841600",
        at: "Thu, 01 Oct 2026 01:00:00 PDT",
        text: "Errors have returned. We are investigating.",
      },
    ]),
    told: [
      { open: false, resolved: "2026-10-01T03:00:00Z" },
      { open: true, started: "2026-10-01T08:00:00Z" },
    ],
  },
  {
    what: "Azure's item that says in its text that it is over",
    format: "azure-rss",
    provider: "azure",
    payload: `<rss version="2.0"><channel><title>Azure Status</title><link>https://azure.status.microsoft/</link><item><title>Storage</title><guid>storage</guid><category>Storage</category><category>West Europe</category><pubDate>Thu, 01 Oct 2026 08:00:00 Z</pubDate><description>The issue has been resolved. All services are operating normally.</description></item></channel></rss>`,
    told: [{ open: false, region: "westeurope", services: ["Storage"] }],
  },
  {
    what: "Azure's item of no region",
    format: "azure-rss",
    provider: "azure",
    payload: `<rss version="2.0"><channel><title>Azure Status</title><link>https://azure.status.microsoft/</link><item><title>Portal access from Germany West Central and elsewhere</title><guid>portal</guid><category>Public Non-Regional</category><pubDate>Thu, 01 Oct 2026 08:00:00 Z</pubDate><description>We are investigating.</description></item></channel></rss>`,
    told: [{ open: true, region: null, areas: [] }],
  },
  {
    what: "two posts of one minute, of which the lower is the end",
    format: "statuspage-atom",
    payload: atom([
      {
        title: "Slow pages",
        updated: "2026-09-30T10:00:00Z",
        html:
          post("Sep 30", "10:00", "Monitoring", "Looks good.") +
          post("Sep 30", "10:00", "Resolved", "Done.") +
          post("Sep 30", "09:00", "Investigating", "Hm."),
      },
    ]),
    told: [{ open: false, started: "2026-09-30T09:00:00Z", resolved: "2026-09-30T10:00:00Z" }],
  },
  {
    what: "an incident that opens again after its end",
    format: "statuspage-atom",
    payload: atom([
      {
        title: "Slow pages",
        updated: "2026-10-01T11:00:00Z",
        html: post("Oct  1", "11:00", "Investigating", "Again.") + post("Oct  1", "10:00", "Resolved", "Done."),
      },
    ]).replaceAll("Oct  1", "Oct 1"),
    told: [{ open: true, status: "investigating" }],
  },
  {
    what: "planned work in a history, one ahead and one going on",
    format: "statuspage-atom",
    payload: atom([
      {
        title: "DB upgrade",
        updated: "2026-10-01T11:00:00Z",
        html: post("Oct 1", "11:00", "In progress", "Begun.") + post("Sep 29", "11:00", "Scheduled", "Will be."),
      },
      { title: "Next upgrade", updated: "2026-09-29T11:00:00Z", html: post("Sep 29", "11:00", "Scheduled", "Will be.") },
    ]),
    told: [{ open: true, severity: "maintenance", title: "DB upgrade", started: "2026-10-01T11:00:00Z" }],
  },
  {
    what: "Instatus' history, the oldest post first and the state nowhere else",
    format: "rss",
    payload: rssOf([
      {
        title: "Builds are slow",
        at: "Thu, 01 Oct 2026 09:00:00 GMT",
        body: "<p><small>Oct 1, 09:00:00 GMT+0</small><br><strong>Investigating</strong> - We look into it.</p><p><small>Oct 1, 10:30:00 GMT+0</small><br><strong>Resolved</strong> - It works again.</p>",
      },
    ]),
    told: [{ open: false, started: "2026-10-01T09:00:00Z", resolved: "2026-10-01T10:30:00Z" }],
  },
  {
    what: "posts without times, the oldest first",
    format: "rss",
    payload: rssOf([
      {
        title: "Errors",
        at: "Thu, 01 Oct 2026 09:00:00 GMT",
        body: "<p>Investigating - We look.</p><p>Identified - Found.</p><p>Resolved - Done.</p>",
      },
    ]),
    told: [{ open: false }],
  },
  {
    what: "state, times and severity as lines of the body, and the service in brackets",
    format: "rss",
    payload: rssOf([
      {
        title: "[API (us-east-1)] Elevated error rates",
        at: "Thu, 01 Oct 2026 11:00:00 GMT",
        body: "<p>Severity: unavailable</p><p>Started: 2026-10-01 09:10 UTC</p><p>Resolved: 2026-10-01 10:20 UTC</p><p>Identified - 2026-10-01 09:30 UTC: found.</p>",
      },
      {
        title: "[Chat (eu-west-1)] Unreachable",
        at: "Thu, 01 Oct 2026 11:00:00 GMT",
        body: "<p>Severity: unavailable</p><p>Identified - 2026-10-01 11:30 UTC: the cause is known.</p><p>Investigating - 2026-10-01 11:00 UTC: we look.</p>",
      },
    ]),
    told: [
      {
        open: false,
        severity: "major",
        region: "us-east-1",
        services: ["API (us-east-1)"],
        title: "Elevated error rates",
        started: "2026-10-01T09:10:00Z",
        resolved: "2026-10-01T10:20:00Z",
      },
      { open: true, severity: "major", region: "eu-west-1", status: "identified", updated: "2026-10-01T11:30:00Z" },
    ],
  },
  {
    what: "words in a title that only look like an end",
    format: "rss",
    payload: rssOf([
      { title: "Fixed wireless customers cannot connect", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Status: Investigating" },
      { title: "Closed captions are missing", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Status: Investigating" },
      { title: "Restored backups fail to start", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Status: Investigating" },
    ]),
    told: [{ open: true }, { open: true }, { open: true }],
  },
  {
    what: "ends at either end of a title",
    format: "rss",
    payload: rssOf([
      { title: "RESOLVED: Login errors", at: "Thu, 01 Oct 2026 11:00:00 GMT" },
      { title: "Login errors - Resolved", at: "Thu, 01 Oct 2026 11:00:00 GMT" },
      { title: "Login errors (resolved)", at: "Thu, 01 Oct 2026 11:00:00 GMT" },
    ]),
    told: [{ open: false }, { open: false }, { open: false }],
  },
  {
    what: "German posts, one open and one over",
    format: "rss",
    payload: rssOf([
      { title: "Störung im Rechenzentrum Frankfurt", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Wir untersuchen die Störung." },
      { title: "Ausfall der Telefonie", at: "Thu, 01 Oct 2026 09:00:00 GMT", body: "Die Störung wurde behoben." },
    ]),
    told: [
      { open: true, status: "investigating", areas: ["DE"] },
      { open: false, severity: "major" },
    ],
  },
  {
    what: "planned work in German, Spanish and Japanese, ahead",
    format: "rss",
    payload: rssOf([
      { title: "Geplante Wartung der Datenbank", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Start: 2026-10-05 01:00 UTC" },
      { title: "Mantenimiento programado", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Start: 2026-10-05 01:00 UTC" },
      { title: "メンテナンス予定", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Start: 2026-10-05 01:00 UTC" },
    ]),
    told: [],
  },
  {
    what: "planned work whose window is open, and one whose window is over",
    format: "rss",
    payload: rssOf([
      {
        title: "Scheduled maintenance: network",
        at: "Wed, 30 Sep 2026 11:00:00 GMT",
        body: "<p>Start: 2026-10-01 11:00 UTC</p><p>End: 2026-10-01 14:00 UTC</p>",
      },
      {
        title: "Scheduled maintenance: storage",
        at: "Wed, 30 Sep 2026 11:00:00 GMT",
        body: "<p>Start: 2026-10-01 02:00 UTC</p><p>End: 2026-10-01 04:00 UTC</p>",
      },
    ]),
    told: [
      { open: true, severity: "maintenance", started: "2026-10-01T11:00:00Z" },
      { open: false, severity: "maintenance", resolved: "2026-10-01T04:00:00Z" },
    ],
  },
  {
    what: "Spanish, Portuguese, French, Japanese and Chinese ends",
    format: "rss",
    payload: rssOf([
      { title: "Problemas de acceso", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "El incidente ha sido resuelto." },
      { title: "Falha no login", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "O problema foi corrigido." },
      { title: "Erreurs de connexion", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "L'incident est résolu." },
      { title: "ログイン障害", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "障害は復旧しました。" },
      { title: "接口异常", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "问题已解决。" },
    ]),
    told: [{ open: false }, { open: false }, { open: false }, { open: false }, { open: false }],
  },
  {
    what: "the same languages, still open",
    format: "rss",
    payload: rssOf([
      { title: "Problemas de acceso", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Estamos investigando." },
      { title: "Falha no login", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "O problema ainda não foi resolvido." },
      { title: "Erreurs de connexion", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Nos équipes mènent l'enquête." },
      { title: "ログイン障害", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "現在調査中です。" },
    ]),
    told: [{ open: true }, { open: true }, { open: true }, { open: true }],
  },
  {
    what: "a test of the page",
    format: "rss",
    payload: rssOf([
      { title: "[TEST] Please ignore", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Investigating" },
      { title: "Test runners are slow", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Status: investigating" },
    ]),
    told: [{ open: true, title: "Test runners are slow" }],
  },
  {
    what: "an item that nobody closed for a month",
    format: "rss",
    payload: rssOf([{ title: "Slow pages", at: "Sat, 01 Aug 2026 11:00:00 GMT", body: "Status: Investigating" }]),
    told: [],
  },
  {
    what: "Microsoft's feed with its one item of health, and with trouble",
    format: "microsoft-365",
    payload: rssOf(
      [
        { title: "Microsoft 365 admin center", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "All well.", more: "<status>Available</status>" },
        {
          title: "Exchange Online",
          at: "Thu, 01 Oct 2026 11:00:00 GMT",
          body: "We're investigating.",
          more: "<status>Service Degradation</status>",
        },
        { title: "Teams", at: "Thu, 01 Oct 2026 11:00:00 GMT", body: "Hm.", more: "<status>Somewhat odd</status>" },
      ],
      "Microsoft 365 status",
    ),
    told: [
      { open: true, title: "Exchange Online" },
      { open: true, title: "Teams" },
    ],
    unknown: ["Somewhat odd"],
  },
];
