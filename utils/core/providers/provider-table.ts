/**
 * Providers: `id|name`, one per line. Languages that write a name in their own letters have it in `locales/`.
 *
 * How to add a provider: a line here; its host names in `host-rule-table.ts`; its regions, if any, in `region-table.ts`, and
 * where their form is unusual in `region-patterns.ts`.
 */
export const PROVIDERS = `
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
