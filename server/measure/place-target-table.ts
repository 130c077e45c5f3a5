/**
 * Names that answer from one place of a provider, from the vendors' own documents as of November 2026. `asked.json` has the day on which
 * each was asked (`npm run targets`); one that is not in it was never asked. A name that has never answered a vantage counts as not seen,
 * and never as failing (`target-record.ts`).
 *
 * How to add one: a word below the pattern that it fits, or a block of its own; then `npm run unit`. The name must be public, answer without
 * a key, and answer from that very place: no name in front of which another provider or another region stands. A name that answers 401 or 403
 * shows nothing, so a path that answers 200 or 404 is better.
 *
 * A line with `|` opens a block: `provider|name and path|why it is asked|where the vendor documents it`. The words below it are the regions
 * of the provider, in its own short form; `region=text` where the name has another text in place of `{}`. A block without `{}` is the
 * provider as a whole, and has no words.
 *
 * Left out on purpose:
 * - China: what a vantage abroad sees of it is the firewall in between;
 * - clouds as a whole (aws, azure, gcp): their edges, their consoles and their regions fail apart, and a target of the whole would speak
 *   for every region;
 * - Scaleway and object stores that answer 403 to whoever has no key;
 * - providers whose front page is hosted elsewhere: it would speak for a platform that it does not stand on.
 */
