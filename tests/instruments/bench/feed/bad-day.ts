/** An incident as its provider's page describes it: who, how bad, which parts, and its posts, the newest first. */
export type PostedIncident = {
  source: string;
  impact: "minor" | "major" | "critical";
  status: "investigating" | "identified" | "monitoring";
  name: string;
  parts: string[];
  posts: string[];
};

/**
 * Twenty incidents of a bad day, in the length and manner of real posts: a network fault in one region, and those who depend on it.
 * They differ as real ones do, so that they compress no better.
 */
export const BAD_DAY: PostedIncident[] = [
  {
    source: "digitalocean",
    impact: "critical",
    status: "identified",
    name: "Network connectivity and Droplet availability in NYC3",
    parts: ["NYC3", "Droplets", "Load Balancers", "Managed Databases"],
    posts: [
      "Our engineers have identified a failed pair of core routers as the cause of the packet loss in NYC3. Traffic is being moved to the standby pair. Droplet create, resize and snapshot events are queued and will run once the network is stable; running Droplets may be unreachable from outside the data center until then.",
      "We are investigating reports of Droplets and Load Balancers being unreachable in our NYC3 region.",
    ],
  },
  {
    source: "cloudflare",
    impact: "major",
    status: "identified",
    name: "Increased HTTP 522 errors towards origins in US East",
    parts: ["CDN/Cache", "Network"],
    posts: [
      "Cloudflare has identified that connections from several North American locations to origins hosted in the eastern United States fail more often than usual. This is caused by a third-party network fault outside of Cloudflare. Customers whose origins are elsewhere see no impact.",
    ],
  },
  {
    source: "vercel",
    impact: "major",
    status: "identified",
    name: "Elevated function errors in iad1",
    parts: ["Edge Functions", "Serverless Functions", "Builds"],
    posts: [
      "Functions deployed to iad1 return 500 and 504 responses because our upstream provider's API for starting instances is failing. Static assets and functions in other regions are not affected. Projects can be moved by setting the function region in the project settings.",
      "We are looking into a higher number of FUNCTION_INVOCATION_FAILED errors.",
    ],
  },
  {
    source: "netlify",
    impact: "minor",
    status: "monitoring",
    name: "Delayed builds and form submissions",
    parts: ["Build Pipeline", "Forms"],
    posts: [
      "A fix is in place and the build queue is draining. Builds that were started in the last hour may take up to 25 minutes longer.",
    ],
  },
  {
    source: "render",
    impact: "major",
    status: "investigating",
    name: "Web services in Ohio are restarting",
    parts: ["Ohio", "Web Services", "PostgreSQL"],
    posts: [
      "Some web services hosted in the Ohio region are being restarted repeatedly, and PostgreSQL databases there refuse new connections. We are working with our infrastructure provider to understand the cause.",
    ],
  },
  {
    source: "flyio",
    impact: "minor",
    status: "monitoring",
    name: "Machines API latency",
    parts: ["Machines API", "Deployments"],
    posts: [
      "Latency of the Machines API is back within its normal range after we shed load from two regional schedulers. Deployments that timed out can be retried.",
    ],
  },
  {
    source: "supabase",
    impact: "major",
    status: "identified",
    name: "Project restarts and authentication failures in East US",
    parts: ["Auth", "Database", "Management API"],
    posts: [
      "Projects in East US (North Virginia) that were restarted or resumed since 14:10 UTC do not come up, as new volumes cannot be attached. Projects that were running before continue to serve reads and writes, but sign-ins by e-mail link are delayed.",
    ],
  },
  {
    source: "mongodb-atlas",
    impact: "major",
    status: "investigating",
    name: "Atlas clusters in US-EAST-1 without a primary",
    parts: ["MongoDB Cloud", "Atlas Triggers"],
    posts: [
      "A number of M10 and larger clusters in US-EAST-1 elected no primary for several minutes. Clusters that span regions failed over as designed. We are investigating why single-region clusters take longer to recover than expected.",
    ],
  },
  {
    source: "shopify",
    impact: "major",
    status: "identified",
    name: "Checkout and admin are slow or unavailable for some merchants",
    parts: ["Checkout", "Admin", "Point of Sale"],
    posts: [
      "We know what causes the slow checkouts and are moving affected shops to other database servers. Orders that were paid are safe and will appear in the admin with a delay. Please do not capture payments by hand.",
      "Some merchants may see errors when opening the admin, and buyers may see a waiting page at checkout.",
    ],
  },
  {
    source: "github",
    impact: "major",
    status: "investigating",
    name: "Incident with Actions and Pages",
    parts: ["Actions", "Pages", "Webhooks"],
    posts: [
      "Actions is experiencing degraded availability: about 18 % of runs fail to start within five minutes. Pages deployments wait for the same queue. We will post again in 30 minutes or when we know more.",
    ],
  },
  {
    source: "anthropic",
    impact: "minor",
    status: "monitoring",
    name: "Elevated error rates on requests to the API",
    parts: ["API", "Console"],
    posts: ["Error rates returned to their usual level at 15:52 UTC after capacity was added. We keep watching."],
  },
  {
    source: "snowflake",
    impact: "major",
    status: "identified",
    name: "AWS - US East (Northern Virginia): queries fail to start",
    parts: ["AWS - US East (N. Virginia)", "Snowpipe"],
    posts: [
      "Customers with accounts in this region may be unable to resume virtual warehouses, and Snowpipe ingestion is behind. The trouble comes from our cloud provider's instance API; warehouses that are running are not suspended for now.",
    ],
  },
  {
    source: "atlassian",
    impact: "major",
    status: "investigating",
    name: "Jira, Confluence and Bitbucket are unavailable for some sites",
    parts: ["Jira Software", "Confluence", "Authentication"],
    posts: [
      "Sites that are hosted in the US region answer with error 502, or sign people out. Teams across our platform are engaged; data is not affected.",
    ],
  },
  {
    source: "circleci",
    impact: "minor",
    status: "identified",
    name: "Jobs wait longer for Linux machine executors",
    parts: ["Machine Jobs", "Docker Jobs"],
    posts: [
      "Machine executors come up slowly since new virtual machines are refused by our provider. Docker jobs run normally from our warm pool, which gets smaller. Expect waits of 10 to 15 minutes.",
    ],
  },
  {
    source: "datadog",
    impact: "major",
    status: "identified",
    name: "US1: delayed metrics, logs and monitor alerts",
    parts: ["Metrics", "Log Management", "Monitors"],
    posts: [
      "Intake for US1 accepts all data; processing is about 40 minutes behind. Monitors evaluate late and no-data alerts are muted until we have caught up, so a missing alert does not mean that all is well.",
    ],
  },
  {
    source: "auth0",
    impact: "critical",
    status: "identified",
    name: "US-1: log-ins and token requests fail",
    parts: ["User Authentication", "Management API"],
    posts: [
      "Requests to /oauth/token and universal log-in of US-1 tenants fail with 500 for about a third of calls. Fail-over to the second region has begun; during the switch a log-in may have to be repeated. Sessions that exist stay valid.",
    ],
  },
  {
    source: "twilio",
    impact: "minor",
    status: "monitoring",
    name: "SMS delivery receipts delayed with several carriers",
    parts: ["SMS", "Programmable Messaging"],
    posts: [
      "Messages are being delivered. Delivery receipts from AT&T, T-Mobile and Verizon arrive up to 20 minutes late, and we see the backlog shrink.",
    ],
  },
  {
    source: "zoom",
    impact: "major",
    status: "investigating",
    name: "Users cannot join or start meetings from the web client",
    parts: ["Zoom Meetings", "Zoom Website"],
    posts: [
      "People who join from a browser may see error 5003. The desktop and mobile clients are not affected as far as we know; joining by telephone works.",
    ],
  },
  {
    source: "discord",
    impact: "major",
    status: "identified",
    name: "Messages fail to send; members lists do not load",
    parts: ["API", "Gateway", "Media Proxy"],
    posts: [
      "A part of our message storage lost its quorum when its volumes stalled. We bring it back node by node and limit new connections meanwhile, so a client that was closed may need some minutes to come back.",
    ],
  },
  {
    source: "reddit",
    impact: "critical",
    status: "investigating",
    name: "Site-wide errors on web and apps",
    parts: ["Desktop Web", "Mobile Web", "Native Mobile Apps", "Vote Processing", "Comment Processing"],
    posts: ["We see a high rate of errors across all platforms and are looking into it."],
  },
];
