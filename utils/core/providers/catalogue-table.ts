/**
 * Services that people know by name, from general knowledge, November 2026.
 *
 * How to add a service: a line in its category, with an id that stays for good (feeds and reports refer to it) and, where it runs its own
 * status page, a source in `status-pages/source-table.ts`; then `npm run unit`.
 *
 * A line without `|` opens a category. With `!` at its end, nothing of the category may ever be reported, because the mere visit reveals
 * something about a person's health, faith, love life or politics. The lines below it read
 * `id|name|names in other languages|domains|status page, without https://|providers, the main one first|owner`.
 * The first line says which languages the third field has names in: one each, in that order, with `;` between them, and empty where
 * people who read the language use the English name.
 * The owner is given where one company runs several entries: they fail together and count as one witness.
 */
export const CATALOGUE = `
names ar
cloud
aws|Amazon Web Services|أمازون ويب سيرفيسز|aws.amazon.com amazonaws.com awsapps.com api.aws on.aws awsstatic.com|health.aws.amazon.com/health/status|aws|amazon
gcp|Google Cloud|جوجل كلاود|cloud.google.com googleapis.com|status.cloud.google.com|gcp|google
azure|Microsoft Azure|مايكروسوفت أزور|azure.com azure.microsoft.com windows.net azure.net|azure.status.microsoft/en-us/status|azure|microsoft
oracle-cloud|Oracle Cloud|أوراكل كلاود|oraclecloud.com cloud.oracle.com|ocistatus.oraclecloud.com|oracle
ibm-cloud|IBM Cloud||cloud.ibm.com|cloud.ibm.com/status|ibm
alibaba-cloud|Alibaba Cloud|علي بابا كلاود|alibabacloud.com aliyun.com aliyuncs.com|status.alibabacloud.com|alibaba
tencent-cloud|Tencent Cloud||tencentcloud.com cloud.tencent.com|status.cloud.tencent.com|tencent
digitalocean|DigitalOcean|ديجيتال أوشن|digitalocean.com|status.digitalocean.com|cloudflare digitalocean
linode|Linode (Akamai Cloud)||linode.com|status.linode.com|akamai-linode
vultr|Vultr||vultr.com|status.vultr.com|vultr
hetzner|Hetzner||hetzner.com hetzner.cloud hetzner.de|status.hetzner.com|hetzner
ovhcloud|OVHcloud||ovhcloud.com ovh.com ovh.net|public-cloud.status-ovhcloud.com|ovh
scaleway|Scaleway||scaleway.com scw.cloud|status.scaleway.com|scaleway
cloudflare|Cloudflare|كلاودفلير|cloudflare.com cloudflare-dns.com|www.cloudflarestatus.com|cloudflare
fastly|Fastly||fastly.com|www.fastlystatus.com|fastly
akamai|Akamai|أكاماي|akamai.com|www.akamaistatus.com|akamai
bunny|bunny.net||bunny.net|status.bunny.net|bunny
heroku|Heroku||heroku.com herokuapp.com|status.heroku.com|heroku aws|salesforce
vercel|Vercel||vercel.com vercel.app|www.vercel-status.com|vercel aws
netlify|Netlify||netlify.com netlify.app|www.netlifystatus.com|netlify
render|Render||render.com onrender.com|status.render.com|render aws gcp cloudflare
flyio|Fly.io||fly.io fly.dev|status.flyio.net|fly
railway|Railway||railway.com railway.app|status.railway.app|railway
supabase|Supabase||supabase.com supabase.co|status.supabase.com|aws cloudflare
neon|Neon||neon.tech neon.com|neonstatus.com|aws azure
planetscale|PlanetScale||planetscale.com|www.planetscalestatus.com|aws gcp
mongodb-atlas|MongoDB Atlas||mongodb.com mongodb.net|status.mongodb.com|aws gcp azure
snowflake|Snowflake||snowflake.com snowflakecomputing.com|status.snowflake.com|aws azure gcp
databricks|Databricks||databricks.com azuredatabricks.net|status.databricks.com|aws azure gcp
redis-cloud|Redis Cloud||redis.io redis.com|status.redis.io|aws gcp azure
elastic-cloud|Elastic Cloud||elastic.co|status.elastic.co|aws gcp azure
confluent|Confluent Cloud||confluent.io confluent.cloud|status.confluent.cloud|aws gcp azure
firebase|Firebase|فايربيس|firebase.google.com firebaseio.com|status.firebase.google.com|gcp|google
godaddy|GoDaddy|جودادي|godaddy.com|status.godaddy.com|godaddy aws
namecheap|Namecheap||namecheap.com|www.namecheap.com/status-updates|namecheap cloudflare
letsencrypt|Let's Encrypt||letsencrypt.org|letsencrypt.status.io|cloudflare
developer
github|GitHub|جيت هاب|github.com githubusercontent.com githubassets.com ghcr.io github.dev githubcopilot.com|www.githubstatus.com|github azure fastly|microsoft
gitlab|GitLab|جيت لاب|gitlab.com gitlab-static.net|status.gitlab.com|gcp cloudflare
bitbucket|Bitbucket||bitbucket.org|bitbucket.status.atlassian.com|aws|atlassian
atlassian|Atlassian (Jira, Confluence)|أتلاسيان|atlassian.com atlassian.net jira.com atl-paas.net|status.atlassian.com|aws|atlassian
azure-devops|Azure DevOps||dev.azure.com visualstudio.com|status.dev.azure.com|azure|microsoft
pypi|PyPI and Python||pypi.org python.org pythonhosted.org|status.python.org|fastly aws
npm|npm||npmjs.com npmjs.org|status.npmjs.org|cloudflare|microsoft
docker|Docker Hub|دوكر|docker.com docker.io|www.dockerstatus.com|aws cloudflare
rubygems|RubyGems||rubygems.org|status.rubygems.org|aws fastly
crates|crates.io||crates.io|status.crates.io|heroku aws fastly
nuget|NuGet||nuget.org|status.nuget.org|azure|microsoft
packagist|Packagist||packagist.org|status.packagist.org|
jsdelivr|jsDelivr||jsdelivr.net jsdelivr.com|status.jsdelivr.com|cloudflare fastly
circleci|CircleCI||circleci.com|status.circleci.com|aws gcp
travis-ci|Travis CI||travis-ci.com|www.traviscistatus.com|
sentry|Sentry||sentry.io|status.sentry.io|gcp
datadog|Datadog||datadoghq.com datadoghq.eu|status.datadoghq.com|aws gcp azure
newrelic|New Relic||newrelic.com nr-data.net|status.newrelic.com|aws
grafana|Grafana Cloud||grafana.com grafana.net|status.grafana.com|aws gcp azure
pagerduty|PagerDuty||pagerduty.com|status.pagerduty.com|aws
splunk|Splunk||splunk.com splunkcloud.com|status.splunk.com|aws gcp|cisco
hashicorp|HashiCorp Cloud||hashicorp.com terraform.io|status.hashicorp.com|
stack-overflow|Stack Overflow|ستاك أوفرفلو|stackoverflow.com stackexchange.com superuser.com serverfault.com sstatic.net|www.stackstatus.net|gcp cloudflare
replit|Replit||replit.com|status.replit.com|gcp
unity|Unity|يونيتي|unity.com unity3d.com|status.unity.com|gcp
apple-developer|Apple Developer||developer.apple.com appstoreconnect.apple.com|developer.apple.com/system-status|apple|apple
work
microsoft365|Microsoft 365|مايكروسوفت 365|office.com office365.com microsoft365.com sharepoint.com office.net outlook.office.com cloud.microsoft microsoftonline.com msauth.net msftauth.net|status.cloud.microsoft|microsoft azure|microsoft
outlook|Outlook.com|أوتلوك|outlook.com live.com hotmail.com|status.cloud.microsoft/m365|microsoft|microsoft
teams|Microsoft Teams|مايكروسوفت تيمز|teams.microsoft.com teams.live.com teams.cloud.microsoft|status.cloud.microsoft/m365|microsoft|microsoft
onedrive|OneDrive|ون درايف|onedrive.com onedrive.live.com|status.cloud.microsoft/m365|microsoft|microsoft
gmail|Gmail|جيميل|mail.google.com gmail.com|www.google.com/appsstatus/dashboard|google|google
google-drive|Google Drive and Docs|جوجل درايف|drive.google.com docs.google.com|www.google.com/appsstatus/dashboard|google|google
google-meet|Google Meet|جوجل ميت|meet.google.com|www.google.com/appsstatus/dashboard|google|google
google-calendar|Google Calendar|تقويم جوجل|calendar.google.com|www.google.com/appsstatus/dashboard|google|google
google-classroom|Google Classroom|جوجل كلاس روم|classroom.google.com|www.google.com/appsstatus/dashboard|google|google
slack|Slack|سلاك|slack.com slack-edge.com slack-msgs.com slack-files.com|slack-status.com|aws|salesforce
zoom|Zoom|زووم|zoom.us zoom.com|www.zoomstatus.com|zoom aws oracle
webex|Webex|ويبكس|webex.com wbx2.com|status.webex.com||cisco
notion|Notion|نوشن|notion.so notion.com notion-static.com notionusercontent.com|www.notion-status.com|aws cloudflare
figma|Figma|فيجما|figma.com|status.figma.com|aws
canva|Canva|كانفا|canva.com|www.canvastatus.com|aws cloudflare
linear|Linear||linear.app|linearstatus.com|gcp cloudflare
asana|Asana|أسانا|asana.com|status.asana.com|aws
monday|monday.com||monday.com|status.monday.com|aws
clickup|ClickUp||clickup.com|status.clickup.com|aws
miro|Miro|ميرو|miro.com|status.miro.com|aws
airtable|Airtable||airtable.com|status.airtable.com|aws
trello|Trello|تريلو|trello.com|trello.status.atlassian.com|aws|atlassian
zapier|Zapier||zapier.com|status.zapier.com|aws
box|Box||box.com boxcdn.net|status.box.com|gcp
dropbox|Dropbox|دروبوكس|dropbox.com dropboxapi.com dropboxstatic.com dropboxusercontent.com|status.dropbox.com|dropbox aws
wetransfer|WeTransfer|وي ترانسفير|wetransfer.com|wetransfer.statuspage.io|aws
evernote|Evernote|إيفرنوت|evernote.com|status.evernote.com|gcp
adobe|Adobe|أدوبي|adobe.com adobelogin.com adobe.io acrobat.com|status.adobe.com|aws azure
grammarly|Grammarly|جرامرلي|grammarly.com grammarly.io|status.grammarly.com|aws
salesforce|Salesforce|سيلزفورس|salesforce.com force.com|status.salesforce.com|salesforce aws|salesforce
hubspot|HubSpot||hubspot.com|status.hubspot.com|aws cloudflare
zendesk|Zendesk||zendesk.com zdassets.com|status.zendesk.com|aws cloudflare
intercom|Intercom||intercom.com intercom.io intercomcdn.com|www.intercomstatus.com|aws
servicenow|ServiceNow||servicenow.com service-now.com|status.servicenow.com|
workday|Workday||workday.com myworkday.com myworkdayjobs.com|status.workday.com|
docusign|Docusign||docusign.com docusign.net|status.docusign.com|
mailchimp|Mailchimp|ميل شيمب|mailchimp.com list-manage.com|status.mailchimp.com|akamai
twilio|Twilio||twilio.com|status.twilio.com|aws|twilio
sendgrid|SendGrid||sendgrid.com sendgrid.net|status.sendgrid.com|aws|twilio
mailgun|Mailgun||mailgun.com mailgun.net|status.mailgun.com|
odoo|Odoo|أودو|odoo.com|www.odoo.com/status|ovh gcp
zoho|Zoho|زوهو|zoho.com zohopublic.com|status.zoho.com|zoho
security
1password|1Password||1password.com 1password.eu 1password.ca|1password.statuspage.io|aws
lastpass|LastPass||lastpass.com|status.lastpass.com|
bitwarden|Bitwarden||bitwarden.com bitwarden.eu|status.bitwarden.com|azure
proton|Proton|بروتون|proton.me protonmail.com protonvpn.com|status.proton.me|proton
okta|Okta|أوكتا|okta.com oktapreview.com okta-emea.com|status.okta.com|aws|okta
auth0|Auth0||auth0.com|status.auth0.com|aws azure|okta
clerk|Clerk||clerk.com clerk.dev|status.clerk.com|gcp cloudflare
ai
openai|ChatGPT (OpenAI)|شات جي بي تي|openai.com chatgpt.com oaistatic.com oaiusercontent.com sora.com|status.openai.com|azure cloudflare oracle aws
anthropic|Claude (Anthropic)|كلود|anthropic.com claude.ai claude.com|status.claude.com|aws gcp cloudflare
gemini|Gemini|جيميناي|gemini.google.com aistudio.google.com||google|google
copilot|Microsoft Copilot|كوبايلوت|copilot.microsoft.com|status.cloud.microsoft/m365|microsoft|microsoft
perplexity|Perplexity||perplexity.ai|status.perplexity.com|aws cloudflare
xai-grok|Grok (xAI)|جروك|x.ai grok.com|status.x.ai|cloudflare|x
mistral|Mistral||mistral.ai|status.mistral.ai|
huggingface|Hugging Face||huggingface.co hf.co|status.huggingface.co|aws
deepseek|DeepSeek|ديب سيك|deepseek.com|status.deepseek.com|
replicate|Replicate||replicate.com|www.replicatestatus.com|
midjourney|Midjourney|ميدجورني|midjourney.com|status.midjourney.com|cloudflare
elevenlabs|ElevenLabs||elevenlabs.io|status.elevenlabs.io|gcp
social
facebook|Facebook|فيسبوك|facebook.com fb.com fbcdn.net facebook.net messenger.com fbsbx.com|metastatus.com|meta|meta
instagram|Instagram|إنستغرام|instagram.com cdninstagram.com|metastatus.com|meta|meta
threads|Threads|ثريدز|threads.com threads.net|metastatus.com|meta|meta
x|X (Twitter)|إكس (تويتر)|x.com twitter.com t.co twimg.com||x cloudflare gcp|x
reddit|Reddit|ريديت|reddit.com redd.it redditstatic.com redditmedia.com|www.redditstatus.com|aws fastly
linkedin|LinkedIn|لينكدإن|linkedin.com licdn.com|www.linkedin-status.com|linkedin azure|microsoft
snapchat|Snapchat|سناب شات|snapchat.com sc-cdn.net||gcp aws
tiktok|TikTok|تيك توك|tiktok.com tiktokcdn.com tiktokv.com ttwstatic.com||bytedance akamai oracle
pinterest|Pinterest|بينتريست|pinterest.com pinimg.com|www.pintereststatus.com|aws fastly
bluesky|Bluesky|بلو سكاي|bsky.app bsky.social bsky.network|status.bsky.app|
mastodon-social|mastodon.social|ماستودون|mastodon.social|status.mastodon.social|fastly
tumblr|Tumblr|تمبلر|tumblr.com|automatticstatus.com|automattic|automattic
quora|Quora|كورا|quora.com quoracdn.net||aws cloudflare
medium|Medium||medium.com|status.medium.com|aws cloudflare
substack|Substack||substack.com substackcdn.com|substack.statuspage.io|aws cloudflare
patreon|Patreon|باتريون|patreon.com|status.patreon.com|aws cloudflare
communication
whatsapp|WhatsApp|واتساب|whatsapp.com whatsapp.net wa.me|metastatus.com|meta|meta
telegram|Telegram|تيليجرام|telegram.org t.me telegram.me cdn-telegram.org telegram-cdn.org||telegram
discord|Discord|ديسكورد|discord.com discord.gg discordapp.com discordapp.net discord.media|discordstatus.com|gcp cloudflare
signal|Signal|سيجنال|signal.org|status.signal.org|aws
viber|Viber|فايبر|viber.com||aws
imo|imo|إيمو|imo.im||
botim|BOTIM|بوتيم|botim.me||
yahoo|Yahoo|ياهو|yahoo.com yimg.com||yahoo
search
google-search|Google|جوجل|google.com gstatic.com google.ae google.com.sa google.com.eg google.co.ma google.co.uk google.de google.fr google.co.in google.com.br google.co.jp googleusercontent.com ggpht.com gvt1.com|status.search.google.com|google|google
bing|Bing|بينج|bing.com bing.net||microsoft|microsoft
duckduckgo|DuckDuckGo|داك داك جو|duckduckgo.com|updates.duckduckgo.com|azure
google-maps|Google Maps|خرائط جوجل|maps.google.com maps.googleapis.com||google|google
google-play|Google Play|جوجل بلاي|play.google.com|status.play.google.com|google|google
openstreetmap|OpenStreetMap||openstreetmap.org|uptime.openstreetmap.org|fastly
waze|Waze|ويز|waze.com||gcp|google
video
youtube|YouTube|يوتيوب|youtube.com youtu.be googlevideo.com ytimg.com||google|google
netflix|Netflix|نتفليكس|netflix.com nflxvideo.net nflxext.com nflxso.net nflximg.net|help.netflix.com/en/is-netflix-down|aws netflix
disney-plus|Disney+|ديزني بلس|disneyplus.com bamgrid.com dssott.com||aws fastly akamai|disney
hulu|Hulu|هولو|hulu.com hulustream.com||aws hulu|disney
prime-video|Prime Video|برايم فيديو|primevideo.com amazonvideo.com||aws|amazon
max|HBO Max|إتش بي أو ماكس|hbomax.com max.com||aws|warner
shahid|Shahid (MBC)|شاهد|shahid.mbc.net shahid.net||aws|mbc
osn|OSN+|أو إس إن|osnplus.com osn.com||aws
starzplay|STARZPLAY|ستارز بلاي|starzplay.com||aws
watch-it|Watch iT|ووتش إت|watchit.com||
tod|TOD (beIN)|تود|tod.tv bein.com||
twitch|Twitch|تويتش|twitch.tv ttvnw.net jtvnw.net ext-twitch.tv|status.twitch.com|aws twitch|amazon
vimeo|Vimeo|فيميو|vimeo.com vimeocdn.com|www.vimeostatus.com|gcp fastly
dailymotion|Dailymotion|ديلي موشن|dailymotion.com||
paramount-plus|Paramount+|باراماونت بلس|paramountplus.com||gcp
peacock|Peacock|بيكوك|peacocktv.com||aws
crunchyroll|Crunchyroll|كرانشي رول|crunchyroll.com||aws cloudflare
music
spotify|Spotify|سبوتيفاي|spotify.com scdn.co spotifycdn.com spotifycdn.net|spotify.statuspage.io|gcp fastly
anghami|Anghami|أنغامي|anghami.com||aws
soundcloud|SoundCloud|ساوند كلاود|soundcloud.com sndcdn.com|status.soundcloud.com|aws
deezer|Deezer|ديزر|deezer.com||gcp
audible|Audible|أوديبل|audible.com||aws|amazon
games
roblox|Roblox|روبلوكس|roblox.com rbxcdn.com|status.roblox.com|roblox
fortnite|Fortnite and Epic Games|فورتنايت|epicgames.com fortnite.com unrealengine.com epicgames.dev|status.epicgames.com|aws
playstation|PlayStation Network|بلايستيشن|playstation.com playstation.net sonyentertainmentnetwork.com|status.playstation.com|aws
xbox|Xbox network|إكس بوكس|xbox.com xboxlive.com|support.xbox.com/xbox-live-status|azure|microsoft
steam|Steam|ستيم|steampowered.com steamcommunity.com steamstatic.com steamcontent.com steamusercontent.com steamserver.net||steam akamai
nintendo|Nintendo Online|نينتندو|nintendo.com nintendo.net|www.nintendo.co.jp/netinfo/en_US/index.html|aws gcp
riot|Riot Games (League, VALORANT)|رايوت جيمز|riotgames.com leagueoflegends.com playvalorant.com|status.riotgames.com|riot aws
minecraft|Minecraft|ماينكرافت|minecraft.net mojang.com minecraftservices.com||azure aws|microsoft
ea|EA|إي إيه|ea.com||aws
pubg|PUBG|ببجي|pubg.com pubgmobile.com||aws
blizzard|Battle.net (Blizzard)|بليزارد|battle.net blizzard.com||blizzard|microsoft
geforce-now|GeForce NOW||geforcenow.com|status.geforcenow.com|
chess-com|Chess.com||chess.com|status.chess.com|gcp cloudflare
shopping
amazon|Amazon|أمازون|amazon.com amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.nl amazon.se amazon.pl amazon.ie amazon.com.be amazon.com.tr amazon.in amazon.co.jp amazon.ca amazon.com.mx amazon.com.br amazon.com.au amazon.sg amazon.co.za media-amazon.com ssl-images-amazon.com images-amazon.com||aws|amazon
amazon-ae|Amazon.ae (formerly Souq)|أمازون الإمارات (سوق)|amazon.ae souq.com||aws|amazon
amazon-sa|Amazon.sa|أمازون السعودية|amazon.sa||aws|amazon
amazon-eg|Amazon.eg|أمازون مصر|amazon.eg||aws|amazon
amazon-seller|Amazon Seller Central|أمازون للبائعين|sellercentral.amazon.com sellercentral-europe.amazon.com sellercentral.amazon.ae sellercentral.amazon.sa sellingpartnerapi-na.amazon.com|sellercentral.amazon.com/sp-api-status|aws|amazon
amazon-flex|Amazon Flex and logistics|أمازون فليكس|flex.amazon.com logistics.amazon.com||aws|amazon
noon|noon|نون|noon.com nooncdn.com|||noon
namshi|Namshi|نمشي|namshi.com|||noon
shein|SHEIN|شي إن|shein.com ltwebstatic.com||
temu|Temu|تيمو|temu.com||
aliexpress|AliExpress|علي إكسبريس|aliexpress.com alicdn.com||alibaba
ebay|eBay|إيباي|ebay.com ebay.co.uk ebay.de ebaystatic.com ebayimg.com||ebay akamai
etsy|Etsy|إتسي|etsy.com etsystatic.com|www.etsystatus.com|gcp fastly
shopify|Shopify|شوبيفاي|shopify.com myshopify.com shop.app shopifycdn.com|www.shopifystatus.com|gcp cloudflare
salla|Salla|سلة|salla.sa salla.com salla.dev|status.salla.com|
zid|Zid|زد|zid.sa zid.store|status.zid.sa|
jarir|Jarir Bookstore|مكتبة جرير|jarir.com||
extra-stores|eXtra Stores|اكسترا|extra.com||
carrefour-uae|Carrefour (Majid Al Futtaim)|كارفور|carrefouruae.com carrefourksa.com carrefouregypt.com||
jumia|Jumia|جوميا|jumia.com jumia.com.eg jumia.ma jumia.com.ng||aws
haraj|Haraj|حراج|haraj.com.sa||
opensooq|OpenSooq|السوق المفتوح|opensooq.com||aws
dubizzle|dubizzle and Bayut|دوبيزل وبيوت|dubizzle.com bayut.com dubizzle.com.eg bayut.sa||aws
homedepot|The Home Depot||homedepot.com||gcp
walmart|Walmart|وول مارت|walmart.com walmartimages.com||azure gcp
target|Target||target.com||gcp
ikea|IKEA|ايكيا|ikea.com||gcp
zara|Zara|زارا|zara.com||
food
talabat|talabat|طلبات|talabat.com||
hungerstation|HungerStation|هنقرستيشن|hungerstation.com||
jahez|Jahez|جاهز|jahez.net||
mrsool|Mrsool|مرسول|mrsool.co||
elmenus|elmenus|المنيوز|elmenus.com||
doordash|DoorDash||doordash.com|www.doordashstatus.com|aws cloudflare
instacart|Instacart||instacart.com||aws
starbucks|Starbucks|ستاربكس|starbucks.com||azure
mcdonalds|McDonald's|ماكدونالدز|mcdonalds.com||aws
travel
uber|Uber|أوبر|uber.com ubereats.com||oracle gcp aws
careem|Careem|كريم|careem.com||aws|uber
lyft|Lyft||lyft.com||aws
indrive|inDrive|إن درايف|indrive.com||
airbnb|Airbnb|إير بي إن بي|airbnb.com muscache.com||aws
booking|Booking.com|بوكينج|booking.com bstatic.com||aws
almosafer|Almosafer|المسافر|almosafer.com||
wego|Wego|ويجو|wego.com||aws
expedia|Expedia|إكسبيديا|expedia.com hotels.com vrbo.com||aws
tripadvisor|Tripadvisor|تريب أدفايزر|tripadvisor.com||aws fastly
saudia|Saudia|الخطوط السعودية|saudia.com||
emirates|Emirates|طيران الإمارات|emirates.com||
qatar-airways|Qatar Airways|الخطوط القطرية|qatarairways.com||
egyptair|EgyptAir|مصر للطيران|egyptair.com||
flynas|flynas|طيران ناس|flynas.com||
tesla|Tesla|تسلا|tesla.com||aws
money
paypal|PayPal|باي بال|paypal.com paypalobjects.com|www.paypal-status.com|paypal gcp|paypal
venmo|Venmo||venmo.com|www.paypal-status.com|aws|paypal
stripe|Stripe|سترايب|stripe.com stripe.network|status.stripe.com|aws
square|Square||squareup.com square.com|www.issquareup.com|aws|block
cash-app|Cash App||cash.app|status.cash.app|aws|block
plaid|Plaid||plaid.com|status.plaid.com|aws
wise|Wise|وايز|wise.com|status.wise.com|aws
revolut|Revolut|ريفولوت|revolut.com|www.revolut.com/system-status|gcp
klarna|Klarna|كلارنا|klarna.com|status.klarna.com|aws
western-union|Western Union|ويسترن يونيون|westernunion.com||aws
tabby|Tabby|تابي|tabby.ai||
tamara|Tamara|تمارا|tamara.co||
stc-pay|STC Bank (stc pay)|بنك إس تي سي|stcpay.com.sa stcbank.com.sa|||stc
urpay|urpay|يور باي|urpay.com.sa||
fawry|Fawry|فوري|fawry.com||
instapay-eg|InstaPay Egypt|إنستاباي|instapay.eg||
coinbase|Coinbase|كوين بيس|coinbase.com|status.coinbase.com|aws cloudflare
robinhood|Robinhood|روبن هود|robinhood.com|status.robinhood.com|aws
kraken|Kraken|كراكن|kraken.com|status.kraken.com|cloudflare
binance|Binance|بينانس|binance.com||aws
gemini-exchange|Gemini (exchange)||gemini.com|status.gemini.com|aws
bybit|Bybit|باي بت|bybit.com||aws
etoro|eToro|إيتورو|etoro.com|status.etoro.com|azure
tradingview|TradingView|تريدنج فيو|tradingview.com|status.tradingview.com|
monzo|Monzo||monzo.com|monzo.statuspage.io|aws
nubank|Nubank||nubank.com.br||aws
chase|Chase||chase.com||
bank-of-america|Bank of America||bankofamerica.com||
wells-fargo|Wells Fargo||wellsfargo.com||
capital-one|Capital One||capitalone.com||aws
hsbc-uk|HSBC UK|إتش إس بي سي|hsbc.co.uk hsbc.com||
barclays|Barclays|باركليز|barclays.co.uk||
lloyds|Lloyds Bank||lloydsbank.com lloydsbank.co.uk||
al-rajhi|Al Rajhi Bank|مصرف الراجحي|alrajhibank.com.sa||
snb|Saudi National Bank|البنك الأهلي السعودي|alahli.com snb.com.sa||
riyad-bank|Riyad Bank|بنك الرياض|riyadbank.com||
alinma|Alinma Bank|مصرف الإنماء|alinma.com||
emirates-nbd|Emirates NBD|بنك الإمارات دبي الوطني|emiratesnbd.com||
adcb|ADCB|بنك أبوظبي التجاري|adcb.com||
fab|First Abu Dhabi Bank|بنك أبوظبي الأول|bankfab.com||
qnb|QNB|بنك قطر الوطني|qnb.com||
nbk|National Bank of Kuwait|بنك الكويت الوطني|nbk.com||
kfh|Kuwait Finance House|بيت التمويل الكويتي|kfh.com||
nbe|National Bank of Egypt|البنك الأهلي المصري|nbe.com.eg alahlynet.com.eg||
banque-misr|Banque Misr|بنك مصر|banquemisr.com||
cib-egypt|CIB Egypt|البنك التجاري الدولي|cibeg.com||
attijariwafa|Attijariwafa bank|التجاري وفا بنك|attijariwafabank.com||
website
wix|Wix|ويكس|wix.com wixsite.com wixstatic.com parastorage.com|status.wix.com|aws gcp
squarespace|Squarespace|سكوير سبيس|squarespace.com squarespace-cdn.com|status.squarespace.com|squarespace
wordpress-com|WordPress.com|ووردبريس|wordpress.com wp.com gravatar.com|automatticstatus.com|automattic|automattic
webflow|Webflow||webflow.com website-files.com|status.webflow.com|aws cloudflare
hostinger|Hostinger|هوستنجر|hostinger.com|statuspage.hostinger.com|
education
canvas-lms|Canvas LMS||instructure.com canvaslms.com|status.instructure.com|aws
blackboard|Blackboard|بلاك بورد|blackboard.com|status.blackboard.com|aws
khan-academy|Khan Academy|أكاديمية خان|khanacademy.org|status.khanacademy.org|gcp fastly
coursera|Coursera|كورسيرا|coursera.org|status.coursera.org|aws
udemy|Udemy|يوديمي|udemy.com udemycdn.com|status.udemy.com|aws cloudflare
edx|edX||edx.org|status.edx.org|aws
duolingo|Duolingo|دولينجو|duolingo.com||aws
quizlet|Quizlet|كويزلت|quizlet.com|status.quizlet.com|gcp cloudflare
madrasati|Madrasati (Saudi Arabia)|منصة مدرستي|madrasati.sa||azure
noor|Noor (Saudi Arabia)|نظام نور|noor.moe.gov.sa||
reference
wikipedia|Wikipedia|ويكيبيديا|wikipedia.org wikimedia.org wikidata.org wiktionary.org|www.wikimediastatus.net|wikimedia
archive-org|Internet Archive|أرشيف الإنترنت|archive.org||internet-archive
imdb|IMDb|آي إم دي بي|imdb.com media-imdb.com||aws|amazon
craigslist|craigslist||craigslist.org||
mawdoo3|Mawdoo3|موضوع|mawdoo3.com||aws
news
bbc|BBC|بي بي سي|bbc.co.uk bbc.com bbci.co.uk||aws fastly
nytimes|The New York Times|نيويورك تايمز|nytimes.com nyt.com||gcp aws fastly
guardian|The Guardian|الغارديان|theguardian.com guim.co.uk||aws fastly
cnn|CNN|سي إن إن|cnn.com||fastly aws|warner
aljazeera|Al Jazeera|الجزيرة|aljazeera.net aljazeera.com||
alarabiya|Al Arabiya|العربية|alarabiya.net|||mbc
skynews-arabia|Sky News Arabia|سكاي نيوز عربية|skynewsarabia.com||
youm7|Youm7|اليوم السابع|youm7.com||cloudflare
sabq|Sabq|سبق|sabq.org||
asharq-alawsat|Asharq Al-Awsat|الشرق الأوسط|aawsat.com||
kooora|Kooora|كووورة|kooora.com||
filgoal|FilGoal|في الجول|filgoal.com||
reuters|Reuters|رويترز|reuters.com||aws fastly
government
gov-uk|GOV.UK||gov.uk|status.publishing.service.gov.uk|aws fastly
irs|IRS||irs.gov||
login-gov|Login.gov||login.gov|status.login.gov|aws
usps|USPS||usps.com||
absher|Absher (Saudi Arabia)|أبشر|absher.sa||
nafath|Nafath (Saudi Arabia)|نفاذ|nafath.sa iam.gov.sa||
my-gov-sa|GOV.SA|المنصة الوطنية الموحدة|my.gov.sa||
qiwa|Qiwa (Saudi Arabia)|قوى|qiwa.sa||
tawakkalna|Tawakkalna (Saudi Arabia)|توكلنا|tawakkalna.gov.sa tawakkalna.nic.gov.sa||
najiz|Najiz (Saudi Arabia)|ناجز|najiz.sa||
uae-pass|UAE PASS|الهوية الرقمية|uaepass.ae||
u-ae|UAE government portal|البوابة الرسمية لحكومة الإمارات|u.ae||
dubai-gov|Dubai government|حكومة دبي|dubai.ae dewa.gov.ae rta.ae||
egypt-digital|Digital Egypt|مصر الرقمية|digital.gov.eg||
sahel|Sahel (Kuwait)|سهل|sahel.gov.kw||
metrash|Metrash (Qatar)|مطراش|moi.gov.qa||
telecom
xfinity|Xfinity (Comcast)||xfinity.com comcast.net||
verizon|Verizon|فيرايزون|verizon.com||
att|AT&T||att.com||
t-mobile-us|T-Mobile US||t-mobile.com||
bt|BT and EE||bt.com ee.co.uk||
virgin-media|Virgin Media O2||virginmedia.com o2.co.uk||
deutsche-telekom|Deutsche Telekom||telekom.de||
orange-fr|Orange France||orange.fr||
stc|stc (Saudi Arabia)|إس تي سي|stc.com.sa|||stc
mobily|Mobily|موبايلي|mobily.com.sa||
zain-sa|Zain KSA|زين السعودية|sa.zain.com||
etisalat|e& (Etisalat UAE)|اتصالات|etisalat.ae eand.com||
du|du (UAE)|دو|du.ae||
we-egypt|WE (Telecom Egypt)|وي المصرية للاتصالات|te.eg||
vodafone-eg|Vodafone Egypt|فودافون مصر|vodafone.com.eg||
orange-eg|Orange Egypt|أورنج مصر|orange.eg||
maroc-telecom|Maroc Telecom|اتصالات المغرب|iam.ma||
ooredoo-qa|Ooredoo Qatar|أوريدو قطر|ooredoo.qa||
omantel|Omantel|عمانتل|omantel.om||
batelco|Beyon (Batelco)|بتلكو|batelco.com beyon.com||
starlink|Starlink|ستارلينك|starlink.com||
home
alexa|Alexa|أليكسا|alexa.amazon.com alexa.com||aws|amazon
ring|Ring|رينج|ring.com|status.ring.com|aws|amazon
nest|Google Nest||nest.com home.google.com||google|google
smartthings|SmartThings||smartthings.com|status.smartthings.com|aws
tuya|Tuya Smart||tuya.com||aws
apple-services|Apple (iCloud, App Store)|آبل (آيكلاود)|icloud.com apple.com mzstatic.com cdn-apple.com icloud-content.com aaplimg.com apple-cloudkit.com|www.apple.com/support/systemstatus|apple gcp aws akamai|apple
microsoft|Microsoft|مايكروسوفت|microsoft.com msn.com||microsoft akamai|microsoft
health!
nhs|NHS (United Kingdom)||nhs.uk||azure
mychart|MyChart||mychart.org mychart.com||
healthcare-gov|HealthCare.gov||healthcare.gov||aws
webmd|WebMD||webmd.com||
altibbi|Altibbi|الطبي|altibbi.com||aws
sehhaty|Sehhaty (Saudi Arabia)|صحتي|sehhaty.sa||
vezeeta|Vezeeta|فيزيتا|vezeeta.com||aws
faith!
islamweb|IslamWeb|إسلام ويب|islamweb.net||
quran-com|Quran.com|القرآن الكريم|quran.com||
nusuk|Nusuk (Hajj and Umrah)|نسك|nusuk.sa||
dating!
tinder|Tinder|تيندر|tinder.com||aws
bumble|Bumble|بامبل|bumble.com||
grindr|Grindr||grindr.com||aws
politics!
actblue|ActBlue||actblue.com||
winred|WinRed||winred.com||
change-org|Change.org||change.org||aws cloudflare
`;