export const PLACE_TARGETS = `
aws|dynamodb.{}.amazonaws.com/ping|health check of the regional DynamoDB endpoint|docs.aws.amazon.com/general/latest/gr/ddb.html
us-east-1 us-east-2 us-west-1 us-west-2 us-gov-east-1 us-gov-west-1 ca-central-1 ca-west-1 mx-central-1 sa-east-1
eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 eu-north-1 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 af-south-1
ap-east-1 ap-east-2 ap-south-1 ap-south-2 ap-northeast-1 ap-northeast-2 ap-northeast-3
ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7
gcp|artifactregistry.{}.rep.googleapis.com/|regional endpoint: TLS ends inside the region|docs.cloud.google.com/vpc/docs/regional-service-endpoints
us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west3 us-west4
northamerica-northeast1 northamerica-northeast2 northamerica-south1 southamerica-east1 southamerica-west1
europe-central2 europe-north1 europe-north2 europe-southwest1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 europe-west8
europe-west9 europe-west10 europe-west12
asia-east1 asia-east2 asia-northeast1 asia-northeast2 asia-northeast3 asia-south1 asia-south2 asia-southeast1 asia-southeast2
australia-southeast1 australia-southeast2 africa-south1 me-central1 me-central2 me-west1
azure|{}.api.cognitive.microsoft.com/|regional endpoint of Azure AI services|learn.microsoft.com/azure/ai-services/speech-service/regions
eastus eastus2 centralus northcentralus southcentralus westcentralus westus westus2 westus3 canadacentral canadaeast brazilsouth
northeurope westeurope uksouth francecentral germanywestcentral italynorth norwayeast swedencentral switzerlandnorth switzerlandwest
uaenorth qatarcentral southafricanorth eastasia southeastasia japaneast japanwest koreacentral centralindia australiaeast
oracle|objectstorage.{}.oraclecloud.com/|regional endpoint of Object Storage|docs.oracle.com/iaas/api
us-ashburn-1 us-phoenix-1 us-sanjose-1 us-chicago-1 us-dallas-1 us-saltlake-2 ca-montreal-1 ca-toronto-1 mx-queretaro-1 mx-monterrey-1
sa-saopaulo-1 sa-vinhedo-1 sa-santiago-1 sa-valparaiso-1 sa-bogota-1 uk-london-1 uk-cardiff-1
eu-frankfurt-1 eu-zurich-1 eu-amsterdam-1 eu-paris-1 eu-marseille-1 eu-madrid-1 eu-madrid-3 eu-milan-1 eu-turin-1 eu-stockholm-1 eu-jovanovac-1
il-jerusalem-1 me-jeddah-1 me-riyadh-1 me-dubai-1 me-abudhabi-1 af-johannesburg-1 af-casablanca-1
ap-tokyo-1 ap-osaka-1 ap-seoul-1 ap-chuncheon-1 ap-singapore-1 ap-singapore-2 ap-batam-1 ap-kulai-2 ap-mumbai-1 ap-hyderabad-1
ap-sydney-1 ap-melbourne-1
ibm|{}.iaas.cloud.ibm.com/|regional endpoint of the VPC API|cloud.ibm.com/docs/vpc?topic=vpc-service-endpoints-for-vpc
us-south us-east ca-tor ca-mon br-sao eu-gb eu-de eu-es jp-tok jp-osa au-syd in-che
digitalocean|speedtest-{}.digitalocean.com/|speed test of the region|docs.digitalocean.com/platform/regional-availability
nyc1 nyc3 ams3 sfo2 sfo3 sgp1 lon1 fra1 tor1 blr1 syd1
akamai-linode|speedtest.{}.linode.com/|speed test of the region|www.linode.com/speed-test
us-east=newark us-central=dallas us-west=fremont us-southeast=atlanta us-ord=chicago us-iad=washington us-sea=seattle us-mia=miami
us-lax=los-angeles ca-central=toronto1 eu-west=london eu-central=frankfurt fr-par=paris nl-ams=amsterdam se-sto=stockholm es-mad=madrid
it-mil=milan br-gru=sao-paulo in-maa=chennai ap-west=mumbai1 ap-south=singapore ap-northeast=tokyo2 jp-osa=osaka id-cgk=jakarta
ap-southeast=sydney1
akamai-linode|{}.speedtest.linode.com/|speed test of the region, in the newer form of the name|www.linode.com/speed-test
de-fra-2 gb-lon
vultr|{}-ping.vultr.com/|looking glass of the region|www.vultr.com/resources/faq
ewr=nj-us ord=il-us dfw=tx-us sea=wa-us lax=lax-ca-us atl=ga-us sjc=sjo-ca-us mia=fl-us hnl=hon-hi-us yto=tor-ca mex=mex-mx sao=sao-br
scl=scl-cl lhr=lon-gb man=man-uk ams=ams-nl fra=fra-de cdg=par-fr mad=mad-es waw=waw-pl sto=sto-se tlv=tlv-il jnb=jnb-za bom=bom-in
del=del-in blr=blr-in sgp=sgp nrt=hnd-jp itm=osk-jp icn=sel-kor syd=syd-au mel=mel-au
hetzner|{}-speed.hetzner.com/|speed test of the location|docs.hetzner.com/cloud/general/locations
fsn1 nbg1 hel1 ash hil sin
cloudflare|www.cloudflare.com/cdn-cgi/trace|written by the edge itself|developers.cloudflare.com/fundamentals/reference/cdn-cgi-endpoint
fastly|www.fastly.com/|own page on the own edge|www.fastly.com
akamai|www.akamai.com/|own page on the own edge|www.akamai.com
bunny|bunny.net/|own page on the own edge|bunny.net
keycdn|www.keycdn.com/|own page on the own edge|www.keycdn.com
cdn77|www.cdn77.com/|own page on the own edge|www.cdn77.com
cachefly|www.cachefly.com/|own page on the own edge|www.cachefly.com
gcore|gcore.com/|own page on the own edge|gcore.com
imperva|www.imperva.com/|own page on the own edge|www.imperva.com
sucuri|sucuri.net/|own page on the own edge|sucuri.net
jsdelivr|cdn.jsdelivr.net/npm/jquery@3.7.1/package.json|a file of the CDN|www.jsdelivr.com/documentation
imgix|assets.imgix.net/examples/pione.jpg?w=1|a sample image of the documents, one pixel wide|docs.imgix.com
cloudinary|res.cloudinary.com/demo/image/upload/w_1/sample.jpg|a sample image of the documents, one pixel wide|cloudinary.com/documentation
google|www.gstatic.com/generate_204|Google's own check of connections, written by its front ends|www.chromium.org/chromium-os/chromiumos-design-docs/network-portal-detection
apple|captive.apple.com/hotspot-detect.html|Apple's own check of connections|support.apple.com/101555
ovh|proof.ovh.net/|speed test of OVHcloud|proof.ovh.net
vercel|vercel.com/|own page on the own platform|vercel.com
netlify|www.netlify.com/|own page on the own platform|www.netlify.com
heroku|api.heroku.com/schema|public description of the API|devcenter.heroku.com/articles/platform-api-reference
fly|fly.io/|own page on the own platform|fly.io
deno|deno.land/|own page on the own platform|deno.land
github|github.com/|the service itself|github.com
gitlab|gitlab.com/explore|the service itself, without a log-in|gitlab.com
shopify|www.shopify.com/|own page on the own platform|www.shopify.com
wix|www.wix.com/|own page on the own platform|www.wix.com
squarespace|www.squarespace.com/|own page on the own platform|www.squarespace.com
automattic|wordpress.com/|own page on the own platform|wordpress.com
wpengine|wpengine.com/|own page on the own platform|wpengine.com
pantheon|pantheon.io/|own page on the own platform|pantheon.io
kinsta|kinsta.com/|own page on the own platform|kinsta.com
framer|www.framer.com/|own page on the own platform|www.framer.com
salesforce|login.salesforce.com/|log-in page on the own platform|help.salesforce.com
hubspot|www.hubspot.com/|own page on the own platform|www.hubspot.com
notion|www.notion.so/|the service itself|www.notion.so`;
