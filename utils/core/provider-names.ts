import { REGION_NAMES } from "./region-names.ts";

type Name = { en: string; ar: string };

/** Provider ids with the name people know and, where Arabic readers write it in their own letters, the Arabic one. */
const PROVIDERS = `
aws|AWS
aws-cn|AWS
amazon|Amazon|أمازون
gcp|Google Cloud|جوجل كلاود
google|Google|جوجل
azure|Microsoft Azure|مايكروسوفت أزور
azure-cn|Azure China|أزور الصين
azure-gov|Azure Government|أزور الحكومية
microsoft|Microsoft|مايكروسوفت
oracle|Oracle Cloud|أوراكل كلاود
ibm|IBM Cloud
alibaba|Alibaba Cloud|علي بابا كلاود
tencent|Tencent Cloud|تنسنت كلاود
huawei|Huawei Cloud|هواوي كلاود
yandex|Yandex Cloud|ياندكس كلاود
cloudflare|Cloudflare|كلاودفلير
fastly|Fastly|فاستلي
akamai|Akamai|أكاماي
akamai-linode|Akamai Cloud (Linode)|أكاماي كلاود (لينود)
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
digitalocean|DigitalOcean|ديجيتال أوشن
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
shopify|Shopify|شوبيفاي
github|GitHub|جيت هاب
gitlab|GitLab
wix|Wix
squarespace|Squarespace
automattic|WordPress.com (Automattic)|ووردبريس
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
salesforce|Salesforce|سيلزفورس
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
paypal|PayPal|باي بال
discord|Discord|ديسكورد
slack|Slack|سلاك
netflix|Netflix|نتفليكس
meta|Meta|ميتا
x|X|إكس
soundcloud|SoundCloud|ساوند كلاود
spotify|Spotify|سبوتيفاي
twitch|Twitch|تويتش
roblox|Roblox|روبلوكس
steam|Steam|ستيم
epic|Epic Games|إيبك جيمز
apple|Apple|آبل
telegram|Telegram|تيليجرام
linkedin|LinkedIn|لينكدإن
bytedance|ByteDance|بايت دانس
noon|noon|نون
careem|Careem|كريم
wikimedia|Wikimedia|ويكيميديا
internet-archive|Internet Archive|أرشيف الإنترنت
dropbox|Dropbox|دروبوكس
ebay|eBay|إيباي
riot|Riot Games
zoom|Zoom|زووم
proton|Proton
hulu|Hulu|هولو
adobe|Adobe|أدوبي
sap|SAP
civo|Civo
hostinger|Hostinger|هوستنجر
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
salla|Salla|سلة
zid|Zid|زد
sanity|Sanity
prismic|Prismic
adyen|Adyen
zoho|Zoho|زوهو
yahoo|Yahoo|ياهو
blizzard|Blizzard|بليزارد
azion|Azion
otc|Open Telekom Cloud
stackit|STACKIT
outscale|Outscale
baidu|Baidu AI Cloud|بايدو كلاود
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
hubspot|HubSpot|هب سبوت
bubble|Bubble
ghost|Ghost
weebly|Weebly
strikingly|Strikingly
carrd|Carrd
notion|Notion|نوشن
readme|ReadMe
acquia|Acquia
cloudways|Cloudways
dreamhost|DreamHost
runpod|Runpod
baseten|Baseten
servicenow|ServiceNow
workday|Workday
docusign|Docusign`;

function readProviders(): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const line of PROVIDERS.trim().split("\n")) {
    const [id = "", en = "", ar = en] = line.split("|");
    names.set(id, { en, ar });
  }
  return names;
}

function readRegions(provider: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of (REGION_NAMES[provider] ?? "").trim().split("\n")) {
    const [id = "", name = ""] = line.split("|");
    if (id !== "") names.set(id, name);
  }
  return names;
}

// Read when first asked: the background needs no names while nothing fails.
let providers: Map<string, Name> | undefined;
const regions = new Map<string, Map<string, string>>();

/** Providers that run the same regions under another name. */
const SAME_REGIONS: { [provider: string]: string } = { "aws-cn": "aws", "azure-cn": "azure", "azure-gov": "azure", google: "gcp" };

/** Providers whose names of hosts number the places inside a region: ewr1, us-east-1, fr-par-2. */
const NUMBERED_PLACES = new Set(["vultr", "akamai-linode", "scaleway"]);

function providerNamed(provider: string): Name {
  providers ??= readProviders();
  return providers.get(provider) ?? { en: provider, ar: provider };
}

/** What a language calls a region; undefined where it has no name of its own for it. */
export type RegionNamer = (provider: string, region: string) => string | undefined;

function regionNamed(provider: string, region: string, translated?: RegionNamer): string | undefined {
  const source = SAME_REGIONS[provider] ?? provider;
  let names = regions.get(source);
  if (names === undefined) {
    names = readRegions(source);
    regions.set(source, names);
  }
  const known = names;
  const named = (id: string) => (known.has(id) ? (translated?.(source, id) ?? known.get(id)) : undefined);
  return named(region) ?? (NUMBERED_PLACES.has(source) ? named(region.replace(/-?\d+$/, "")) : undefined);
}

/**
 * The name of a place people can recognise: "AWS US East (N. Virginia)", "Cloudflare".
 * @param region the provider's short form; null for the provider as a whole. An unknown region is shown as it is.
 * @param translated where the language has names of its own for regions
 */
export function placementName(provider: string, region: string | null, locale: "en" | "ar", translated?: RegionNamer): string {
  const name = providerNamed(provider)[locale];
  if (region === null) return name;
  return `${name} ${regionNamed(provider, region, translated) ?? region}`;
}

/** Whether a place, `provider/region` or `provider`, is one of those named here: the closed list that reports are made of. */
export function isKnownPlace(on: string): boolean {
  const [provider = "", region, ...rest] = on.split("/");
  providers ??= readProviders();
  if (rest.length > 0 || !providers.has(provider)) return false;
  return region === undefined || regionNamed(provider, region) !== undefined;
}

/** Every place with a name of its own: providers, and after each its regions. */
export function knownPlaces(): { provider: string; region: string | null }[] {
  providers ??= readProviders();
  return [...providers.keys()].flatMap((provider) => [
    { provider, region: null },
    ...[...readRegions(SAME_REGIONS[provider] ?? provider).keys()].map((region) => ({ provider, region })),
  ]);
}

/** CDNs, site builders and hosts that put many customers behind one address. */
const SHARED_EDGES = new Set(
  (
    "cloudflare fastly akamai bunny keycdn cdn77 gcore cachefly imperva sucuri edgio-limelight edgio-edgecast stackpath jsdelivr qrator " +
    "ddos-guard chinacache wangsu vercel netlify heroku render railway fly deno glitch replit github gitlab shopify wix squarespace " +
    "automattic wpengine pantheon kinsta webflow framer godaddy hubspot bubble ghost weebly strikingly carrd notion azion imgix cloudinary google microsoft meta apple"
  ).split(" "),
);
/** Clouds whose addresses without a region are their own edges: CloudFront, Global Accelerator, Front Door, Google's load balancers. */
const CLOUDS_WITH_EDGES = new Set(["aws", "azure", "gcp", "alibaba", "tencent", "huawei"]);

/**
 * True where one address rightly serves many unrelated domains, so that seeing them under it does not betray a proxy.
 * @param region null where the address belongs to no region.
 */
export function isSharedEdge(provider: string, region: string | null): boolean {
  return SHARED_EDGES.has(provider) || (region === null && CLOUDS_WITH_EDGES.has(provider));
}
