/**
 * Services beyond the built-in catalogue, each with its status page: the feed server knows them, reads their pages, and publishes them with
 * the catalogue, by hash. The extension does not contain them (see `whole-catalogue.ts`). From general knowledge and public lists of status
 * pages, November 2026.
 *
 * How to add one: a line in its category, then `npm run unit` and `npm run sources -- --check --only ID`.
 *
 * A line without `|` opens a category, with `!` at its end one about which nothing may ever be reported, as in `catalogue-table.ts`. The lines
 * below it read `id|name|names in other languages|domains|providers|status page
 *
 * Status page: `page`, `page format` or `page format address`, all without `https://`; the format is `statuspage` where none is given, and
 * `link` where nothing can be read. Answered: the last month in which a public note that has a date saw this address answer in this format;
 * empty where only lists name it. Second addresses: asked when the first one does not do. Twelve letters and digits are the id that Atlassian
 * gave the page, which answers at `<id>.statuspage.io`; `format:address` is anything else.
 */
export const FURTHER_SERVICES = `
names ar
cloud
databricks|Databricks||databricks.com azuredatabricks.net|aws azure gcp||status.databricks.com link
redis-cloud|Redis Cloud||redis.io redis.com|aws gcp azure||status.redis.io firehydrant|2026-07|statuspage:status.redis.io/api/v2/summary.json
elastic-cloud|Elastic Cloud||elastic.co|aws gcp azure||status.elastic.co|2026-08|8wpbdv4sl8gv
confluent|Confluent Cloud||confluent.io confluent.cloud|aws gcp azure||status.confluent.cloud|2026-08|3yz1tdpdnjl3
aiven|Aiven||aiven.io|aws gcp azure||status.aiven.io incident-io|2026-09
cloudinary|Cloudinary||cloudinary.com|||status.cloudinary.com|2026-08|d8rszhl2bj7r
contentful|Contentful||contentful.com ctfassets.net|aws fastly||www.contentfulstatus.com|2026-08|4bv17htq00cz
imgix|imgix||imgix.com imgix.net|||status.imgix.com|2026-03|032k0f0j3bsz
mapbox|Mapbox|ماب بوكس|mapbox.com|aws||status.mapbox.com|2026-03|l363gv8nm9gc
dnsimple|DNSimple||dnsimple.com|||dnsimple.statuspage.io|2026-03|tjym90yyv2zt
gandi|Gandi||gandi.net|||status.gandi.net|2026-03|xnm08yh10bv5
cloudamqp|CloudAMQP||cloudamqp.com|aws||status.cloudamqp.com|2026-03|2126xm8ctzlk
fivetran|Fivetran||fivetran.com|gcp||status.fivetran.com|2026-03|2lfd8mfks09w
coreweave|CoreWeave||coreweave.com coreweave.cloud|||status.coreweave.com status-io api.status.io/1.0/status/5e126e998f2f032e1f8f0f4b|2026-03
exoscale|Exoscale||exoscale.com exoscale.ch|||exoscalestatus.com link
civo|Civo||civo.com|||status.civo.com link
upcloud|UpCloud||upcloud.com|||status.upcloud.com
kinsta|Kinsta||kinsta.com kinsta.cloud|gcp cloudflare||status.kinsta.com
cloudways|Cloudways||cloudways.com cloudwaysapps.com||digitalocean|status.cloudways.com
rackspace|Rackspace||rackspace.com emailsrvr.com|||status.apps.rackspace.com link
wpengine|WP Engine||wpengine.com|gcp aws||wpenginestatus.com link
pantheon|Pantheon||pantheon.io|gcp fastly||status.pantheon.io|2026-03|80f0zgsx80zh
platformsh|Upsun (Platform.sh)||platform.sh upsun.com|||status.platform.sh|2026-03|l2x5n4czt1ph
acquia|Acquia||acquia.com acquia-sites.com|aws||status.acquia.com|2026-03|c3bdbqpxhzcc
engine-yard|Engine Yard||engineyard.com|||status.engineyard.com|2026-03|76sphw1bc50q
aptible|Aptible||aptible.com aptible.in|aws||status.aptible.com|2026-03|fmwgqnbnbc4r
cloud66|Cloud 66||cloud66.com|||status.cloud66.com|2026-03|mpfrt81d47gt
wodby|Wodby||wodby.com|||status.wodby.com|2026-03|hmm9v8wzw86x
wasabi|Wasabi||wasabi.com wasabisys.com|||status.wasabi.com|2026-03|2r1tdgqr8ld5
backblaze|Backblaze||backblaze.com backblazeb2.com|||status.backblaze.com
gcore|Gcore||gcore.com gcorelabs.com gcdn.co|||status.gcore.com
keycdn|KeyCDN||keycdn.com kxcdn.com|||status.keycdn.com
ns1|NS1||ns1.com nsone.net||ibm|ns1status.com
dnsmadeeasy|DNS Made Easy||dnsmadeeasy.com|||dnsstatus.com link
yandex-cloud|Yandex Cloud||yandex.cloud||yandex|status.yandex.cloud link
leaseweb|Leaseweb||leaseweb.com|||www.leasewebstatus.com link
ionos|IONOS|أيونوس|ionos.com ionos.de ionos.cloud|||status.ionos.cloud
contabo|Contabo||contabo.com contabo.de|||status.contabo.com link
paperspace|Paperspace||paperspace.com||digitalocean|status.paperspace.com
runpod|RunPod||runpod.io|||uptime.runpod.io better-stack
modal|Modal||modal.com modal.run|||status.modal.com link
koyeb|Koyeb||koyeb.com koyeb.app|||status.koyeb.com instatus
northflank|Northflank||northflank.com|||status.northflank.com rss status.northflank.com/history.rss|2026-10
cloudera|Cloudera||cloudera.com|||status.cloudera.com
clickhouse|ClickHouse Cloud||clickhouse.com clickhouse.cloud|aws gcp azure||status.clickhouse.com|2026-08
cockroach|CockroachDB Cloud||cockroachlabs.com cockroachlabs.cloud|aws gcp azure||status.cockroachlabs.cloud
singlestore|SingleStore||singlestore.com|||status.singlestore.com
influxdata|InfluxDB Cloud||influxdata.com|aws gcp azure||status.influxdata.com
timescale|TigerData (Timescale)||timescale.com tigerdata.com|aws||status.timescale.com
neo4j|Neo4j Aura||neo4j.com neo4j.io|gcp aws azure||status.neo4j.io
datastax|DataStax Astra||datastax.com||ibm|status.datastax.com
couchbase|Couchbase Capella||couchbase.com|||status.couchbase.com
upstash|Upstash||upstash.com upstash.io|aws gcp fly||status.upstash.com|2026-08
turso|Turso||turso.tech turso.io|||status.turso.tech better-stack
convex|Convex||convex.dev|aws||status.convex.dev better-stack
pinecone|Pinecone||pinecone.io|aws gcp azure||status.pinecone.io|2026-08
qdrant|Qdrant Cloud||qdrant.io|aws gcp azure||status.qdrant.io better-stack|2026-08
weaviate|Weaviate||weaviate.io weaviate.cloud|gcp aws||status.weaviate.io
typesense|Typesense Cloud||typesense.org|||typesense.instatus.com instatus|2026-08
meilisearch|Meilisearch||meilisearch.com meilisearch.io|||status.meilisearch.com rss status.meilisearch.com/feed.rss|2026-08
algolia|Algolia||algolia.com algolia.net algolianet.com|||status.algolia.com link
coveo|Coveo||coveo.com|aws||status.cloud.coveo.com
qlik|Qlik Cloud||qlik.com qlikcloud.com|aws||status.qlikcloud.com
matillion|Matillion||matillion.com|||status.matillion.com
hevo|Hevo||hevodata.com|||status.hevodata.com
dbt-cloud|dbt Cloud||getdbt.com|aws||status.getdbt.com|2026-08
temporal|Temporal Cloud||temporal.io|aws gcp||status.temporal.io|2026-03|dnmfkqzkp304
teleport|Teleport Cloud||goteleport.com|aws||status.teleport.sh|2026-03|j16wc0h3wc86
tyk|Tyk Cloud||tyk.io|aws||status.tyk.io|2026-03|wygv0lcrzvq7
internet-computer|Internet Computer||internetcomputer.org|||status.internetcomputer.org|2026-03|kc2llmsd16bk
red-hat|Red Hat|ريد هات|redhat.com openshift.com||ibm|status.redhat.com|2026-03|dn6mqn7xvzz3
quay|Quay.io||quay.io|aws|ibm|status.quay.io
canonical|Canonical (Ubuntu)|أوبونتو|canonical.com ubuntu.com launchpad.net snapcraft.io|||status.canonical.com link
vmware-workspace-one|Omnissa Workspace ONE||omnissa.com workspaceone.com awmdm.com|||status.workspaceone.com|2026-03|3l65ysrm5cly
nutanix|Nutanix||nutanix.com|||status.nutanix.com
netapp|NetApp||netapp.com|||status.services.cloud.netapp.com
citrix|Citrix Cloud|سيتريكس|citrix.com cloud.com|azure||status.cloud.com link
f5|F5 Distributed Cloud||f5.com volterra.io|||www.f5cloudstatus.com
google-ads|Google Ads|إعلانات جوجل|ads.google.com googleads.g.doubleclick.net doubleclick.net googleadservices.com|google|google|ads.google.com/status/publisher google-cloud ads.google.com/status/publisher/incidents.json|2026-08
developer
crates|crates.io||crates.io|heroku aws fastly||status.crates.io link
jsdelivr|jsDelivr||jsdelivr.net jsdelivr.com|cloudflare fastly||status.jsdelivr.com link
travis-ci|Travis CI||travis-ci.com|||www.traviscistatus.com|2026-03|pnpcptp8xh9k
sentry|Sentry||sentry.io|gcp||status.sentry.io|2026-08|t687h3m0nh65
newrelic|New Relic||newrelic.com nr-data.net|aws||status.newrelic.com|2026-08|nwg5xmnm9d17
grafana|Grafana Cloud||grafana.com grafana.net|aws gcp azure||status.grafana.com|2026-08
splunk|Splunk||splunk.com splunkcloud.com|aws gcp|cisco|status.splunk.com
hashicorp|HashiCorp Cloud||hashicorp.com terraform.io|||status.hashicorp.com incident-io|2026-08
apple-developer|Apple Developer||developer.apple.com appstoreconnect.apple.com|apple|apple|developer.apple.com/system-status apple www.apple.com/support/systemstatus/data/developer/system_status_en_US.js
rollbar|Rollbar||rollbar.com|gcp||status.rollbar.com incident-io|2026-09
segment|Segment||segment.com segment.io|aws|twilio|status.segment.com|2026-08|yzw83vcxbysq
mixpanel|Mixpanel||mixpanel.com mxpnl.com|gcp||www.mixpanelstatus.com|2026-08|x4m91ldrf511
launchdarkly|LaunchDarkly||launchdarkly.com|aws fastly||status.launchdarkly.com|2026-08|9404kdk7lkn7
doppler|Doppler||doppler.com|||www.dopplerstatus.com|2026-03|05hwsyqkr9z7
pusher|Pusher||pusher.com pusherapp.com|aws||status.pusher.com|2026-03|p6t5x7tdq8yq
pubnub|PubNub||pubnub.com pndsn.com|aws||status.pubnub.com|2026-03|j2pr9thwz01t
buildkite|Buildkite||buildkite.com|aws||www.buildkitestatus.com|2026-03|ltljpr68dygn
opsgenie|Opsgenie||opsgenie.com|aws|atlassian|opsgenie.status.atlassian.com|2026-03|t05vdsszxwtq
pingdom|Pingdom||pingdom.com pingdom.net||solarwinds|status.pingdom.com||71g81m9gdvs5
atlassian-statuspage|Atlassian Statuspage||statuspage.io stspg.io|aws|atlassian|metastatuspage.com|2026-08|y2j98763l56x
cursor|Cursor|كيرسر|cursor.com cursor.sh|aws||status.cursor.com|2026-08|0tp9ssgtptvs
incident-io|incident.io||incident.io|gcp||status.incident.io incident-io|2026-09
bolt-new|Bolt.new||bolt.new stackblitz.com|||status.bolt.new incident-io|2026-09
lovable|Lovable|لوفابل|lovable.dev|||status.lovable.dev incident-io|2026-09
onesignal|OneSignal||onesignal.com os.tc|gcp cloudflare||status.onesignal.com incident-io|2026-09
basecamp|Basecamp and HEY|بيس كامب|basecamp.com hey.com 37signals.com|||www.basecampstatus.com|2026-08|thc30769z1m9
jira-align|Jira Align||jiraalign.com agilecraft.com||atlassian|jira-align.status.atlassian.com|2026-03|jrg4crndtsgz
loom|Loom|لوم|loom.com|aws|atlassian|loom.status.atlassian.com|2026-03|j9r9w5bcs26w
datadog-eu|Datadog (EU)||app.datadoghq.eu|gcp|datadog|status.datadoghq.eu|2026-03|5by3sysm209d
sumo-logic|Sumo Logic||sumologic.com|aws||status.sumologic.com status-io api.status.io/1.0/status/5ea1c7ba3f2f1604b93ca38e|2026-03
honeycomb|Honeycomb||honeycomb.io|aws||status.honeycomb.io
dynatrace|Dynatrace||dynatrace.com live.dynatrace.com|aws azure gcp||dynatrace.status.io link
logz-io|Logz.io||logz.io|aws||status.logz.io|2026-03|flbqdmg201t4
loggly|Loggly||loggly.com||solarwinds|status.loggly.com|2026-03|701xnxqmhdh3
papertrail|Papertrail||papertrailapp.com papertrail.com||solarwinds|www.papertrailstatus.com|2026-03|0n5jhb30j32t
mezmo|Mezmo||mezmo.com logdna.com|||status.mezmo.com
coralogix|Coralogix||coralogix.com|aws||status.coralogix.com
kentik|Kentik||kentik.com|||status.kentik.com|2026-03|25fy3sprxcv3
bugsnag|BugSnag||bugsnag.com|gcp||status.bugsnag.com|2026-03|6xl1gdp6yn0x
victorops|Splunk On-Call||victorops.com||cisco|status.victorops.com|2026-03|tj7j024mr40d
better-stack|Better Stack||betterstack.com betteruptime.com logtail.com|||status.betterstack.com better-stack|2026-03
site24x7|Site24x7||site24x7.com||zoho|status.site24x7.com link
checkly|Checkly||checklyhq.com|aws||is.checkly.online link
posthog|PostHog||posthog.com|aws||www.posthogstatus.com rss www.posthogstatus.com/feed.rss|2026-10
amplitude|Amplitude||amplitude.com|aws||status.amplitude.com|2026-08
heap|Heap||heap.io heapanalytics.com||contentsquare|heapstatus.com
fullstory|Fullstory||fullstory.com|gcp||status.fullstory.com
hotjar|Hotjar||hotjar.com hotjar.io|aws|contentsquare|status.hotjar.com
pendo|Pendo||pendo.io|gcp||status.pendo.io|2026-08|qxvy69hcwh22
mode|Mode||mode.com||thoughtspot|status.modeanalytics.com|2026-03|th35d4vb90h8
metabase|Metabase||metabase.com|aws||status.metabase.com|2026-08
plausible|Plausible||plausible.io|||status.plausible.io better-stack|2026-03
rudderstack|RudderStack||rudderstack.com|||status.rudderstack.com
mparticle|mParticle||mparticle.com|||status.mparticle.com
appsflyer|AppsFlyer||appsflyer.com|||status.appsflyer.com
adjust|Adjust||adjust.com|||status.adjust.com
branch|Branch||branch.io app.link|aws||status.branch.io|2026-03|74brn6fz1jt2
revenuecat|RevenueCat||revenuecat.com|aws||status.revenuecat.com|2026-03|d7wjfp7kgjkd
optimizely|Optimizely||optimizely.com|||status.optimizely.com
codecov|Codecov||codecov.io|gcp||status.codecov.com|2026-03|wdzsn5dlywj9
coveralls|Coveralls||coveralls.io|||status.coveralls.io|2026-03|3h72wtpg5fqs
code-climate|Code Climate||codeclimate.com|||status.codeclimate.com incident-io|2026-03
codacy|Codacy||codacy.com|||status.codacy.com link
sonarcloud|SonarQube Cloud||sonarcloud.io sonarsource.com|aws||status.sonarqube.com
snyk|Snyk||snyk.io|aws||status.snyk.io|2026-08|myj6w6kw42c6
semaphore|Semaphore||semaphoreci.com semaphore.io|gcp||status.semaphoreci.com|2026-03|zq6qk8cct5d8
bitrise|Bitrise||bitrise.io|gcp||status.bitrise.io|2026-03|1q8r4n02vb2k
codemagic|Codemagic||codemagic.io|||codemagic.statuspage.io
appveyor|AppVeyor||appveyor.com|||status.appveyor.com
harness|Harness||harness.io|gcp||status.harness.io
octopus|Octopus Deploy||octopus.com octopus.app|azure||status.octopus.com
spacelift|Spacelift||spacelift.io|aws||spacelift.statuspage.io
pulumi|Pulumi||pulumi.com|aws||status.pulumi.com
gitpod|Ona (Gitpod)||gitpod.io ona.com|||www.gitpodstatus.com
codesandbox|CodeSandbox||codesandbox.io|||status.codesandbox.io
gitkraken|GitKraken||gitkraken.com|||www.gitkrakenstatus.com
sauce-labs|Sauce Labs||saucelabs.com|||status.saucelabs.com|2026-03|kd2w7ghdk56w
browserstack|BrowserStack||browserstack.com|||status.browserstack.com
cypress|Cypress||cypress.io|||www.cypressstatus.com|2026-03|prr339fdc8ry
chromatic|Chromatic||chromatic.com|||status.chromatic.com
cocoapods|CocoaPods||cocoapods.org|||status.cocoapods.org|2026-03|7k11xygtyyyg
jitpack|JitPack||jitpack.io|||status.jitpack.io link
hex|Hex (Elixir)||hex.pm hexdocs.pm|||status.hex.pm
deno|Deno||deno.com deno.land jsr.io|gcp||denostatus.com
laravel|Laravel||laravel.com envoyer.io|aws||status.laravel.com
unpkg|UNPKG||unpkg.com|cloudflare
cdnjs|cdnjs||cdnjs.com|cloudflare
readme|ReadMe||readme.com readme.io|||www.readmestatus.com|2026-03|nz3r09cr7dk1
gitbook|GitBook||gitbook.com|gcp cloudflare||www.gitbookstatus.com incident-io
autodesk|Autodesk|أوتوديسك|autodesk.com|aws||health.autodesk.com link
postman|Postman|بوستمان|postman.com getpostman.com|aws||status.postman.com
jetbrains|JetBrains|جت برينز|jetbrains.com|aws||status.jetbrains.com
expo|Expo||expo.dev|gcp||status.expo.dev
sanity|Sanity||sanity.io|gcp||www.sanity-status.com|2026-08
storyblok|Storyblok||storyblok.com|aws||status.storyblok.com link
contentstack|Contentstack||contentstack.com contentstack.io|||status.contentstack.com
prismic|Prismic||prismic.io|||status.prismic.io
datocms|DatoCMS||datocms.com|||status.datocms.com link
ably|Ably||ably.com ably.io|aws||status.ably.com link
stream|Stream||getstream.io stream-io-api.com|aws||status.getstream.io|2026-03|gsms7w17y9wc
sendbird|Sendbird||sendbird.com|aws||status-nvirginia1.sendbird.com|2026-03|xlrzypr8w8p5
agora|Agora||agora.io|||status.agora.io link
mux|Mux||mux.com|gcp fastly||status.mux.com|2026-08
bitmovin|Bitmovin||bitmovin.com|gcp aws||status.bitmovin.com|2026-03|05q9dh7vx2mf
brightcove|Brightcove||brightcove.com|aws||status.brightcove.com
wistia|Wistia||wistia.com wistia.net|aws||status.wistia.com
filestack|Filestack||filestack.com filestackapi.com|aws||status.filestack.com|2026-03|z8cjgbr8sqmh
uploadcare|Uploadcare||uploadcare.com ucarecdn.com|aws||status.uploadcare.com
files-com|Files.com||files.com|aws||status.files.com|2026-03|qcl58pn3j90b
unsplash|Unsplash|أنسبلاش|unsplash.com|||status.unsplash.com|2026-03|gcw6g25tpdkv
particle|Particle||particle.io|aws||status.particle.io|2026-08
balena|balena||balena.io balena-cloud.com|aws||status.balena.io|2026-08
home-assistant|Home Assistant||home-assistant.io nabucasa.com||open-home|status.home-assistant.io|2026-08
keygen|Keygen||keygen.sh|||status.keygen.sh better-stack|2026-03
unraid|Unraid||unraid.net|||status.unraid.net better-stack|2026-03
discourse|Discourse||discourse.org|||status.discourse.org status-io api.status.io/1.0/status/5e2141ce30dc5c04b3ac32fc|2026-08
apify|Apify||apify.com|aws||status.apify.com|2026-08
crowdin|Crowdin||crowdin.com|aws||status.crowdin.com
lokalise|Lokalise||lokalise.com|||status.lokalise.com|2026-08
coderpad|CoderPad||coderpad.io|||status.coderpad.io|2026-03|29rb067ttd9j
mozilla|Mozilla and Firefox|موزيلا وفايرفوكس|mozilla.org firefox.com mozilla.com|gcp||status.services.mozilla.com|2026-03|29l4z1kld06b
lob|Lob||lob.com|||lob.statuspage.io|2026-03|2xkb3rfdd3lg
smarty|Smarty||smarty.com smartystreets.com|||status.smarty.com|2026-03|q1z5r94tnt56
n8n|n8n||n8n.io n8n.cloud|||status.n8n.cloud
make|Make||make.com integromat.com|aws||status.make.com
ifttt|IFTTT||ifttt.com|||status.ifttt.com
workato|Workato||workato.com|aws||status.workato.com
boomi|Boomi||boomi.com|aws||status.boomi.com
celigo|Celigo||celigo.com integrator.io|||status.celigo.com
w3schools|W3Schools|دبليو ثري سكولز|w3schools.com
leetcode|LeetCode|ليت كود|leetcode.com|aws cloudflare
hackerrank|HackerRank||hackerrank.com|aws||status.hackerrank.com
codepen|CodePen||codepen.io|||status.codepen.io
kaggle|Kaggle|كاجل|kaggle.com|gcp|google
work
clickup|ClickUp||clickup.com|aws||status.clickup.com status-io api.status.io/1.0/status/5b6e0963c662144d00913a09|2026-08
miro|Miro|ميرو|miro.com|aws||status.miro.com incident-io|2026-09
zapier|Zapier||zapier.com|aws||status.zapier.com incident-io|2026-09
evernote|Evernote|إيفرنوت|evernote.com|gcp||status.evernote.com link
intercom|Intercom||intercom.com intercom.io intercomcdn.com|aws||www.intercomstatus.com incident-io|2026-09|incident-io:www.finstatus.com/api/v2/summary.json
servicenow|ServiceNow||servicenow.com service-now.com|||status.servicenow.com link
mailchimp|Mailchimp|ميل شيمب|mailchimp.com list-manage.com|akamai||status.mailchimp.com link
sendgrid|SendGrid||sendgrid.com sendgrid.net|aws|twilio|status.sendgrid.com|2026-08|3tgl2vf85cht statuspage:sendgrid.statuspage.io/api/v2/summary.json
mailgun|Mailgun||mailgun.com mailgun.net|||status.mailgun.com|2026-08|6jp439mdyy0k
odoo|Odoo|أودو|odoo.com|ovh gcp||www.odoo.com/status link
brevo|Brevo||brevo.com sendinblue.com sibforms.com|gcp||status.brevo.com incident-io|2026-09
google-docs|Google Docs|مستندات جوجل|sheets.google.com slides.google.com forms.google.com|google|google
google-chat|Google Chat||chat.google.com|google|google
yammer|Viva Engage||yammer.com engage.cloud.microsoft|microsoft|microsoft
power-platform|Power Platform||powerapps.com powerautomate.com powerbi.com|azure|microsoft
dynamics365|Dynamics 365||dynamics.com|azure|microsoft
calendly|Calendly||calendly.com|gcp aws||www.calendlystatus.com|2026-08
cal-com|Cal.com||cal.com|||status.cal.com link
doodle|Doodle||doodle.com|||status.doodle.com
todoist|Todoist|تودويست|todoist.com|aws|doist|status.todoist.net instatus status.todoist.net/summary.json|2026-08
ticktick|TickTick|تيك تيك|ticktick.com
toggl|Toggl||toggl.com|gcp||status.toggl.com|2026-08
harvest|Harvest||harvestapp.com getharvest.com|||www.harveststatus.com|2026-08
clockify|Clockify||clockify.me|aws||status.clockify.me link
smartsheet|Smartsheet||smartsheet.com|aws||status.smartsheet.com|2026-08
wrike|Wrike||wrike.com|gcp||status.wrike.com link
teamwork|Teamwork.com||teamwork.com|aws||status.teamwork.com|2026-08
shortcut|Shortcut||shortcut.com|aws||status.shortcut.com|2026-03|27fcn0qntr9w
productboard|Productboard||productboard.com|aws||status.productboard.com|2026-08|wwwnvh1nlpt1
roadmunk|Roadmunk||roadmunk.com|||status.roadmunk.com|2026-03|wfwzfc29bq4r
workflowy|WorkFlowy||workflowy.com|||status.workflowy.com|2026-03|m8f43n57h83g
mural|Mural||mural.co|azure||status.mural.co|2026-03|dbk70dpy3n7h
lucid|Lucid (Lucidchart)||lucid.co lucid.app lucidchart.com|aws||status.lucid.co
coda|Coda||coda.io|aws||status.coda.io statuspage-atom|2026-08
fillout|Fillout||fillout.com|||fillout.statuspage.io|2026-08
baserow|Baserow||baserow.io|||status.baserow.org better-stack|2026-08
raindrop|Raindrop.io||raindrop.io|||status.raindrop.io better-stack|2026-08
taskade|Taskade||taskade.com|||status.taskade.com
motion|Motion||usemotion.com|||status.usemotion.com better-stack|2026-08
fathom|Fathom||fathom.video|||status.fathom.video|2026-08
tldv|tl;dv||tldv.io|||tldv.instatus.com instatus|2026-08
grain|Grain||grain.com|||www.grainstatus.com|2026-08
guru|Guru||getguru.com|aws||status.getguru.com|2026-08
whereby|Whereby||whereby.com|||wherebystatus.com instatus|2026-03
ringcentral|RingCentral||ringcentral.com|||status.ringcentral.com link
8x8|8x8||8x8.com|||status.8x8.com link
quo|Quo (OpenPhone)||quo.com openphone.com|||status.quo.com|2026-08
callrail|CallRail||callrail.com|||status.callrail.com|2026-08
aircall|Aircall||aircall.io|aws||status.aircall.io
genesys-cloud|Genesys Cloud||genesys.com mypurecloud.com|aws||status.mypurecloud.com
talkdesk|Talkdesk||talkdesk.com|||status.talkdesk.com
five9|Five9||five9.com|||status.five9.com
vonage|Vonage||vonage.com nexmo.com|||vonageapi.statuspage.io
telnyx|Telnyx||telnyx.com|||status.telnyx.com
plivo|Plivo||plivo.com|aws||status.plivo.com
bandwidth|Bandwidth||bandwidth.com|||status.bandwidth.com
infobip|Infobip|إنفوبيب|infobip.com|||status.infobip.com
sinch|Sinch||sinch.com|||status.sinch.com
bird|Bird (MessageBird)||bird.com messagebird.com|||status.bird.com|2026-08|xf8120tyqx8n
clicksend|ClickSend||clicksend.com|||status.clicksend.com|2026-08
unifonic|Unifonic|يونيفونك|unifonic.com
line-developers|LINE Developers||developers.line.biz manager.line.biz||ly|api.line-status.info|2026-08
mattermost|Mattermost||mattermost.com|aws||status.mattermost.com|2026-08
front|Front||front.com frontapp.com|aws||www.frontstatus.com|2026-08
help-scout|Help Scout||helpscout.com helpscout.net|aws||status.helpscout.com|2026-08
freshworks|Freshworks|فريش ووركس|freshworks.com freshdesk.com freshservice.com|aws||updates.freshdesk.com link
gorgias|Gorgias||gorgias.com|gcp||status.gorgias.com link
kustomer|Kustomer||kustomer.com kustomerapp.com|aws||status.kustomer.com|2026-08|lhn2sb4njk08
gladly|Gladly||gladly.com|||status.gladly.com
crisp|Crisp||crisp.chat|||status.crisp.chat link
livechat|LiveChat||livechat.com livechatinc.com|||status.livechat.com
drift|Drift||drift.com|||status.drift.com
manychat|ManyChat|ماني شات|manychat.com|||status.manychat.com instatus|2026-08
trustpilot|Trustpilot|تراست بايلوت|trustpilot.com|aws||status.trustpilot.com|2026-08
pipedrive|Pipedrive||pipedrive.com|aws||status.pipedrive.com link
close|Close||close.com|aws||status.close.com|2026-08
copper|Copper||copper.com prosperworks.com|||status.copper.com|2026-08
attio|Attio||attio.com|gcp||status.attio.com|2026-08
apollo|Apollo.io||apollo.io|gcp||status.apollo.io better-stack|2026-08
insightly|Insightly||insightly.com|azure||status.insightly.com|2026-08
keap|Keap and Thryv||keap.com thryv.com infusionsoft.com|||status.thryv.com|2026-08
streak|Streak||streak.com|gcp||status.streak.com|2026-08
follow-up-boss|Follow Up Boss||followupboss.com|aws||followupboss.statuspage.io|2026-08
teamleader|Teamleader||teamleader.eu|aws||status.teamleader.eu|2026-08
gong|Gong||gong.io|aws||status.gong.io
outreach|Outreach||outreach.io|aws||status.outreach.io
salesloft|Salesloft||salesloft.com|||status.salesloft.com
zoominfo|ZoomInfo||zoominfo.com|||status.zoominfo.com
clearbit|Clearbit||clearbit.com|||status.clearbit.com|2026-08
reply-io|Reply.io||reply.io|||status.reply.io|2026-08
phantombuster|PhantomBuster||phantombuster.com|||status.phantombuster.com|2026-08
highlevel|HighLevel||gohighlevel.com leadconnectorhq.com msgsndr.com|gcp||status.gohighlevel.com statuspage-atom status.gohighlevel.com/feed.atom|2026-08
whatconverts|WhatConverts||whatconverts.com|||status.whatconverts.com|2026-08
pardot|Salesforce Account Engagement||pardot.com|salesforce|salesforce|trust.pardot.com|2026-03|j0hnsfnqtllz
klaviyo|Klaviyo|كلافيو|klaviyo.com|aws||status.klaviyo.com|2026-08
braze|Braze||braze.com braze.eu|aws||braze.statuspage.io
iterable|Iterable||iterable.com|aws||status.iterable.com
customer-io|Customer.io||customer.io customeriomail.com|gcp||status.customerio.com|2026-08|w4qr97njbszt
activecampaign|ActiveCampaign||activecampaign.com activehosted.com|aws||status.activecampaign.com
kit|Kit (ConvertKit)||kit.com convertkit.com|aws||status.kit.com|2026-08
mailerlite|MailerLite||mailerlite.com|||status.mailerlite.com|2026-08
mailjet|Mailjet||mailjet.com||sinch|status.mailjet.com|2026-08
aweber|AWeber||aweber.com|||status.aweber.com|2026-08
constant-contact|Constant Contact||constantcontact.com|||status.constantcontact.com|2026-08
getresponse|GetResponse||getresponse.com|||status.getresponse.com|2026-08
omnisend|Omnisend||omnisend.com|gcp||status.omnisend.com|2026-08
drip|Drip||drip.com|||status.drip.com|2026-08
email-octopus|EmailOctopus||emailoctopus.com|aws||status.emailoctopus.com incident-io|2026-08
loops|Loops||loops.so|||status.loops.so|2026-08
emailable|Emailable||emailable.com|||status.emailable.com|2026-03|ntzxwsjy15bq
acoustic|Acoustic||acoustic.com goacoustic.com|||status.goacoustic.com|2026-03|rx9084q34820
campaign-monitor|Campaign Monitor||campaignmonitor.com createsend.com||marigold|status.campaignmonitor.com link
airship|Airship||airship.com urbanairship.com|||status.airship.com link
beehiiv|beehiiv||beehiiv.com|||status.beehiiv.com
postmark|Postmark||postmarkapp.com|aws|activecampaign|status.postmarkapp.com link
sparkpost|Bird Email (SparkPost)||sparkpost.com|aws|bird|status.sparkpost.com
resend|Resend||resend.com|aws||resend-status.com incident-io
buffer|Buffer|بافر|buffer.com bufferapp.com|aws||status.buffer.com|2026-08
hootsuite|Hootsuite|هوت سويت|hootsuite.com|aws||status.hootsuite.com
sprout-social|Sprout Social||sproutsocial.com|aws||status.sproutsocial.com
bitly|Bitly|بيتلي|bitly.com bit.ly|gcp||status.bitly.com statuspage-atom|2026-08
linktree|Linktree|لينك تري|linktr.ee linktree.com|||status.linktr.ee
xandr|Microsoft Monetize (Xandr)||xandr.com adnxs.com|azure|microsoft|status.xandr.com|2026-03|z7jb4dcjs0nl
nextroll|NextRoll (AdRoll)||nextroll.com adroll.com rollworks.com|aws||status.nextroll.com
unbounce|Unbounce||unbounce.com|aws||status.unbounce.com|2026-08
instapage|Instapage||instapage.com|||instapage.statuspage.io
typeform|Typeform|تايب فورم|typeform.com|aws||status.typeform.com|2026-08|fv5fyw3p7k8n
videoask|VideoAsk||videoask.com||typeform|status.videoask.com|2026-08
jotform|Jotform|جوت فورم|jotform.com|gcp||status.jotform.com|2026-08
surveymonkey|SurveyMonkey|سيرفي مونكي|surveymonkey.com|aws||status.surveymonkey.com|2026-08
wufoo|Wufoo||wufoo.com||surveymonkey|status.wufoo.com|2026-08
cognito-forms|Cognito Forms||cognitoforms.com|azure||status.cognitoforms.com|2026-08
formstack|Intellistack (Formstack)||formstack.com intellistack.com|aws||www.intellistackstatus.com|2026-08
tally|Tally||tally.so|||status.tally.so better-stack|2026-08
qualtrics|Qualtrics||qualtrics.com|||status.qualtrics.com
pandadoc|PandaDoc||pandadoc.com|aws||status.pandadoc.com|2026-08
dropbox-sign|Dropbox Sign||hellosign.com|aws|dropbox|status.hellosign.com|2026-08|djw9397fmqd1
signnow|airSlate SignNow||signnow.com|aws||status.signnow.com|2026-08
egnyte|Egnyte||egnyte.com|||status.egnyte.com|2026-03|jr196z1ns266
cloudconvert|CloudConvert||cloudconvert.com|||status.cloudconvert.com better-stack|2026-08
podio|Podio||podio.com||citrix|status.podio.com|2026-08
pipefy|Pipefy||pipefy.com|aws||status.pipefy.com|2026-08
robin|Robin||robinpowered.com|||status.robinpowered.com|2026-03|4hy25vm4h6fc
bamboohr|BambooHR||bamboohr.com|aws||status.bamboohr.com rss status.bamboohr.com/pages/54f0de009d6f51e7140002b7/rss|2026-08
gusto|Gusto||gusto.com|aws||status.gusto.com|2026-08
rippling|Rippling||rippling.com|aws||status.rippling.com
greenhouse|Greenhouse||greenhouse.io|aws||status.greenhouse.io|2026-08
lever|Lever||lever.co|aws||status.lever.co|2026-08|34ygfdwr11jd
ashby|Ashby||ashbyhq.com|||status.ashbyhq.com|2026-08
bullhorn|Bullhorn||bullhorn.com bullhornstaffing.com|||status.bullhorn.com|2026-03|cdxw86qkmw3x
lattice|Lattice||lattice.com latticehq.com|aws||status.lattice.com|2026-03|gj13f8gmt9b6
personio|Personio||personio.com personio.de|aws||status.personio.de
hibob|HiBob||hibob.com hibob.io|aws||status.hibob.io
deel|Deel||deel.com letsdeel.com|aws||status.deel.com link
connecteam|Connecteam||connecteam.com|||connecteam.statuspage.io|2026-08
airbase|Airbase||airbase.com||paylocity|status.airbase.com|2026-03|pc6tsj7kht1c
jobber|Jobber||getjobber.com|aws||www.jobberstatus.net|2026-08
housecall-pro|Housecall Pro||housecallpro.com|aws||status.housecallpro.com|2026-08
companycam|CompanyCam||companycam.com|||status.companycam.com|2026-08
aurora-solar|Aurora Solar||aurorasolar.com|aws||status.aurorasolar.com|2026-03|vbgjcnqcyyw7
clio|Clio||clio.com|aws||status.clio.com incident-io|2026-08
blend|Blend||blend.com|aws||status.blend.com|2026-03|wp6n3nr9gm7w
meridianlink|MeridianLink||meridianlink.com|||status.meridianlink.com|2026-03|n1pskh7dw1c1
housecanary|HouseCanary||housecanary.com|||status.housecanary.com|2026-03|pkkpjjckfnnb
planning-center|Planning Center||planningcenter.com planningcenteronline.com churchcenter.com|aws||status.planningcenter.com|2026-03|mj14zc034yxl
poka|Poka||poka.io|||www.pokastatus.io|2026-03|6gqznhly63gc
xero|Xero|زيرو|xero.com|aws||status.xero.com|2026-08
quickbooks|QuickBooks|كويك بوكس|quickbooks.com quickbooks.intuit.com|aws|intuit|status.quickbooks.intuit.com|2026-03|2dv2gqw9hrgc
turbotax|TurboTax||turbotax.com turbotax.intuit.com|aws|intuit
freshbooks|FreshBooks||freshbooks.com|gcp||status.freshbooks.com|2026-08
freeagent|FreeAgent||freeagent.com|aws||status.freeagent.com|2026-08|tn2dcgpy021r
wave|Wave||waveapps.com|aws||status.waveapps.com|2026-08
sage|Sage|سيج|sage.com|aws||status.sage.com link
expensify|Expensify||expensify.com|||status.expensify.com
pleo|Pleo||pleo.io|aws||status.pleo.io
qoyod|Qoyod|قيود|qoyod.com
daftra|Daftra|دفترة|daftra.com
foodics|Foodics|فودكس|foodics.com
jamf|Jamf||jamf.com jamfcloud.com|aws||status.jamf.com|2026-03|5z7bmx2nb2yj
security
duo|Duo Security||duo.com duosecurity.com|aws|cisco|status.duo.com|2026-03|qrxf5mzbrsxw
onelogin|OneLogin||onelogin.com|aws|one-identity|status.us.onelogin.com status-io api.status.io/1.0/status/538511e2ce5cb97537000144|2026-03
jumpcloud|JumpCloud||jumpcloud.com|aws||status.jumpcloud.com|2026-08|nflr6k3n1c0h
workos|WorkOS||workos.com|aws||status.workos.com|2026-08
stytch|Stytch||stytch.com|aws|twilio|status.stytch.com
securid|SecurID||securid.com rsa.com|||status.securid.com|2026-03|1xw7gmwkm0bg
ping-identity|Ping Identity||pingidentity.com pingone.com pingone.eu|aws||status.pingidentity.com link
dashlane|Dashlane|داشلين|dashlane.com|aws||status.dashlane.com status-io api.status.io/1.0/status/5aabcb89fccc4b04d3774443|2026-03
keeper|Keeper||keepersecurity.com keepersecurity.eu|aws||statuspage.keeper.io|2026-03|wg5bvczw1rtf
nordvpn|NordVPN|نورد في بي إن|nordvpn.com nordaccount.com||nord
nordpass|NordPass||nordpass.com||nord
surfshark|Surfshark|سيرف شارك|surfshark.com||nord
mullvad|Mullvad VPN||mullvad.net
tailscale|Tailscale||tailscale.com|aws||status.tailscale.com|2026-08
zerotier|ZeroTier||zerotier.com|||status.zerotier.com
cisco-umbrella|Cisco Umbrella||umbrella.com opendns.com||cisco|status.umbrella.com
meraki|Cisco Meraki||meraki.com||cisco|status.meraki.net link
zscaler|Zscaler||zscaler.com zscloud.net zscaler.net|||trust.zscaler.com link
netskope|Netskope||netskope.com goskope.com|||trust.netskope.com link
crowdstrike|CrowdStrike|كراود سترايك|crowdstrike.com|aws
wiz|Wiz||wiz.io|aws||status.wiz.io|2026-03|bgx79l11xfsj
alert-logic|Alert Logic||alertlogic.com||fortra|status.alertlogic.com|2026-03|bkbjcmdhhfbp
prisma-cloud|Prisma Cloud||prismacloud.io|gcp aws|palo-alto|status.paloaltonetworks.com link
tenable|Tenable||tenable.com|aws||status.tenable.com
rapid7|Rapid7||rapid7.com|aws||status.rapid7.com
qualys|Qualys||qualys.com|||status.qualys.com
imperva|Imperva||imperva.com incapdns.net||thales|status.imperva.com
mimecast|Mimecast||mimecast.com|||status.mimecast.com link
knowbe4|KnowBe4||knowbe4.com|aws||status.knowbe4.com
vanta|Vanta||vanta.com|aws||status.vanta.com|2026-08
drata|Drata||drata.com|aws||status.drata.com
onetrust|OneTrust||onetrust.com cookielaw.org|azure||status.onetrust.com
cookiebot|Cookiebot||cookiebot.com|||status.cookiebot.com
sumsub|Sumsub||sumsub.com|||status.sumsub.com
paubox|Paubox||paubox.com paubox.net|aws||status.paubox.com
virustotal|VirusTotal|فايروس توتال|virustotal.com|gcp|google
ai
groq|Groq||groq.com|gcp||groqstatus.com incident-io|2026-08
cohere|Cohere|كوهير|cohere.com cohere.ai|gcp||status.cohere.com incident-io|2026-09
together|Together AI||together.ai together.xyz|||status.together.ai better-stack|2026-09
notebooklm|NotebookLM|نوت بوك إل إم|notebooklm.google.com|google|google
character-ai|Character.AI|كاركتر إيه آي|character.ai|gcp||status.character.ai
poe|Poe|بو|poe.com|aws|quora
openrouter|OpenRouter||openrouter.ai|cloudflare||status.openrouter.ai rss status.openrouter.ai/incidents.rss|2026-09
assemblyai|AssemblyAI||assemblyai.com|aws||status.assemblyai.com|2026-08
deepgram|Deepgram||deepgram.com|||status.deepgram.com|2026-08
deepl|DeepL|ديب إل|deepl.com|||www.deeplstatus.com link
devin|Devin (Cognition)||devin.ai cognition.ai|||www.devinstatus.com|2026-08
windsurf|Windsurf||windsurf.com codeium.com||devin|status.windsurf.com|2026-09
heygen|HeyGen||heygen.com|aws||status.heygen.com|2026-08
synthesia|Synthesia||synthesia.io|aws||status.synthesia.io
runway|Runway||runwayml.com|||status.runwayml.com
suno|Suno|سونو|suno.com suno.ai|||status.suno.com
bland-ai|Bland||bland.ai|||status.bland.ai|2026-08
retell-ai|Retell AI||retellai.com|||status.retellai.com|2026-08
murf|Murf||murf.ai|aws||murf.statuspage.io|2026-08
browse-ai|Browse AI||browse.ai|aws||browseai.statuspage.io|2026-08
exa|Exa||exa.ai|||status.exa.ai link
stability|Stability AI||stability.ai|||status.stability.ai
wandb|Weights & Biases||wandb.ai|gcp|coreweave|status.wandb.com
fireworks|Fireworks AI||fireworks.ai|||status.fireworks.ai better-stack
cerebras|Cerebras||cerebras.ai|||status.cerebras.ai incident-io
meta-account|Meta account and Quest|حساب ميتا|meta.com oculus.com|meta|meta
meta-ai|Meta AI|ميتا إيه آي|meta.ai|meta|meta
kimi|Kimi|كيمي|kimi.com moonshot.cn moonshot.ai
qwen|Qwen|كوين|chat.qwen.ai qwen.ai|alibaba
manus|Manus|مانوس|manus.im
social
truth-social|Truth Social||truthsocial.com
vk|VK|في كي|vk.com vk.ru
weibo|Weibo|ويبو|weibo.com weibo.cn
bereal|BeReal|بي ريل|bereal.com bere.al|gcp
clubhouse-app|Clubhouse|كلوب هاوس|clubhouse.com|aws
likee|Likee|لايكي|likee.video
bigo|BIGO LIVE|بيجو لايف|bigo.tv bigo.sg
flickr|Flickr|فليكر|flickr.com staticflickr.com|aws
imgur|Imgur|إمجور|imgur.com|fastly aws
giphy|GIPHY|جيفي|giphy.com|fastly aws
deviantart|DeviantArt|ديفيانت آرت|deviantart.com wixmp.com|aws
behance|Behance|بيهانس|behance.net|aws|adobe
dribbble|Dribbble|دريبل|dribbble.com|aws
meetup|Meetup|ميت أب|meetup.com|aws||status.meetup.com
nextdoor|Nextdoor||nextdoor.com|aws
9gag|9GAG||9gag.com|cloudflare
strava|Strava|سترافا|strava.com|aws||status.strava.com|2026-08
gofundme|GoFundMe|جو فند مي|gofundme.com|aws||status.gofundme.com
kickstarter|Kickstarter|كيك ستارتر|kickstarter.com|aws fastly||status.kickstarter.com
ko-fi|Ko-fi||ko-fi.com|cloudflare
circle-so|Circle||circle.so|aws||status.circle.so|2026-08
communication
messenger|Messenger|ماسنجر|m.me|meta|meta
line|LINE|لاين|line.me line-scdn.net line-apps.com||ly
wechat|WeChat|وي تشات|wechat.com weixin.qq.com|tencent|tencent
kakaotalk|KakaoTalk|كاكاو توك|kakao.com kakaocdn.net||kakao
skype|Skype|سكايب|skype.com|microsoft|microsoft
truecaller|Truecaller|تروكولر|truecaller.com|gcp
textnow|TextNow||textnow.com|||status.textnow.com
fastmail|Fastmail||fastmail.com|||fastmailstatus.com
gmx|GMX and WEB.DE||gmx.net gmx.de gmx.com web.de||ionos
mail-ru|Mail.ru|ميل رو|mail.ru||vk
tuta|Tuta||tuta.com tutanota.com|||status.tuta.com
search
yandex|Yandex|ياندكس|yandex.com yandex.ru ya.ru yastatic.net||yandex
baidu|Baidu|بايدو|baidu.com bdstatic.com
ecosia|Ecosia||ecosia.org|||status.ecosia.org
brave|Brave|بريف|brave.com|||status.brave.app
google-translate|Google Translate|ترجمة جوجل|translate.google.com translate.googleapis.com|google|google
google-photos|Google Photos|صور جوجل|photos.google.com|google|google
google-news|Google News|أخبار جوجل|news.google.com|google|google
here|HERE||here.com hereapi.com|aws||status.here.com link
tomtom|TomTom||tomtom.com|azure||status.tomtom.com link
what3words|what3words||what3words.com|aws||status.what3words.com
weather-com|The Weather Channel||weather.com wunderground.com
accuweather|AccuWeather|أكيو ويذر|accuweather.com|azure
arabiaweather|ArabiaWeather|طقس العرب|arabiaweather.com
video
apple-tv|Apple TV|آبل تي في|tv.apple.com|apple|apple
plex|Plex|بليكس|plex.tv plex.direct|aws||status.plex.tv
roku|Roku|روكو|roku.com|aws
sling|Sling TV||sling.com|aws
fubo|Fubo||fubo.tv|gcp aws||status.fubo.tv
dazn|DAZN|دازن|dazn.com|aws
espn|ESPN|إي إس بي إن|espn.com|aws|disney
viu|Viu|فيو|viu.com|aws
jawwy-tv|stc tv|إس تي سي تي في|stctv.com||stc
weyyak|Weyyak|وياك|weyyak.com
roya|Roya TV|رؤيا|roya.tv
thamaniyah|Thmanyah|ثمانية|thmanyah.com
kick|Kick|كيك|kick.com|aws
rumble|Rumble|رامبل|rumble.com
bilibili|Bilibili|بيلي بيلي|bilibili.com bilivideo.com
canal-plus|Canal+|كانال بلس|canalplus.com
sky-uk|Sky UK||sky.com
itv|ITV||itv.com|aws
channel4|Channel 4||channel4.com|aws
jwplayer|JW Player||jwplayer.com jwpcdn.com|aws||status.jwplayer.com
music
apple-music|Apple Music|آبل ميوزيك|music.apple.com|apple|apple
tidal|TIDAL|تايدل|tidal.com|aws||status.tidal.com
bandcamp|Bandcamp||bandcamp.com bcbits.com|fastly||status.bandcamp.com link
sonos|Sonos|سونوس|sonos.com|aws||status.sonos.com
shazam|Shazam|شازام|shazam.com|apple gcp|apple
genius|Genius||genius.com|aws cloudflare
mixcloud|Mixcloud||mixcloud.com|aws||status.mixcloud.com
podbean|Podbean||podbean.com|aws
games
activision|Call of Duty (Activision)|كول أوف ديوتي|callofduty.com activision.com||microsoft|support.activision.com/onlineservices link
ubisoft|Ubisoft|يوبي سوفت|ubisoft.com ubi.com|aws
rockstar|Rockstar Games (GTA Online)|روكستار|rockstargames.com|||support.rockstargames.com/servicestatus link
bungie|Bungie (Destiny)||bungie.net|aws|sony
garena|Garena Free Fire|جارينا فري فاير|garena.com ff.garena.com
supercell|Supercell (Clash of Clans)|سوبرسيل|supercell.com|aws
mihoyo|HoYoverse (Genshin Impact)|جينشين إمباكت|hoyoverse.com mihoyo.com hoyolab.com|alibaba
gog|GOG||gog.com||cd-projekt
itch-io|itch.io||itch.io
playfab|PlayFab||playfab.com playfabapi.com|azure|microsoft|status.playfab.com|2026-03|hndmlgmdcpdk
photon|Photon Engine||photonengine.com|||status.photonengine.com link
faceit|FACEIT|فيسيت|faceit.com|||www.faceitstatus.com
jawaker|Jawaker|جواكر|jawaker.com
yalla|Yalla|يلا|yalla.com yalla.live
lichess|Lichess||lichess.org
zwift|Zwift||zwift.com|aws||status.zwift.com|2026-03|sj50pfj5p1yv
peloton|Peloton|بيلوتون|onepeloton.com pelotoncycle.com|aws||status.onepeloton.com
shopping
bigcommerce|BigCommerce||bigcommerce.com mybigcommerce.com|gcp||status.bigcommerce.com|2026-08|qbn4dyd29jby
easypost|EasyPost||easypost.com|||www.easypoststatus.com|2026-08|n1jtz5983249
apple-store|Apple Store|متجر آبل|store.apple.com|apple|apple
samsung|Samsung|سامسونج|samsung.com samsungcloud.com|aws
xiaomi|Xiaomi|شاومي|mi.com xiaomi.com
huawei|Huawei|هواوي|huawei.com|huawei|huawei
alibaba|Alibaba.com|علي بابا|alibaba.com|alibaba|alibaba
trendyol|Trendyol|ترينديول|trendyol.com|gcp
hepsiburada|Hepsiburada|هيبسي بورادا|hepsiburada.com
hm|H&M|إتش آند إم|hm.com|azure
nike|Nike|نايكي|nike.com|aws akamai
adidas|adidas|أديداس|adidas.com|aws akamai
sephora|Sephora|سيفورا|sephora.com sephora.me
ounass|Ounass|أُناس|ounass.com ounass.ae
sivvi|Sivvi|سيفي|sivvi.com||noon
styli|Styli|ستايلي|stylishop.com
centrepoint|Centrepoint|سنتربوينت|centrepointstores.com
max-fashion|Max Fashion|ماكس فاشون|maxfashion.com
nahdi|Nahdi|النهدي|nahdionline.com
al-dawaa|Al-Dawaa|الدواء|al-dawaa.com
panda|Panda|بنده|panda.sa
lulu|Lulu Hypermarket|لولو هايبرماركت|luluhypermarket.com
danube|Danube|الدانوب|danube.sa
btech|B.TECH|بي تك|btech.com
rayashop|Raya Shop|راية شوب|rayashop.com
2b-egypt|2B|توبي|2b.com.eg
sharaf-dg|Sharaf DG|شرف دي جي|sharafdg.com
ubuy|Ubuy|يوباي|ubuy.com ubuy.com.kw
fordeal|Fordeal|فورديل|fordeal.com
best-buy|Best Buy||bestbuy.com|gcp
costco|Costco|كوستكو|costco.com costco.co.uk
lowes|Lowe's||lowes.com|gcp
wayfair|Wayfair||wayfair.com|gcp
asos|ASOS|أسوس|asos.com|azure
zalando|Zalando||zalando.com zalando.de|aws
otto|OTTO||otto.de
mercado-libre|Mercado Libre||mercadolibre.com mercadolibre.com.mx mercadolibre.com.ar mercadolivre.com.br mlstatic.com|aws
flipkart|Flipkart||flipkart.com|gcp
rakuten|Rakuten||rakuten.co.jp rakuten.com
allegro|Allegro||allegro.pl
olx|OLX|أوليكس|olx.com olx.pl olx.in|aws
vinted|Vinted||vinted.com vinted.fr|||status.vinted.com link
stockx|StockX||stockx.com|aws||status.stockx.com
shopee|Shopee||shopee.com shopee.sg shopee.co.id shopee.tw
lazada|Lazada||lazada.com lazada.sg|alibaba
recharge|Recharge||rechargepayments.com rechargeapps.com|gcp||status.rechargepayments.com
yotpo|Yotpo||yotpo.com|aws||status.yotpo.com
commercetools|commercetools||commercetools.com|gcp aws||status.commercetools.com
shipstation|ShipStation||shipstation.com|aws||status.shipstation.com|2026-08
shippo|Shippo||goshippo.com|aws||status.goshippo.com
aramex|Aramex|أرامكس|aramex.com
smsa|SMSA Express|سمسا|smsaexpress.com
naqel|Naqel|ناقل|naqelexpress.com
saudi-post|SPL (Saudi Post)|سبل (البريد السعودي)|splonline.com.sa
dhl|DHL|دي إتش إل|dhl.com dhl.de
fedex|FedEx|فيديكس|fedex.com
ups|UPS|يو بي إس|ups.com
food
deliveroo|Deliveroo|ديليفرو|deliveroo.com deliveroo.ae deliveroo.co.uk|aws|doordash
keeta|Keeta|كيتا|keeta.com keeta-global.com
ninja-sa|Ninja|نينجا|ananinja.com
toyou|ToYou|تويو|toyou.io
the-chefz|The Chefz|ذا شفز|thechefz.com thechefz.co
just-eat|Just Eat Takeaway||just-eat.co.uk justeat.com lieferando.de thuisbezorgd.nl|aws
grubhub|Grubhub||grubhub.com|aws
glovo|Glovo|جلوفو|glovoapp.com|aws
swiggy|Swiggy||swiggy.com|aws
zomato|Zomato|زوماتو|zomato.com|aws
kfc-arabia|KFC|كنتاكي|kfc.com kfc.sa kfc.ae
dominos|Domino's|دومينوز|dominos.com dominos.ae
albaik|AlBaik|البيك|albaik.com
toast|Toast||toasttab.com|aws||status.toasttab.com
opentable|OpenTable||opentable.com|||status.opentable.com
travel
bolt|Bolt|بولت|bolt.eu|aws
grab|Grab||grab.com|aws
didi|DiDi|ديدي|didiglobal.com
kaiian|Kaiian|كيان|kaiian.com
skyscanner|Skyscanner|سكاي سكانر|skyscanner.net skyscanner.com|aws
agoda|Agoda|أجودا|agoda.com
trip-com|Trip.com|تريب دوت كوم|trip.com ctrip.com
kayak|Kayak|كاياك|kayak.com||booking
flydubai|flydubai|فلاي دبي|flydubai.com
etihad|Etihad|الاتحاد للطيران|etihad.com
air-arabia|Air Arabia|العربية للطيران|airarabia.com
flyadeal|flyadeal|طيران أديل|flyadeal.com
riyadh-air|Riyadh Air|طيران الرياض|riyadhair.com
gulf-air|Gulf Air|طيران الخليج|gulfair.com
oman-air|Oman Air|الطيران العماني|omanair.com
kuwait-airways|Kuwait Airways|الخطوط الجوية الكويتية|kuwaitairways.com
royal-jordanian|Royal Jordanian|الملكية الأردنية|rj.com
mea|Middle East Airlines|طيران الشرق الأوسط|mea.com.lb
royal-air-maroc|Royal Air Maroc|الخطوط الملكية المغربية|royalairmaroc.com
turkish-airlines|Turkish Airlines|الخطوط التركية|turkishairlines.com
lufthansa|Lufthansa|لوفتهانزا|lufthansa.com
british-airways|British Airways|الخطوط البريطانية|britishairways.com
ryanair|Ryanair||ryanair.com|aws
delta|Delta Air Lines||delta.com
united|United Airlines||united.com
american-airlines|American Airlines||aa.com
southwest|Southwest||southwest.com
marriott|Marriott|ماريوت|marriott.com
hilton|Hilton|هيلتون|hilton.com
deutsche-bahn|Deutsche Bahn||bahn.de
sncf|SNCF||sncf-connect.com sncf.com|aws
trainline|Trainline||thetrainline.com|aws
eventbrite|Eventbrite|إيفنت برايت|eventbrite.com|aws||status.eventbrite.com link
ticketmaster|Ticketmaster|تيكت ماستر|ticketmaster.com|aws fastly
webook|webook|ويبوك|webook.com
platinumlist|Platinumlist|بلاتينيوم ليست|platinumlist.net
money
plaid|Plaid||plaid.com|aws||status.plaid.com|2026-08
gemini-exchange|Gemini (exchange)||gemini.com|aws||status.gemini.com
braintree|Braintree||braintreegateway.com braintree-api.com braintreepayments.com||paypal|status.braintreepayments.com|2026-03|03tltrdl3qkv
chargebee|Chargebee||chargebee.com|aws||status.chargebee.com|2026-08|7h56br5y94wh
recurly|Recurly||recurly.com|gcp||status.recurly.com|2026-03|rq8zvx7w9n0c
adyen|Adyen|أدين|adyen.com adyenpayments.com|||status.adyen.com link
checkout-com|Checkout.com||checkout.com|aws||status.checkout.com
mollie|Mollie||mollie.com|||status.mollie.com instatus|2026-08
gocardless|GoCardless||gocardless.com|gcp||www.gocardless-status.com
paddle|Paddle||paddle.com|aws||paddlestatus.com incident-io|2026-08
authorize-net|Authorize.net||authorize.net||visa|status.authorize.net|2026-03|06v575cbzlpr
cybersource|Cybersource||cybersource.com||visa|status.cybersource.com|2026-03|ttbtd8wrjg1b
avalara|Avalara||avalara.com|aws||status.avalara.com|2026-03|m10fpsk86bhy
bolt-checkout|Bolt Checkout||bolt.com|aws||status.bolt.com|2026-03|hgyc600tg2jq
dwolla|Dwolla||dwolla.com|aws||status.dwolla.com|2026-03|tnynfs0nwlgr
marqeta|Marqeta||marqeta.com|aws||status.marqeta.com
razorpay|Razorpay||razorpay.com|aws||status.razorpay.com link
paystack|Paystack||paystack.com paystack.co|aws|stripe|status.paystack.com
flutterwave|Flutterwave||flutterwave.com|||status.flutterwave.com
paymob|Paymob|باي موب|paymob.com|||status.paymob.com link
moyasar|Moyasar|ميسر|moyasar.com
tap-payments|Tap Payments|تاب للمدفوعات|tap.company
hyperpay|HyperPay|هايبر باي|hyperpay.com
payfort|Amazon Payment Services|باي فورت|payfort.com|aws|amazon
telr|Telr|تيلر|telr.com
geidea|Geidea|جيديا|geidea.net
affirm|Affirm||affirm.com|aws||status.affirm.com link
afterpay|Afterpay||afterpay.com clearpay.co.uk|aws|block
sezzle|Sezzle||sezzle.com|aws||status.sezzle.com
splitwise|Splitwise||splitwise.com|aws||status.splitwise.com instatus|2026-08
ravelin|Ravelin||ravelin.com|gcp||status.ravelin.com
nasdaq-data-link|Nasdaq Data Link||data.nasdaq.com quandl.com|aws|nasdaq|status.data.nasdaq.com|2026-03|dyfxchz1hcb1
visa|Visa|فيزا|visa.com
mastercard|Mastercard|ماستركارد|mastercard.com mastercard.us
american-express|American Express|أمريكان إكسبريس|americanexpress.com
zelle|Zelle||zellepay.com
remitly|Remitly|ريميتلي|remitly.com|aws
moneygram|MoneyGram|موني جرام|moneygram.com
payoneer|Payoneer|بايونير|payoneer.com
n26|N26||n26.com|aws||status.n26.com
starling|Starling Bank||starlingbank.com|aws gcp||status.starlingbank.com
chime|Chime||chime.com|aws||status.chime.com
sofi|SoFi||sofi.com|aws
fidelity|Fidelity||fidelity.com
schwab|Charles Schwab||schwab.com
vanguard|Vanguard||vanguard.com|aws
etrade|E*TRADE||etrade.com
interactive-brokers|Interactive Brokers||interactivebrokers.com ibkr.com|||www.interactivebrokers.com/en/software/systemStatus.php link
alpaca|Alpaca||alpaca.markets|gcp||status.alpaca.markets
okx|OKX|أو كي إكس|okx.com|||www.okx.com/status link
kucoin|KuCoin|كو كوين|kucoin.com
crypto-com|Crypto.com|كريبتو دوت كوم|crypto.com|||status.crypto.com
bitfinex|Bitfinex||bitfinex.com|||bitfinex.statuspage.io
bitstamp|Bitstamp||bitstamp.net||robinhood|status.bitstamp.net
metamask|MetaMask|ميتاماسك|metamask.io||consensys|status.metamask.io
infura|Infura||infura.io|aws|consensys|status.infura.io
alchemy|Alchemy||alchemy.com|||status.alchemy.com
quicknode|QuickNode||quicknode.com|||status.quicknode.com
opensea|OpenSea||opensea.io|gcp||status.opensea.io
etherscan|Etherscan||etherscan.io
solana|Solana||solana.com|||status.solana.com
rain|Rain|رين|rain.com rain.bh
barq|barq|برق|barq.com
d360|D360 Bank|بنك دال ثلاثمائة وستون|d360.com
bank-albilad|Bank Albilad|بنك البلاد|bankalbilad.com
sab|SAB|البنك السعودي الأول|sab.com
anb|Arab National Bank|البنك العربي الوطني|anb.com.sa
bsf|Banque Saudi Fransi|البنك السعودي الفرنسي|bsf.sa
aljazira-bank|Bank AlJazira|بنك الجزيرة|bankaljazira.com baj.com.sa
tadawul|Saudi Exchange (Tadawul)|تداول السعودية|saudiexchange.sa tadawul.com.sa
mashreq|Mashreq|بنك المشرق|mashreq.com mashreqbank.com
dib|Dubai Islamic Bank|بنك دبي الإسلامي|dib.ae
adib|ADIB|مصرف أبوظبي الإسلامي|adib.ae adib.com
rakbank|RAKBANK|بنك رأس الخيمة الوطني|rakbank.ae
wio|Wio Bank|بنك ويو|wio.io
boubyan|Boubyan Bank|بنك بوبيان|bankboubyan.com
gulf-bank|Gulf Bank|بنك الخليج|e-gulfbank.com
burgan|Burgan Bank|بنك برقان|burgan.com
cbq|Commercial Bank of Qatar|البنك التجاري القطري|cbq.qa
qib|Qatar Islamic Bank|مصرف قطر الإسلامي|qib.com.qa
masraf-al-rayan|Masraf Al Rayan|مصرف الريان|alrayan.com
bank-muscat|bank muscat|بنك مسقط|bankmuscat.com
nbb|National Bank of Bahrain|بنك البحرين الوطني|nbbonline.com
benefitpay|BenefitPay|بنفت بي|benefit.bh
arab-bank|Arab Bank|البنك العربي|arabbank.com arabbank.jo
housing-bank|Housing Bank|بنك الإسكان|hbtf.com
qnb-egypt|QNB Egypt|بنك قطر الوطني مصر|qnb.com.eg
alexbank|AlexBank|بنك الإسكندرية|alexbank.com
aaib|Arab African International Bank|البنك العربي الأفريقي الدولي|aaib.com
bank-of-palestine|Bank of Palestine|بنك فلسطين|bankofpalestine.com
cih|CIH Bank|القرض العقاري والسياحي|cihbank.ma
bcp-maroc|Banque Populaire Maroc|البنك الشعبي المغربي|gbp.ma groupebcp.com
valu|valU|فاليو|valu.com.eg
thndr|Thndr|ثاندر|thndr.app
sarwa|Sarwa|ثروة|sarwa.co
stcbank-bh|stc pay Bahrain|إس تي سي باي البحرين|stcpay.com.bh||stc
website
hostinger|Hostinger|هوستنجر|hostinger.com|||statuspage.hostinger.com link
wordpress-org|WordPress.org||wordpress.org automattic.com||automattic
ghost|Ghost||ghost.org ghost.io|||ghoststatus.org rss ghoststatus.org/history.rss|2026-08
framer|Framer||framer.com|aws||www.framerstatus.com
weebly|Weebly||weebly.com|aws|block
jimdo|Jimdo||jimdo.com|aws||status.jimdo.com
duda|Duda||duda.co dudaone.com|aws||status.duda.co
bluehost|Bluehost|بلوهوست|bluehost.com||newfold
hostgator|HostGator|هوست جيتور|hostgator.com||newfold
siteground|SiteGround|سايت جراوند|siteground.com|gcp
dreamhost|DreamHost||dreamhost.com|||www.dreamhoststatus.com
strato|STRATO||strato.de||ionos
porkbun|Porkbun||porkbun.com|cloudflare||status.porkbun.com
designmodo|Designmodo||designmodo.com|||status.designmodo.com
education
brightspace|D2L Brightspace||brightspace.com d2l.com desire2learn.com|aws||status.d2l.com link
moodle|Moodle|مودل|moodle.org moodle.com moodlecloud.com|aws||status.moodle.com link
schoology|Schoology||schoology.com|aws|powerschool|status.schoology.com
powerschool|PowerSchool||powerschool.com|azure||status.powerschool.com
clever|Clever||clever.com|aws||status.clever.com
classlink|ClassLink||classlink.com classlink.io|aws||status.classlink.com
seesaw|Seesaw||seesaw.me|aws||status.seesaw.me
classdojo|ClassDojo|كلاس دوجو|classdojo.com|aws||status.classdojo.com
kahoot|Kahoot!|كاهوت|kahoot.com kahoot.it|aws gcp||status.kahoot.com
nearpod|Nearpod||nearpod.com|aws||status.nearpod.com
edpuzzle|Edpuzzle||edpuzzle.com|aws||status.edpuzzle.com
turnitin|Turnitin|تيرن إت إن|turnitin.com turnitinuk.com|aws||turnitin.statuspage.io
pearson|Pearson|بيرسون|pearson.com mylab.pearson.com
cengage|Cengage||cengage.com|aws||status.cengage.com link
chegg|Chegg|تشيج|chegg.com|aws
teachable|Teachable||teachable.com|aws||www.teachablestatus.com|2026-08
thinkific|Thinkific||thinkific.com|aws||status.thinkific.com|2026-08
kajabi|Kajabi||kajabi.com mykajabi.com|aws||status.kajabi.com|2026-08
skillshare|Skillshare|سكيل شير|skillshare.com|aws
udacity|Udacity|يوداسيتي|udacity.com|aws
datacamp|DataCamp|داتا كامب|datacamp.com|aws||status.datacamp.com
pluralsight|Pluralsight||pluralsight.com|aws||status.pluralsight.com
codecademy|Codecademy||codecademy.com|aws||status.codecademy.com
brilliant|Brilliant||brilliant.org|aws
busuu|Busuu|بوسو|busuu.com|aws
noon-academy|Noon Academy|أكاديمية نون|noonacademy.com learnatnoon.com
nafham|Nafham|نفهم|nafham.com
edraak|Edraak|إدراك|edraak.org
rwaq|Rwaq|رواق|rwaq.org
doroob|Doroob|دروب|doroob.sa
saudi-digital-library|Saudi Digital Library|المكتبة الرقمية السعودية|sdl.edu.sa
qiyas|Etec (Qiyas)|قياس|etec.gov.sa qiyas.sa
ekb|Egyptian Knowledge Bank|بنك المعرفة المصري|ekb.eg
google-scholar|Google Scholar|الباحث العلمي من جوجل|scholar.google.com|google|google
researchgate|ResearchGate|ريسيرش جيت|researchgate.net|cloudflare
academia|Academia.edu||academia.edu|aws
elsevier|Elsevier (ScienceDirect, Scopus)|إلسفير|sciencedirect.com elsevier.com scopus.com|aws
springer|Springer Nature|سبرنغر|springer.com nature.com springernature.com
jstor|JSTOR||jstor.org|aws
arxiv|arXiv|أركايف|arxiv.org|gcp fastly||status.arxiv.org
zotero|Zotero|زوتيرو|zotero.org|aws
overleaf|Overleaf|أوفرليف|overleaf.com|gcp||status.overleaf.com
mendeley|Mendeley|مندلي|mendeley.com|aws|elsevier
reference
fandom|Fandom|فاندوم|fandom.com wikia.nocookie.net|gcp fastly
goodreads|Goodreads|جود ريدز|goodreads.com|aws|amazon
rotten-tomatoes|Rotten Tomatoes||rottentomatoes.com|aws
letterboxd|Letterboxd||letterboxd.com|cloudflare
elcinema|elCinema|السينما|elcinema.com
almaany|Almaany|المعاني|almaany.com
britannica|Britannica|بريتانيكا|britannica.com|cloudflare
merriam-webster|Merriam-Webster||merriam-webster.com|aws
zillow|Zillow||zillow.com|aws
indeed|Indeed|إنديد|indeed.com|aws
glassdoor|Glassdoor|جلاسدور|glassdoor.com|aws|indeed
bayt|Bayt.com|بيت دوت كوم|bayt.com
wuzzuf|Wuzzuf|وظف|wuzzuf.net
mostaql|Mostaql|مستقل|mostaql.com||hsoub
khamsat|Khamsat|خمسات|khamsat.com||hsoub
hsoub|Hsoub|حسوب|hsoub.com||hsoub
upwork|Upwork|أب وورك|upwork.com|aws cloudflare||status.upwork.com
fiverr|Fiverr|فايفر|fiverr.com|aws
freelancer|Freelancer|فريلانسر|freelancer.com|aws
yelp|Yelp|يلب|yelp.com|aws
property-finder|Property Finder|بروبرتي فايندر|propertyfinder.ae propertyfinder.eg|aws
aqar|Aqar|عقار|aqar.fm sa.aqar.fm
dubicars|DubiCars|دوبي كارز|dubicars.com
syarah|Syarah|سيارة|syarah.com
news
bbc-arabic|BBC Arabic|بي بي سي عربي|bbcarabic.com||bbc
washington-post|The Washington Post|واشنطن بوست|washingtonpost.com|aws akamai
wsj|The Wall Street Journal|وول ستريت جورنال|wsj.com|aws
bloomberg|Bloomberg|بلومبرغ|bloomberg.com|aws fastly
ft|Financial Times|فايننشال تايمز|ft.com|fastly aws
fox-news|Fox News|فوكس نيوز|foxnews.com|akamai aws
apnews|AP News|أسوشيتد برس|apnews.com|aws
france24|France 24|فرانس 24|france24.com
dw|Deutsche Welle|دويتشه فيله|dw.com|akamai
rt-arabic|RT Arabic|آر تي عربي|arabic.rt.com
al-ahram|Al-Ahram|الأهرام|ahram.org.eg
almasry-alyoum|Al-Masry Al-Youm|المصري اليوم|almasryalyoum.com
shorouk|Shorouk News|الشروق|shorouknews.com
okaz|Okaz|عكاظ|okaz.com.sa
alriyadh|Al Riyadh|الرياض|alriyadh.com
spa|Saudi Press Agency|وكالة الأنباء السعودية|spa.gov.sa
wam|WAM|وكالة أنباء الإمارات|wam.ae
argaam|Argaam|أرقام|argaam.com
almowaten|Al Mowaten|المواطن|almowaten.net
hespress|Hespress|هسبريس|hespress.com
echorouk|Echorouk|الشروق أونلاين|echoroukonline.com
yallakora|Yallakora|يلا كورة|yallakora.com
hihi2|Hihi2|هاي كورة|hihi2.com
masrawy|Masrawy|مصراوي|masrawy.com
flipboard|Flipboard|فليب بورد|flipboard.com|aws
feedly|Feedly||feedly.com
government
ssa|Social Security (US)||ssa.gov|akamai
usa-gov|USA.gov||usa.gov|aws
cdc|CDC||cdc.gov
nasa|NASA|ناسا|nasa.gov|aws
uscis|USCIS||uscis.gov
id-me|ID.me||id.me|aws||status.id.me
canada-ca|Canada.ca||canada.ca
ato|Australian Taxation Office||ato.gov.au
mygov-au|myGov (Australia)||my.gov.au
impots|impots.gouv.fr||impots.gouv.fr
service-public|FranceConnect and Service-Public||service-public.fr franceconnect.gouv.fr
zatca|ZATCA|هيئة الزكاة والضريبة والجمارك|zatca.gov.sa
gosi|GOSI|التأمينات الاجتماعية|gosi.gov.sa
musaned|Musaned|مساند|musaned.com.sa
ejar|Ejar|إيجار|ejar.sa
balady|Balady|بلدي|balady.gov.sa
sakani|Sakani|سكني|sakani.sa
mol-hrsd|HRSD (Saudi Arabia)|وزارة الموارد البشرية|hrsd.gov.sa
citizen-account|Citizen Account (Saudi Arabia)|حساب المواطن|ca.gov.sa
jadarat|Jadarat|جدارات|jadarat.sa
tawuniya|Tawuniya|التعاونية|tawuniya.com tawuniya.com.sa
mofa-sa|Enjaz (Saudi visas)|إنجاز|visa.mofa.gov.sa
muqeem|Muqeem|مقيم|muqeem.sa||elm
icp-uae|ICP (UAE)|الهيئة الاتحادية للهوية والجنسية|icp.gov.ae
mohre|MOHRE (UAE)|وزارة الموارد البشرية والتوطين|mohre.gov.ae
tamm|TAMM (Abu Dhabi)|تم|tamm.abudhabi
dubai-police|Dubai Police|شرطة دبي|dubaipolice.gov.ae
hukoomi|Hukoomi (Qatar)|حكومي|hukoomi.gov.qa
oman-gov|Oman government|حكومة عُمان|oman.om
bahrain-gov|Bahrain.bh|بوابة حكومة البحرين|bahrain.bh
sanad|Sanad (Jordan)|سند|sanad.gov.jo
moe-egypt|Ministry of Education (Egypt)|وزارة التربية والتعليم المصرية|moe.gov.eg
tansik|Tansik (Egypt)|التنسيق|tansik.egypt.gov.eg
telecom
vodafone-uk|Vodafone UK||vodafone.co.uk
three-uk|Three UK||three.co.uk
vodafone-de|Vodafone Germany||vodafone.de
telefonica|Movistar||movistar.es movistar.com
free-fr|Free (Iliad)||free.fr
sfr|SFR||sfr.fr
bouygues|Bouygues Telecom||bouyguestelecom.fr
swisscom|Swisscom||swisscom.ch
rogers|Rogers||rogers.com
bell-ca|Bell Canada||bell.ca
telstra|Telstra||telstra.com telstra.com.au|||outages.telstra.com link
optus|Optus||optus.com.au
jio|Jio|جيو|jio.com
airtel|Airtel||airtel.in
turkcell|Turkcell|تركسل|turkcell.com.tr
spectrum|Spectrum||spectrum.com spectrum.net
cox|Cox||cox.com
etisalat-eg|e& Egypt|اتصالات مصر|etisalat.eg eand.com.eg
inwi|inwi|إنوي|inwi.ma
orange-ma|Orange Maroc|أورنج المغرب|orange.ma
djezzy|Djezzy|جازي|djezzy.dz
mobilis-dz|Mobilis|موبيليس|mobilis.dz
algerie-telecom|Algérie Télécom|اتصالات الجزائر|algerietelecom.dz
ooredoo-tn|Ooredoo Tunisia|أوريدو تونس|ooredoo.tn
tunisie-telecom|Tunisie Telecom|اتصالات تونس|tunisietelecom.tn
zain-kw|Zain Kuwait|زين الكويت|kw.zain.com
zain-jo|Zain Jordan|زين الأردن|jo.zain.com
zain-iq|Zain Iraq|زين العراق|iq.zain.com
asiacell|Asiacell|آسياسيل|asiacell.com
orange-jo|Orange Jordan|أورنج الأردن|orange.jo
umniah|Umniah|أمنية|umniah.com
stc-kw|stc Kuwait|إس تي سي الكويت|stc.com.kw||stc
stc-bh|stc Bahrain|إس تي سي البحرين|stc.com.bh||stc
ooredoo-kw|Ooredoo Kuwait|أوريدو الكويت|ooredoo.com.kw
ooredoo-om|Ooredoo Oman|أوريدو عُمان|ooredoo.om
vodafone-qa|Vodafone Qatar|فودافون قطر|vodafone.qa
touch-lb|touch (Lebanon)|تاتش|touch.com.lb
alfa-lb|Alfa (Lebanon)|ألفا|alfa.com.lb
virgin-mobile-sa|Virgin Mobile KSA|فيرجن موبايل السعودية|virginmobile.sa
salam|Salam|سلام|salam.sa
go-telecom|GO Telecom|جو للاتصالات|goo.com.sa
home
smartthings|SmartThings||smartthings.com|aws||status.smartthings.com
tuya|Tuya Smart||tuya.com|aws
ecobee|ecobee||ecobee.com|gcp||status.ecobee.com
eero|eero||eero.com|aws|amazon|status.eero.com
ubiquiti|Ubiquiti (UniFi)|يوبيكويتي|ui.com ubnt.com|aws||status.ui.com
arlo|Arlo|أرلو|arlo.com|aws||status.arlo.com link
wyze|Wyze||wyze.com|aws
blink|Blink|بلينك|blinkforhome.com|aws|amazon
philips-hue|Philips Hue|فيليبس هيو|meethue.com philips-hue.com|gcp
tp-link|TP-Link and Tapo|تي بي لينك|tp-link.com tapo.com tplinkcloud.com|aws
irobot|iRobot|آي روبوت|irobot.com|aws
garmin|Garmin Connect|جارمن|garmin.com|cloudflare||connect.garmin.com/status link
fitbit|Fitbit|فيتبيت|fitbit.com|gcp|google
netgear|NETGEAR|نت جير|netgear.com|aws
hp|HP|إتش بي|hp.com hpsmart.com|aws
epson|Epson|إبسون|epson.com
health!
teladoc|Teladoc||teladoc.com|azure
zocdoc|Zocdoc||zocdoc.com|aws||status.zocdoc.com
simplepractice|SimplePractice||simplepractice.com|aws||status.simplepractice.com
doctolib|Doctolib||doctolib.fr doctolib.de|aws
betterhelp|BetterHelp||betterhelp.com|aws
seha-uae|SEHA|صحة|seha.ae
okadoc|Okadoc|أوكادوك|okadoc.com
labayh|Labayh|لبيه|labayh.net
mawid|Mawid (Saudi Arabia)|موعد|mawid.moh.gov.sa moh.gov.sa
faith!
sunnah-com|Sunnah.com|السنة|sunnah.com
dorar|Dorar|الدرر السنية|dorar.net
islamqa|IslamQA|الإسلام سؤال وجواب|islamqa.info
binbaz|Bin Baz|ابن باز|binbaz.org.sa
muslim-pro|Muslim Pro|مسلم برو|muslimpro.com
youversion|YouVersion||bible.com youversion.com|gcp
ehsan|Ehsan|إحسان|ehsan.sa
dating!
match-com|Match||match.com|aws
hinge|Hinge||hinge.co|aws
okcupid|OkCupid||okcupid.com|aws
badoo|Badoo|بادو|badoo.com
muzz|Muzz|مز|muzz.com muzmatch.com|aws
politics!
avaaz|Avaaz||avaaz.org
moveon|MoveOn||moveon.org
`;
