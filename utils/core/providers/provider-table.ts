import { type Lookup, placeName, providerKey, regionKey, regionName, regionsOf } from "./place-name.ts";
import { REGION_NAMES } from "./region-table.ts";

/** Provider ids with the name people know. Where a language writes it in its own letters, the name stands in `locales/`. */
const PROVIDERS = `
aws|AWS
aws-cn|AWS
amazon|Amazon
gcp|Google Cloud
google|Google
azure|Microsoft Azure
azure-cn|Azure China
azure-gov|Azure Government
microsoft|Microsoft
oracle|Oracle Cloud
ibm|IBM Cloud
alibaba|Alibaba Cloud
tencent|Tencent Cloud
huawei|Huawei Cloud
yandex|Yandex Cloud
cloudflare|Cloudflare
fastly|Fastly
akamai|Akamai
akamai-linode|Akamai Cloud (Linode)
bunny|bunny.net
keycdn|KeyCDN
cdn77|CDN77
gcore|Gcore
cachefly|CacheFly
imperva|Imperva
sucuri|Sucuri
edgio-limelight|Edgio (Limelight)
edgio-edgecast|Edgio (Edgecast)
stackpath|StackPath
jsdelivr|jsDelivr
qrator|Qrator
ddos-guard|DDoS-Guard
chinacache|ChinaCache
wangsu|Wangsu
digitalocean|DigitalOcean
vultr|Vultr
hetzner|Hetzner
ovh|OVHcloud
scaleway|Scaleway
contabo|Contabo
leaseweb|Leaseweb
rackspace|Rackspace
vercel|Vercel
netlify|Netlify
heroku|Heroku
render|Render
railway|Railway
fly|Fly.io
deno|Deno Deploy
glitch|Glitch
replit|Replit
supabase|Supabase
neon|Neon
planetscale|PlanetScale
mongodb-atlas|MongoDB Atlas
upstash|Upstash
convex|Convex
hasura|Hasura
redis|Redis Cloud
elastic|Elastic Cloud
confluent|Confluent Cloud
snowflake|Snowflake
databricks|Databricks
cockroach|CockroachDB Cloud
aiven|Aiven
backblaze|Backblaze B2
wasabi|Wasabi
shopify|Shopify
github|GitHub
gitlab|GitLab
wix|Wix
squarespace|Squarespace
automattic|WordPress.com (Automattic)
wpengine|WP Engine
pantheon|Pantheon
kinsta|Kinsta
webflow|Webflow
framer|Framer
godaddy|GoDaddy
namecheap|Namecheap
zendesk|Zendesk
freshworks|Freshworks
intercom|Intercom
salesforce|Salesforce
atlassian|Atlassian
okta|Okta
auth0|Auth0
sentry|Sentry
algolia|Algolia
contentful|Contentful
imgix|imgix
cloudinary|Cloudinary
twilio|Twilio
sendgrid|SendGrid
mailgun|Mailgun
stripe|Stripe
paypal|PayPal
discord|Discord
slack|Slack
netflix|Netflix
meta|Meta
x|X
soundcloud|SoundCloud
spotify|Spotify
twitch|Twitch
roblox|Roblox
steam|Steam
epic|Epic Games
apple|Apple
telegram|Telegram
linkedin|LinkedIn
bytedance|ByteDance
noon|noon
careem|Careem
wikimedia|Wikimedia
internet-archive|Internet Archive
dropbox|Dropbox
ebay|eBay
riot|Riot Games
zoom|Zoom
proton|Proton
hulu|Hulu
adobe|Adobe
sap|SAP
civo|Civo
hostinger|Hostinger
modal|Modal
lovable|Lovable
readthedocs|Read the Docs
gitbook|GitBook
exoscale|Exoscale
upcloud|UpCloud
ionos|IONOS
equinix|Equinix Metal
medianova|Medianova
arvancloud|ArvanCloud
koyeb|Koyeb
northflank|Northflank
zeabur|Zeabur
gigalixir|Gigalixir
platformsh|Upsun (Platform.sh)
clever-cloud|Clever Cloud
scalingo|Scalingo
pythonanywhere|PythonAnywhere
streamlit|Streamlit
huggingface|Hugging Face
stackblitz|StackBlitz
codesandbox|CodeSandbox
gitpod|Gitpod
surge|Surge
ngrok|ngrok
timescale|Tiger Data (Timescale)
influxdata|InfluxData
clickhouse|ClickHouse Cloud
turso|Turso
datastax|DataStax Astra
xata|Xata
nhost|Nhost
appwrite|Appwrite
back4app|Back4App
pinecone|Pinecone
weaviate|Weaviate
qdrant|Qdrant
idrive|IDrive e2
storj|Storj
datadog|Datadog
newrelic|New Relic
grafana|Grafana Cloud
bitbucket|Bitbucket
flywheel|Flywheel
bigcommerce|BigCommerce
salla|Salla
zid|Zid
sanity|Sanity
prismic|Prismic
adyen|Adyen
zoho|Zoho
yahoo|Yahoo
blizzard|Blizzard
azion|Azion
cloudscale|cloudscale.ch
otc|Open Telekom Cloud
stackit|STACKIT
outscale|Outscale
baidu|Baidu AI Cloud
volcengine|Volcengine
qiniu|Qiniu
kingsoft|Kingsoft Cloud
jdcloud|JD Cloud
selectel|Selectel
vk-cloud|VK Cloud
naver|Naver Cloud
sakura|Sakura Internet
tigris|Tigris
filebase|Filebase
hubspot|HubSpot
bubble|Bubble
ghost|Ghost
weebly|Weebly
strikingly|Strikingly
carrd|Carrd
notion|Notion
readme|ReadMe
acquia|Acquia
cloudways|Cloudways
dreamhost|DreamHost
runpod|Runpod
baseten|Baseten
servicenow|ServiceNow
workday|Workday
docusign|Docusign`;

/** Reads lines of `id|name`. */
function readNames(lines: string): [id: string, name: string][] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split("|"))
    .flatMap(([id = "", name = ""]) => (id === "" ? [] : [[id, name] as [string, string]]));
}

let messages: Map<string, string> | undefined;

/**
 * The names of all places as messages, by key: what English calls them, and every language that has no names of its own. The
 * extension's build puts them beside the English messages, so that no page carries them. Read when first asked.
 */
export function placeMessages(): ReadonlyMap<string, string> {
  messages ??= new Map([
    ...readNames(PROVIDERS).map(([id, name]): [string, string] => [providerKey(id), name]),
    ...Object.entries(REGION_NAMES).flatMap(([provider, lines]) =>
      readNames(lines).map(([id, name]): [string, string] => [regionKey(provider, id), name]),
    ),
  ]);
  return messages;
}

const english: Lookup = (key) => placeMessages().get(key);

/** The English name of a place, for texts that the server writes. */
export function placementName(provider: string, region: string | null): string {
  return placeName(provider, region, english);
}

/** Whether a place, `provider/region` or `provider`, is one of those named here: the closed list that reports are made of. */
export function isKnownPlace(on: string): boolean {
  const [provider = "", region, ...rest] = on.split("/");
  if (rest.length > 0 || english(providerKey(provider)) === undefined) return false;
  return region === undefined || regionName(provider, region, english) !== undefined;
}

/** Every place with a name of its own: providers, and after each its regions. */
export function knownPlaces(): { provider: string; region: string | null }[] {
  return readNames(PROVIDERS).flatMap(([provider]) => [
    { provider, region: null },
    ...readNames(REGION_NAMES[regionsOf(provider)] ?? "").map(([region]) => ({ provider, region })),
  ]);
}
