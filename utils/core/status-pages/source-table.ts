import type { Source } from "./source.ts";

/** The path of the payload below the page, for formats where all pages use the same. */
const USUAL_PATHS = new Map([
  ["statuspage", "/api/v2/summary.json"],
  ["incident-io", "/api/v2/summary.json"],
  ["instatus", "/v3/summary.json"],
  ["better-stack", "/index.json"],
  ["statuspage-atom", "/history.atom"],
  ["firehydrant", "/data/payload.json"],
]);

/**
 * How to add a status source: find its format in `formats.ts` (`npm run incidents -- FORMAT FILE` reads a saved payload); add a line here;
 * run `npm run unit` and `npm run sources -- --only ID`.
 *
 * `id|format|subject|seconds between two requests|page for people|URL of the payload, where it is not the usual path|Statuspage id`
 *
 * Subject: a provider that others are hosted on (`cloudflare`), or `site:` and a catalogue id, with the provider in front where its id
 * differs. Format `link`: nothing can be read there, or robots are asked to stay away (Fastly answers 403 to them); people get the link.
 */
const LINES = `
aws|aws-health|aws|60|https://health.aws.amazon.com/health/status|https://health.aws.amazon.com/public/currentevents
aws-rss|aws-rss|aws|60|https://health.aws.amazon.com/health/status|https://status.aws.amazon.com/rss/all.rss
gcp|google-cloud|gcp|60|https://status.cloud.google.com|https://status.cloud.google.com/incidents.json
azure|azure-rss|azure|60|https://azure.status.microsoft/en-us/status|https://rssfeed.azure.status.microsoft/en-us/status/feed/
oracle|oracle|oracle|120|https://ocistatus.oraclecloud.com|https://ocistatus.oraclecloud.com/api/v2/components.json
ibm-cloud|rss|ibm|120|https://cloud.ibm.com/status|https://cloud.ibm.com/status/api/notifications/feed.rss
digitalocean|statuspage|digitalocean|60|https://status.digitalocean.com||w4cz49tckxhp
linode|statuspage|akamai-linode|60|https://status.linode.com||8dn0wstr1chc
hetzner|rss|hetzner|120|https://status.hetzner.com|https://status.hetzner.com/en.atom
ovhcloud|statuspage|ovh|120|https://public-cloud.status-ovhcloud.com
ovhcloud-web|statuspage|ovh|120|https://web-cloud.status-ovhcloud.com
ovhcloud-network|statuspage|ovh|120|https://network.status-ovhcloud.com
scaleway|statuspage|scaleway|120|https://status.scaleway.com||s2kbtscly3pj
cloudflare|statuspage|cloudflare|60|https://www.cloudflarestatus.com||yh6f0r4529hb
akamai|statuspage|akamai|60|https://www.akamaistatus.com
bunny|statuspage|bunny|60|https://status.bunny.net||jggkjgplmcdc
heroku|heroku|heroku|60|https://status.heroku.com|https://status.heroku.com/api/v4/current-status
vercel|statuspage|vercel|60|https://www.vercel-status.com||lvglq8h0mdyh
netlify|statuspage|netlify|60|https://www.netlifystatus.com||83dz7syz0j3x
render|statuspage|render|60|https://status.render.com
flyio|statuspage|fly|60|https://status.flyio.net||65rccr4mbblw
railway|instatus|railway|60|https://status.railway.app
supabase|statuspage|supabase|60|https://status.supabase.com
neon|status-io|neon|60|https://neonstatus.com|https://api.status.io/1.0/status/6878fc85709daa75be6c7e3c
planetscale|incident-io|planetscale|60|https://www.planetscalestatus.com
mongodb-atlas|statuspage|mongodb-atlas|60|https://status.mongodb.com
shopify|statuspage|shopify|60|https://www.shopifystatus.com|https://d33g96wd23dd.statuspage.io/api/v2/summary.json|d33g96wd23dd
squarespace|statuspage|squarespace|60|https://status.squarespace.com||1jkhm1drpysj
meta|meta|meta|120|https://metastatus.com|https://metastatus.com/data/orgs.json
google-workspace|google-cloud|google|300|https://www.google.com/appsstatus/dashboard/|https://www.google.com/appsstatus/dashboard/incidents.json
github|statuspage|site:github|60|https://www.githubstatus.com||kctbh9vrtdwd
google-search|google-cloud|google site:google-search|300|https://status.search.google.com|https://status.search.google.com/incidents.json
google-play|google-cloud|google site:google-play|300|https://status.play.google.com|https://status.play.google.com/incidents.json
firebase|google-cloud|google site:firebase|300|https://status.firebase.google.com|https://status.firebase.google.com/incidents.json
azure-devops|azure-devops|site:azure-devops|120|https://status.dev.azure.com|https://status.dev.azure.com/_apis/status/health?api-version=7.1-preview.1
microsoft365|microsoft-365|microsoft site:microsoft365|60|https://status.cloud.microsoft|https://status.cloud.microsoft/api/posts/mac
microsoft365-consumer|microsoft-365|microsoft site:microsoft365|60|https://status.cloud.microsoft/m365|https://status.cloud.microsoft/api/posts/m365Consumer
apple-services|apple|apple site:apple-services|60|https://www.apple.com/support/systemstatus/|https://www.apple.com/support/systemstatus/data/system_status_en_US.js
apple-developer|apple|apple site:apple-developer|120|https://developer.apple.com/system-status/|https://www.apple.com/support/systemstatus/data/developer/system_status_en_US.js
slack|slack|site:slack|60|https://slack-status.com|https://slack-status.com/api/v2.0.0/current
salesforce|salesforce|site:salesforce|60|https://status.salesforce.com|https://api.status.salesforce.com/v1/incidents/active
pagerduty|pagerduty|site:pagerduty|120|https://status.pagerduty.com|https://status.pagerduty.com
playstation-americas|playstation|site:playstation|120|https://status.playstation.com|https://status.playstation.com/data/statuses/region/SCEA.json
playstation-europe|playstation|site:playstation|120|https://status.playstation.com|https://status.playstation.com/data/statuses/region/SCEE.json
playstation-japan|playstation|site:playstation|120|https://status.playstation.com|https://status.playstation.com/data/statuses/region/SCEJA.json
stripe|stripe|site:stripe|60|https://status.stripe.com|https://status.stripe.com/current/full
paypal|paypal|site:paypal|60|https://www.paypal-status.com|https://www.paypal-status.com/api/v1/events
paypal-components|paypal|site:paypal|60|https://www.paypal-status.com|https://www.paypal-status.com/api/v1/components
redis-cloud|firehydrant|site:redis-cloud|120|https://status.redis.io
gitlab|status-io|site:gitlab|60|https://status.gitlab.com|https://api.status.io/1.0/status/5b36dc6502d06804c08349f7
docker|status-io|site:docker|60|https://www.dockerstatus.com|https://api.status.io/1.0/status/533c6539221ae15e3f000031
letsencrypt|status-io|site:letsencrypt|60|https://letsencrypt.status.io|https://api.status.io/1.0/status/55957a99e800baa4470002da
clickup|status-io|site:clickup|120|https://status.clickup.com|https://api.status.io/1.0/status/5b6e0963c662144d00913a09
roblox|status-io|site:roblox|60|https://status.roblox.com|https://api.status.io/1.0/status/59db90dbcdeb2f04dadcf16d
huggingface|better-stack|site:huggingface|120|https://status.huggingface.co
mastodon-social|instatus|site:mastodon-social|120|https://status.mastodon.social
ring|statuspage-atom|site:ring|120|https://status.ring.com|https://status.ring.com/history.rss
xai-grok|rss|site:xai-grok|120|https://status.x.ai|https://status.x.ai/feed.xml
openai|incident-io|site:openai|60|https://status.openai.com
anthropic|statuspage|site:anthropic|60|https://status.claude.com
replicate|incident-io|site:replicate|120|https://www.replicatestatus.com
hashicorp|incident-io|site:hashicorp|120|https://status.hashicorp.com
linear|incident-io|site:linear|120|https://linearstatus.com
miro|incident-io|site:miro|120|https://status.miro.com
zapier|incident-io|site:zapier|120|https://status.zapier.com
clerk|incident-io|site:clerk|60|https://status.clerk.com
intercom|incident-io|site:intercom|120|https://www.intercomstatus.com
elevenlabs|incident-io|site:elevenlabs|120|https://status.elevenlabs.io
aiven|incident-io|aiven|120|https://status.aiven.io
rollbar|incident-io|rollbar|120|https://status.rollbar.com
groq|incident-io|groq|120|https://groqstatus.com
cohere|incident-io|cohere|120|https://status.cohere.com
brevo|incident-io|brevo|120|https://status.brevo.com
onesignal|incident-io|onesignal|120|https://status.onesignal.com
together|better-stack|together|120|https://status.together.ai
snowflake|statuspage|site:snowflake|120|https://status.snowflake.com||94s7z8vpy1n8
elastic-cloud|statuspage|site:elastic-cloud|120|https://status.elastic.co
confluent|statuspage|site:confluent|120|https://status.confluent.cloud||3yz1tdpdnjl3
bitbucket|statuspage|site:bitbucket|60|https://bitbucket.status.atlassian.com||bqlf8qjztdtr
atlassian|statuspage|site:atlassian|60|https://status.atlassian.com
trello|statuspage|site:trello|120|https://trello.status.atlassian.com||h5frqhb041yq
npm|statuspage|site:npm|120|https://status.npmjs.org||wyvgptkd90hm
pypi|statuspage|site:pypi|120|https://status.python.org||2p66nmmycsj3
rubygems|statuspage|site:rubygems|120|https://status.rubygems.org||pclby00q90vc
circleci|statuspage|site:circleci|120|https://status.circleci.com||6w4r0ttlx5ft
travis-ci|statuspage|site:travis-ci|120|https://www.traviscistatus.com||pnpcptp8xh9k
sentry|statuspage|site:sentry|120|https://status.sentry.io||t687h3m0nh65
datadog|statuspage|site:datadog|60|https://status.datadoghq.com||1k6wzpspjf99
newrelic|statuspage|site:newrelic|120|https://status.newrelic.com||nwg5xmnm9d17
grafana|statuspage|site:grafana|120|https://status.grafana.com
splunk|statuspage|site:splunk|120|https://status.splunk.com
figma|statuspage|site:figma|120|https://status.figma.com||rxpksf93ynw6
canva|statuspage|site:canva|120|https://www.canvastatus.com
notion|statuspage|site:notion|60|https://www.notion-status.com
asana|statuspage|site:asana|120|https://status.asana.com
monday|statuspage|site:monday|120|https://status.monday.com
box|statuspage|site:box|120|https://status.box.com||208q92hckwws
dropbox|statuspage|site:dropbox|60|https://status.dropbox.com||t34htyd6jblf
wetransfer|statuspage|site:wetransfer|120|https://wetransfer.statuspage.io||sc26zwwp3c0r
1password|statuspage|site:1password|120|https://1password.statuspage.io||z5s8xghvb0vf
lastpass|statuspage|site:lastpass|120|https://status.lastpass.com||ytnz8gj3wjpg
bitwarden|statuspage|site:bitwarden|120|https://status.bitwarden.com
proton|statuspage|site:proton|120|https://status.proton.me||wy8ls9q1ttmm
auth0|statuspage|site:auth0|60|https://auth0.statuspage.io
twilio|statuspage|site:twilio|60|https://status.twilio.com||gpkpyklzq55q
sendgrid|statuspage|site:sendgrid|120|https://status.sendgrid.com||3tgl2vf85cht
mailgun|statuspage|site:mailgun|120|https://status.mailgun.com||6jp439mdyy0k
hubspot|statuspage|site:hubspot|120|https://status.hubspot.com||8b9w1wwq3g7d
docusign|statuspage|site:docusign|120|https://status.docusign.com
grammarly|statuspage|site:grammarly|120|https://status.grammarly.com
linkedin|statuspage|site:linkedin|60|https://www.linkedin-status.com
reddit|statuspage|site:reddit|60|https://www.redditstatus.com||2kbc0d48tv3j
discord|statuspage|site:discord|60|https://discordstatus.com
zoom|statuspage|site:zoom|60|https://www.zoomstatus.com
pinterest|statuspage|site:pinterest|120|https://www.pintereststatus.com
twitch|statuspage|site:twitch|60|https://status.twitch.com
medium|statuspage|site:medium|120|https://medium.statuspage.io||q9n7m9kv0533
substack|statuspage|site:substack|120|https://substack.statuspage.io
patreon|statuspage|site:patreon|120|https://status.patreon.com
vimeo|statuspage|site:vimeo|120|https://www.vimeostatus.com||sccqh0pnqrh8
spotify|statuspage|site:spotify|60|https://spotify.statuspage.io
fortnite|statuspage|site:fortnite|60|https://status.epicgames.com
geforce-now|statuspage|site:geforce-now|120|https://status.geforcenow.com
unity|statuspage|site:unity|120|https://status.unity.com
coinbase|statuspage|site:coinbase|60|https://status.coinbase.com||kr0djjh0jyy9
robinhood|statuspage|site:robinhood|60|https://status.robinhood.com||49plxygx5s1k
kraken|statuspage|site:kraken|60|https://status.kraken.com
gemini-exchange|statuspage|site:gemini-exchange|120|https://status.gemini.com
cash-app|statuspage|site:cash-app|60|https://status.cash.app
square|statuspage|site:square|60|https://www.issquareup.com
wise|statuspage|site:wise|60|https://status.wise.com
monzo|statuspage|site:monzo|60|https://monzo.statuspage.io
etsy|statuspage|site:etsy|120|https://www.etsystatus.com
doordash|statuspage|site:doordash|60|https://www.doordashstatus.com
godaddy|statuspage|site:godaddy|120|https://status.godaddy.com
canvas-lms|statuspage|site:canvas-lms|60|https://status.instructure.com
khan-academy|statuspage|site:khan-academy|120|https://status.khanacademy.org
coursera|statuspage|site:coursera|120|https://status.coursera.org
udemy|statuspage|site:udemy|120|https://status.udemy.com
wikipedia|statuspage|site:wikipedia|60|https://www.wikimediastatus.net
stack-overflow|statuspage|site:stack-overflow|120|https://www.stackstatus.net
cloudinary|statuspage|cloudinary|120|https://status.cloudinary.com||d8rszhl2bj7r
contentful|statuspage|contentful|120|https://www.contentfulstatus.com||4bv17htq00cz
imgix|statuspage|imgix|120|https://status.imgix.com||s7c0946bqqnw
mapbox|statuspage|mapbox|120|https://status.mapbox.com||l363gv8nm9gc
dnsimple|statuspage|dnsimple|120|https://dnsimple.statuspage.io||tjym90yyv2zt
gandi|statuspage|gandi|120|https://status.gandi.net||xnm08yh10bv5
bigcommerce|statuspage|bigcommerce|120|https://status.bigcommerce.com||qbn4dyd29jby
braintree|statuspage|braintree|120|https://status.braintreepayments.com||03tltrdl3qkv
chargebee|statuspage|chargebee|120|https://status.chargebee.com||7h56br5y94wh
recurly|statuspage|recurly|120|https://status.recurly.com||rq8zvx7w9n0c
easypost|statuspage|easypost|120|https://www.easypoststatus.com||n1jtz5983249
duo|statuspage|duo|120|https://status.duo.com||qrxf5mzbrsxw
segment|statuspage|segment|120|https://status.segment.com||yzw83vcxbysq
mixpanel|statuspage|mixpanel|120|https://status.mixpanel.com||x4m91ldrf511
launchdarkly|statuspage|launchdarkly|120|https://status.launchdarkly.com||9404kdk7lkn7
doppler|statuspage|doppler|120|https://www.dopplerstatus.com||05hwsyqkr9z7
pusher|statuspage|pusher|120|https://status.pusher.com||p6t5x7tdq8yq
pubnub|statuspage|pubnub|120|https://status.pubnub.com||j2pr9thwz01t
cloudamqp|statuspage|cloudamqp|120|https://status.cloudamqp.com||2126xm8ctzlk
fivetran|statuspage|fivetran|120|https://status.fivetran.com||2lfd8mfks09w
buildkite|statuspage|buildkite|120|https://www.buildkitestatus.com||ltljpr68dygn
opsgenie|statuspage|opsgenie|120|https://opsgenie.status.atlassian.com||t05vdsszxwtq
pingdom|statuspage|pingdom|120|https://status.pingdom.com||71g81m9gdvs5
atlassian-statuspage|statuspage|atlassian-statuspage|120|https://metastatuspage.com||y2j98763l56x
basecamp|statuspage|basecamp|120|https://www.basecampstatus.com||thc30769z1m9
cursor|statuspage|cursor|120|https://status.cursor.com||0tp9ssgtptvs
incident-io|incident-io|incident-io|120|https://status.incident.io
bolt-new|incident-io|bolt-new|120|https://status.bolt.new
lovable|incident-io|lovable|120|https://status.lovable.dev
fastly|link|fastly||https://www.fastlystatus.com
alibaba-cloud|link|alibaba||https://status.alibabacloud.com
vultr|link|vultr||https://status.vultr.com
wix|link|wix||https://status.wix.com
databricks|link|site:databricks||https://status.databricks.com
perplexity|link|site:perplexity||https://status.perplexity.com
mistral|link|site:mistral||https://status.mistral.ai
deepseek|link|site:deepseek||https://status.deepseek.com
crates|link|site:crates||https://status.crates.io
nuget|link|site:nuget||https://status.nuget.org
packagist|link|site:packagist||https://status.packagist.org
airtable|link|site:airtable||https://status.airtable.com
evernote|link|site:evernote||https://status.evernote.com
okta|link|site:okta||https://status.okta.com
mailchimp|link|site:mailchimp||https://status.mailchimp.com
zendesk|link|site:zendesk||https://status.zendesk.com
servicenow|link|site:servicenow||https://status.servicenow.com
workday|link|site:workday||https://status.workday.com
adobe|link|site:adobe||https://status.adobe.com
xbox|link|site:xbox||https://support.xbox.com/xbox-live-status
webex|link|site:webex||https://status.webex.com
signal|link|site:signal||https://status.signal.org
bluesky|link|site:bluesky||https://status.bsky.app
netflix|link|site:netflix||https://help.netflix.com/en/is-netflix-down
nintendo|link|site:nintendo||https://www.nintendo.co.jp/netinfo/en_US/index.html
riot|link|site:riot||https://status.riotgames.com
amazon-seller|link|site:amazon-seller||https://sellercentral.amazon.com/sp-api-status
plaid|link|site:plaid||https://status.plaid.com
revolut|link|site:revolut||https://www.revolut.com/system-status/
klarna|link|site:klarna||https://status.klarna.com
wordpress-com|link|site:wordpress-com||https://automatticstatus.com
namecheap|link|site:namecheap||https://www.namecheap.com/status-updates/
openstreetmap|link|site:openstreetmap||https://uptime.openstreetmap.org
`;

const PARSED = LINES.trim().split("\n").map(readLine);

function readLine(line: string): Source {
  const [id = "", format = "", covers = "", every = "", page = "", address = "", statuspageId = ""] = line.split("|");
  const site = /site:(\S+)$/.exec(covers)?.[1] ?? null;
  const provider = covers.replace(/ ?site:\S+$/, "") || (site ?? "");
  const url = address || page + (USUAL_PATHS.get(format) ?? "");
  return { id, format, url, provider, site, page, every: Number(every), ...(statuspageId === "" ? {} : { statuspageId }) };
}

/** The official sources that are read unless an operator configures others. */
export const SOURCES: readonly Source[] = PARSED.filter(({ format }) => format !== "link");

/** Official pages that only people read. */
export const LINKED_PAGES: readonly Source[] = PARSED.filter(({ format }) => format === "link");
