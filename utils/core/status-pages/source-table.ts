import type { Source } from "./source.ts";
import { addressIn } from "./usual-address.ts";

/**
 * The sources that the extension contains, because it can ask them itself where no feed answers: those of the most used services. All others
 * are in `further-services-table.ts` and `further-sources-table.ts`, and what is known of the addresses below in `source-evidence.ts`.
 *
 * How to add one: find its format (`npm run --silent incidents -- FORMAT FILE` reads a saved payload); add a line here and one in
 * `source-evidence.ts`; run `npm run check` and `npm run sources -- --check --only ID`.
 *
 * A line without `|` opens a group: a format, and the seconds between two requests. The lines below it read
 * `id|page for people|subject|address of the payload, where it is not the usual one`, pages and addresses without `https://`.
 *
 * Subject: a provider that others are hosted on (`cloudflare`), or `site:` and a catalogue id, with the provider in front where its id
 * differs; empty where the catalogue id is the id of the source.
 */
const LINES = `
aws-health 60
aws|health.aws.amazon.com/health/status|aws|health.aws.amazon.com/public/currentevents
aws-rss 60
aws-rss|health.aws.amazon.com/health/status|aws|status.aws.amazon.com/rss/all.rss
google-cloud 60
gcp|status.cloud.google.com|gcp|status.cloud.google.com/incidents.json
azure-rss 60
azure|azure.status.microsoft/en-us/status|azure|rssfeed.azure.status.microsoft/en-us/status/feed/
oracle 120
oracle|ocistatus.oraclecloud.com|oracle|ocistatus.oraclecloud.com/api/v2/components.json
rss 120
ibm-cloud|cloud.ibm.com/status|ibm|cloud.ibm.com/status/api/notifications/feed.rss
hetzner|status.hetzner.com|hetzner|status.hetzner.com/en.atom
xai-grok|status.x.ai||status.x.ai/feed.xml
deepseek|status.deepseek.com||status.deepseek.com/feed.rss
zoho|us.zohostatus.com||us.zohostatus.com/rss
statuspage 60
digitalocean|status.digitalocean.com|digitalocean
linode|status.linode.com|akamai-linode
cloudflare|www.cloudflarestatus.com|cloudflare
akamai|www.akamaistatus.com|akamai
bunny|status.bunny.net|bunny
vercel|www.vercel-status.com|vercel
netlify|www.netlifystatus.com|netlify
render|status.render.com|render
flyio|status.flyio.net|fly
supabase|status.supabase.com|supabase
mongodb-atlas|status.mongodb.com|mongodb-atlas
shopify|www.shopifystatus.com|shopify|d33g96wd23dd.statuspage.io/api/v2/summary.json
squarespace|status.squarespace.com|squarespace
github|www.githubstatus.com
bitbucket|bitbucket.status.atlassian.com
atlassian|status.atlassian.com
datadog|status.datadoghq.com
notion|www.notion-status.com
dropbox|status.dropbox.com
auth0|auth0.statuspage.io
twilio|status.twilio.com
linkedin|www.linkedin-status.com
reddit|www.redditstatus.com
discord|discordstatus.com
zoom|www.zoomstatus.com
twitch|status.twitch.com
spotify|spotify.statuspage.io
fortnite|status.epicgames.com
coinbase|status.coinbase.com
robinhood|status.robinhood.com
kraken|status.kraken.com
cash-app|status.cash.app
square|www.issquareup.com
wise|status.wise.com
monzo|monzo.statuspage.io
doordash|www.doordashstatus.com
canvas-lms|status.instructure.com
wikipedia|www.wikimediastatus.net
anthropic|status.claude.com||anthropic.statuspage.io/api/v2/summary.json
statuspage 120
ovhcloud|public-cloud.status-ovhcloud.com|ovh
ovhcloud-web|web-cloud.status-ovhcloud.com|ovh
ovhcloud-network|network.status-ovhcloud.com|ovh
scaleway|status.scaleway.com|scaleway
snowflake|status.snowflake.com
trello|trello.status.atlassian.com
npm|status.npmjs.org
pypi|status.python.org
rubygems|status.rubygems.org
circleci|status.circleci.com
figma|status.figma.com
canva|www.canvastatus.com
asana|status.asana.com
monday|status.monday.com
box|status.box.com
wetransfer|wetransfer.statuspage.io
1password|1password.statuspage.io
lastpass|status.lastpass.com
bitwarden|status.bitwarden.com
proton|status.proton.me
hubspot|status.hubspot.com
docusign|status.docusign.com
grammarly|status.grammarly.com
pinterest|www.pintereststatus.com
medium|medium.statuspage.io
substack|substack.statuspage.io
patreon|status.patreon.com
vimeo|www.vimeostatus.com
geforce-now|status.geforcenow.com
unity|status.unity.com
etsy|www.etsystatus.com
godaddy|status.godaddy.com
khan-academy|status.khanacademy.org
coursera|status.coursera.org
udemy|status.udemy.com
stack-overflow|www.stackstatus.net
airtable|status.airtable.com
wix|status.wix.com|wix
webflow|status.webflow.com|webflow
blackboard|status.blackboard.com
edx|status.edx.org
quizlet|quizlet.statuspage.io
gov-uk|status.publishing.service.gov.uk
login-gov|status.login.gov
chess-com|status.chess.com
replit|status.replit.com|replit
heroku 60
heroku|status.heroku.com|heroku|status.heroku.com/api/v4/current-status
status-io 60
neon|neonstatus.com|neon|api.status.io/1.0/status/6878fc85709daa75be6c7e3c
gitlab|status.gitlab.com||api.status.io/1.0/status/5b36dc6502d06804c08349f7
docker|www.dockerstatus.com||api.status.io/1.0/status/533c6539221ae15e3f000031
letsencrypt|letsencrypt.status.io||api.status.io/1.0/status/55957a99e800baa4470002da
roblox|status.roblox.com||api.status.io/1.0/status/59db90dbcdeb2f04dadcf16d
incident-io 60
planetscale|www.planetscalestatus.com|planetscale
openai|status.openai.com
clerk|status.clerk.com
meta 120
meta|metastatus.com|meta|metastatus.com/data/orgs.json
google-cloud 300
google-workspace|www.google.com/appsstatus/dashboard|google|www.google.com/appsstatus/dashboard/incidents.json
google-search|status.search.google.com|google site:google-search|status.search.google.com/incidents.json
google-play|status.play.google.com|google site:google-play|status.play.google.com/incidents.json
firebase|status.firebase.google.com|google site:firebase|status.firebase.google.com/incidents.json
azure-devops 120
azure-devops|status.dev.azure.com||status.dev.azure.com/_apis/status/health?api-version=7.1-preview.1
apple 60
apple-services|www.apple.com/support/systemstatus|apple site:apple-services|www.apple.com/support/systemstatus/data/system_status_en_US.js
apple 120
slack 60
slack|slack-status.com||slack-status.com/api/v2.0.0/current
salesforce 60
salesforce|status.salesforce.com||api.status.salesforce.com/v1/incidents/active
pagerduty 120
pagerduty|status.pagerduty.com||status.pagerduty.com
playstation 120
playstation-americas|status.playstation.com|site:playstation|status.playstation.com/data/statuses/region/SCEA.json
playstation-europe|status.playstation.com|site:playstation|status.playstation.com/data/statuses/region/SCEE.json
playstation-japan|status.playstation.com|site:playstation|status.playstation.com/data/statuses/region/SCEJA.json
stripe 60
stripe|status.stripe.com||status.stripe.com/current/full
paypal 60
paypal|www.paypal-status.com||www.paypal-status.com/api/v1/events?s=true
paypal-components|www.paypal-status.com|site:paypal|www.paypal-status.com/api/v1/components
firehydrant 120
status-io 120
better-stack 120
huggingface|status.huggingface.co
instatus 120
mastodon-social|status.mastodon.social
perplexity|status.perplexity.com
statuspage-atom 120
ring|status.ring.com||status.ring.com/history.rss
incident-io 120
replicate|www.replicatestatus.com
linear|linearstatus.com
elevenlabs|status.elevenlabs.io
microsoft-365 60
microsoft365|status.cloud.microsoft/m365|microsoft site:microsoft365|status.cloud.microsoft/api/posts/m365Consumer
`;

function readTable(): Source[] {
  let group = { format: "", every: 0 };
  return LINES.trim()
    .split("\n")
    .flatMap((line) => {
      const [format = "", every] = line.split(" ");
      if (line.includes("|")) return readLine(line, group);
      group = { format, every: Number(every) };
      return [];
    });
}

function readLine(line: string, { format, every }: { format: string; every: number }): Source {
  const [id = "", page = "", subject = "", address = ""] = line.split("|");
  return { id, ...addressIn(format, page, address), ...readSubject(subject, id), page: `https://${page}`, every };
}

/** Reads what a source speaks of; nothing where it is the service of the same id. */
export function readSubject(subject: string, id: string): Pick<Source, "provider" | "site"> {
  const site = subject === "" ? id : (/site:(\S+)$/.exec(subject)?.[1] ?? null);
  return { provider: subject.replace(/ ?site:\S+$/, "") || (site ?? id), site };
}

/** The sources that the extension contains. */
export const BUILT_IN_SOURCES: readonly Source[] = readTable();
