/**
 * Services that people know by name, from general knowledge, November 2026. The extension contains this table, so it has those that most people
 * use. All others are in `further-services-table.ts`.
 *
 * How to add a service: a line in its category, with an id that stays for good (feeds and reports refer to it) and, where it runs its own
 * status page, a source in `status-pages/source-table.ts`; then `npm run unit`.
 *
 * A line without `|` opens a category. With `!` at its end, nothing of the category may ever be reported, because the mere visit reveals
 * something about a person's health, faith, love life or politics. The lines below it read
 * `id|name|names in other languages|domains|providers, the main one first|owner`.
 * The first line says which languages the third field has names in: one each, in that order, with `;` between them, and empty where
 * people who read the language use the English name.
 * The owner is given where one company runs several entries: they fail together and count as one witness.
 */
export const CATALOGUE = `
names ar
cloud
aws|Amazon Web Services|أمازون ويب سيرفيسز|aws.amazon.com amazonaws.com awsapps.com api.aws on.aws awsstatic.com|aws|amazon
gcp|Google Cloud|جوجل كلاود|cloud.google.com googleapis.com|gcp|google
azure|Microsoft Azure|مايكروسوفت أزور|azure.com azure.microsoft.com windows.net azure.net|azure|microsoft
oracle-cloud|Oracle Cloud|أوراكل كلاود|oraclecloud.com cloud.oracle.com|oracle
ibm-cloud|IBM Cloud||cloud.ibm.com|ibm
alibaba-cloud|Alibaba Cloud|علي بابا كلاود|alibabacloud.com aliyun.com aliyuncs.com|alibaba
tencent-cloud|Tencent Cloud||tencentcloud.com cloud.tencent.com|tencent
digitalocean|DigitalOcean|ديجيتال أوشن|digitalocean.com|cloudflare digitalocean
linode|Linode (Akamai Cloud)||linode.com|akamai-linode
vultr|Vultr||vultr.com|vultr
hetzner|Hetzner||hetzner.com hetzner.cloud hetzner.de|hetzner
ovhcloud|OVHcloud||ovhcloud.com ovh.com ovh.net|ovh
scaleway|Scaleway||scaleway.com scw.cloud|scaleway
cloudflare|Cloudflare|كلاودفلير|cloudflare.com cloudflare-dns.com|cloudflare
fastly|Fastly||fastly.com|fastly
akamai|Akamai|أكاماي|akamai.com|akamai
bunny|bunny.net||bunny.net|bunny
heroku|Heroku||heroku.com herokuapp.com|heroku aws|salesforce
vercel|Vercel||vercel.com vercel.app|vercel aws
netlify|Netlify||netlify.com netlify.app|netlify
render|Render||render.com onrender.com|render aws gcp cloudflare
flyio|Fly.io||fly.io fly.dev|fly
railway|Railway||railway.com railway.app|railway
supabase|Supabase||supabase.com supabase.co|aws cloudflare
neon|Neon||neon.tech neon.com|aws azure
planetscale|PlanetScale||planetscale.com|aws gcp
mongodb-atlas|MongoDB Atlas||mongodb.com mongodb.net|aws gcp azure
snowflake|Snowflake||snowflake.com snowflakecomputing.com|aws azure gcp
firebase|Firebase|فايربيس|firebase.google.com firebaseio.com|gcp|google
godaddy|GoDaddy|جودادي|godaddy.com|godaddy aws
namecheap|Namecheap||namecheap.com|namecheap cloudflare
letsencrypt|Let's Encrypt||letsencrypt.org|cloudflare
developer
github|GitHub|جيت هاب|github.com githubusercontent.com githubassets.com ghcr.io github.dev githubcopilot.com|github azure fastly|microsoft
gitlab|GitLab|جيت لاب|gitlab.com gitlab-static.net|gcp cloudflare
bitbucket|Bitbucket||bitbucket.org|aws|atlassian
atlassian|Atlassian (Jira, Confluence)|أتلاسيان|atlassian.com atlassian.net jira.com atl-paas.net|aws|atlassian
azure-devops|Azure DevOps||dev.azure.com visualstudio.com|azure|microsoft
pypi|PyPI and Python||pypi.org python.org pythonhosted.org|fastly aws
npm|npm||npmjs.com npmjs.org|cloudflare|microsoft
docker|Docker Hub|دوكر|docker.com docker.io|aws cloudflare
rubygems|RubyGems||rubygems.org|aws fastly
nuget|NuGet||nuget.org|azure|microsoft
packagist|Packagist||packagist.org
circleci|CircleCI||circleci.com|aws gcp
datadog|Datadog||datadoghq.com datadoghq.eu|aws gcp azure
pagerduty|PagerDuty||pagerduty.com|aws
stack-overflow|Stack Overflow|ستاك أوفرفلو|stackoverflow.com stackexchange.com superuser.com serverfault.com sstatic.net|gcp cloudflare
replit|Replit||replit.com|gcp
unity|Unity|يونيتي|unity.com unity3d.com|gcp
work
microsoft365|Microsoft 365|مايكروسوفت 365|office.com office365.com microsoft365.com sharepoint.com office.net outlook.office.com cloud.microsoft microsoftonline.com msauth.net msftauth.net|microsoft azure|microsoft
outlook|Outlook.com|أوتلوك|outlook.com live.com hotmail.com|microsoft|microsoft
teams|Microsoft Teams|مايكروسوفت تيمز|teams.microsoft.com teams.live.com teams.cloud.microsoft|microsoft|microsoft
onedrive|OneDrive|ون درايف|onedrive.com onedrive.live.com|microsoft|microsoft
gmail|Gmail|جيميل|mail.google.com gmail.com|google|google
google-drive|Google Drive and Docs|جوجل درايف|drive.google.com docs.google.com|google|google
google-meet|Google Meet|جوجل ميت|meet.google.com|google|google
google-calendar|Google Calendar|تقويم جوجل|calendar.google.com|google|google
google-classroom|Google Classroom|جوجل كلاس روم|classroom.google.com|google|google
slack|Slack|سلاك|slack.com slack-edge.com slack-msgs.com slack-files.com|aws|salesforce
zoom|Zoom|زووم|zoom.us zoom.com|zoom aws oracle
webex|Webex|ويبكس|webex.com wbx2.com||cisco
notion|Notion|نوشن|notion.so notion.com notion-static.com notionusercontent.com|aws cloudflare
figma|Figma|فيجما|figma.com|aws
canva|Canva|كانفا|canva.com|aws cloudflare
linear|Linear||linear.app|gcp cloudflare
asana|Asana|أسانا|asana.com|aws
monday|monday.com||monday.com|aws
airtable|Airtable||airtable.com|aws
trello|Trello|تريلو|trello.com|aws|atlassian
box|Box||box.com boxcdn.net|gcp
dropbox|Dropbox|دروبوكس|dropbox.com dropboxapi.com dropboxstatic.com dropboxusercontent.com|dropbox aws
wetransfer|WeTransfer|وي ترانسفير|wetransfer.com|aws
adobe|Adobe|أدوبي|adobe.com adobelogin.com adobe.io acrobat.com|aws azure
grammarly|Grammarly|جرامرلي|grammarly.com grammarly.io|aws
salesforce|Salesforce|سيلزفورس|salesforce.com force.com|salesforce aws|salesforce
hubspot|HubSpot||hubspot.com|aws cloudflare
zendesk|Zendesk||zendesk.com zdassets.com|aws cloudflare
workday|Workday||workday.com myworkday.com myworkdayjobs.com
docusign|Docusign||docusign.com docusign.net
twilio|Twilio||twilio.com|aws|twilio
zoho|Zoho|زوهو|zoho.com zohopublic.com|zoho
security
1password|1Password||1password.com 1password.eu 1password.ca|aws
lastpass|LastPass||lastpass.com
bitwarden|Bitwarden||bitwarden.com bitwarden.eu|azure
proton|Proton|بروتون|proton.me protonmail.com protonvpn.com|proton
okta|Okta|أوكتا|okta.com oktapreview.com okta-emea.com|aws|okta
auth0|Auth0||auth0.com|aws azure|okta
clerk|Clerk||clerk.com clerk.dev|gcp cloudflare
ai
openai|ChatGPT (OpenAI)|شات جي بي تي|openai.com chatgpt.com oaistatic.com oaiusercontent.com sora.com|azure cloudflare oracle aws
anthropic|Claude (Anthropic)|كلود|anthropic.com claude.ai claude.com|aws gcp cloudflare
gemini|Gemini|جيميناي|gemini.google.com aistudio.google.com|google|google
copilot|Microsoft Copilot|كوبايلوت|copilot.microsoft.com|microsoft|microsoft
perplexity|Perplexity||perplexity.ai|aws cloudflare
xai-grok|Grok (xAI)|جروك|x.ai grok.com|cloudflare|x
mistral|Mistral||mistral.ai
huggingface|Hugging Face||huggingface.co hf.co|aws
deepseek|DeepSeek|ديب سيك|deepseek.com
replicate|Replicate||replicate.com
midjourney|Midjourney|ميدجورني|midjourney.com|cloudflare
elevenlabs|ElevenLabs||elevenlabs.io|gcp
social
facebook|Facebook|فيسبوك|facebook.com fb.com fbcdn.net facebook.net messenger.com fbsbx.com|meta|meta
instagram|Instagram|إنستغرام|instagram.com cdninstagram.com|meta|meta
threads|Threads|ثريدز|threads.com threads.net|meta|meta
x|X (Twitter)|إكس (تويتر)|x.com twitter.com t.co twimg.com|x cloudflare gcp|x
reddit|Reddit|ريديت|reddit.com redd.it redditstatic.com redditmedia.com|aws fastly
linkedin|LinkedIn|لينكدإن|linkedin.com licdn.com|linkedin azure|microsoft
snapchat|Snapchat|سناب شات|snapchat.com sc-cdn.net|gcp aws
tiktok|TikTok|تيك توك|tiktok.com tiktokcdn.com tiktokv.com ttwstatic.com|bytedance akamai oracle
pinterest|Pinterest|بينتريست|pinterest.com pinimg.com|aws fastly
bluesky|Bluesky|بلو سكاي|bsky.app bsky.social bsky.network
mastodon-social|mastodon.social|ماستودون|mastodon.social|fastly
tumblr|Tumblr|تمبلر|tumblr.com|automattic|automattic
quora|Quora|كورا|quora.com quoracdn.net|aws cloudflare
medium|Medium||medium.com|aws cloudflare
substack|Substack||substack.com substackcdn.com|aws cloudflare
patreon|Patreon|باتريون|patreon.com|aws cloudflare
communication
whatsapp|WhatsApp|واتساب|whatsapp.com whatsapp.net wa.me|meta|meta
telegram|Telegram|تيليجرام|telegram.org t.me telegram.me cdn-telegram.org telegram-cdn.org|telegram
discord|Discord|ديسكورد|discord.com discord.gg discordapp.com discordapp.net discord.media|gcp cloudflare
signal|Signal|سيجنال|signal.org|aws
viber|Viber|فايبر|viber.com|aws
imo|imo|إيمو|imo.im
botim|BOTIM|بوتيم|botim.me
yahoo|Yahoo|ياهو|yahoo.com yimg.com|yahoo
search
google-search|Google|جوجل|google.com gstatic.com google.ae google.com.sa google.com.eg google.co.ma google.co.uk google.de google.fr google.co.in google.com.br google.co.jp googleusercontent.com ggpht.com gvt1.com|google|google
bing|Bing|بينج|bing.com bing.net|microsoft|microsoft
duckduckgo|DuckDuckGo|داك داك جو|duckduckgo.com|azure
google-maps|Google Maps|خرائط جوجل|maps.google.com maps.googleapis.com|google|google
google-play|Google Play|جوجل بلاي|play.google.com|google|google
openstreetmap|OpenStreetMap||openstreetmap.org|fastly
waze|Waze|ويز|waze.com|gcp|google
video
youtube|YouTube|يوتيوب|youtube.com youtu.be googlevideo.com ytimg.com|google|google
netflix|Netflix|نتفليكس|netflix.com nflxvideo.net nflxext.com nflxso.net nflximg.net|aws netflix
disney-plus|Disney+|ديزني بلس|disneyplus.com bamgrid.com dssott.com|aws fastly akamai|disney
hulu|Hulu|هولو|hulu.com hulustream.com|aws hulu|disney
prime-video|Prime Video|برايم فيديو|primevideo.com amazonvideo.com|aws|amazon
max|HBO Max|إتش بي أو ماكس|hbomax.com max.com|aws|warner
shahid|Shahid (MBC)|شاهد|shahid.mbc.net shahid.net|aws|mbc
osn|OSN+|أو إس إن|osnplus.com osn.com|aws
starzplay|STARZPLAY|ستارز بلاي|starzplay.com|aws
watch-it|Watch iT|ووتش إت|watchit.com
tod|TOD (beIN)|تود|tod.tv bein.com
twitch|Twitch|تويتش|twitch.tv ttvnw.net jtvnw.net ext-twitch.tv|aws twitch|amazon
vimeo|Vimeo|فيميو|vimeo.com vimeocdn.com|gcp fastly
dailymotion|Dailymotion|ديلي موشن|dailymotion.com
paramount-plus|Paramount+|باراماونت بلس|paramountplus.com|gcp
peacock|Peacock|بيكوك|peacocktv.com|aws
crunchyroll|Crunchyroll|كرانشي رول|crunchyroll.com|aws cloudflare
music
spotify|Spotify|سبوتيفاي|spotify.com scdn.co spotifycdn.com spotifycdn.net|gcp fastly
anghami|Anghami|أنغامي|anghami.com|aws
soundcloud|SoundCloud|ساوند كلاود|soundcloud.com sndcdn.com|aws
deezer|Deezer|ديزر|deezer.com|gcp
audible|Audible|أوديبل|audible.com|aws|amazon
games
roblox|Roblox|روبلوكس|roblox.com rbxcdn.com|roblox
fortnite|Fortnite and Epic Games|فورتنايت|epicgames.com fortnite.com unrealengine.com epicgames.dev|aws
playstation|PlayStation Network|بلايستيشن|playstation.com playstation.net sonyentertainmentnetwork.com|aws
xbox|Xbox network|إكس بوكس|xbox.com xboxlive.com|azure|microsoft
steam|Steam|ستيم|steampowered.com steamcommunity.com steamstatic.com steamcontent.com steamusercontent.com steamserver.net|steam akamai
nintendo|Nintendo Online|نينتندو|nintendo.com nintendo.net|aws gcp
riot|Riot Games (League, VALORANT)|رايوت جيمز|riotgames.com leagueoflegends.com playvalorant.com|riot aws
minecraft|Minecraft|ماينكرافت|minecraft.net mojang.com minecraftservices.com|azure aws|microsoft
ea|EA|إي إيه|ea.com|aws
pubg|PUBG|ببجي|pubg.com pubgmobile.com|aws
blizzard|Battle.net (Blizzard)|بليزارد|battle.net blizzard.com|blizzard|microsoft
geforce-now|GeForce NOW||geforcenow.com
chess-com|Chess.com||chess.com|gcp cloudflare
shopping
amazon|Amazon|أمازون|amazon.com amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.nl amazon.se amazon.pl amazon.ie amazon.com.be amazon.com.tr amazon.in amazon.co.jp amazon.ca amazon.com.mx amazon.com.br amazon.com.au amazon.sg amazon.co.za media-amazon.com ssl-images-amazon.com images-amazon.com|aws|amazon
amazon-ae|Amazon.ae (formerly Souq)|أمازون الإمارات (سوق)|amazon.ae souq.com|aws|amazon
amazon-sa|Amazon.sa|أمازون السعودية|amazon.sa|aws|amazon
amazon-eg|Amazon.eg|أمازون مصر|amazon.eg|aws|amazon
amazon-seller|Amazon Seller Central|أمازون للبائعين|sellercentral.amazon.com sellercentral-europe.amazon.com sellercentral.amazon.ae sellercentral.amazon.sa sellingpartnerapi-na.amazon.com|aws|amazon
amazon-flex|Amazon Flex and logistics|أمازون فليكس|flex.amazon.com logistics.amazon.com|aws|amazon
noon|noon|نون|noon.com nooncdn.com||noon
namshi|Namshi|نمشي|namshi.com||noon
shein|SHEIN|شي إن|shein.com ltwebstatic.com
temu|Temu|تيمو|temu.com
aliexpress|AliExpress|علي إكسبريس|aliexpress.com alicdn.com|alibaba
ebay|eBay|إيباي|ebay.com ebay.co.uk ebay.de ebaystatic.com ebayimg.com|ebay akamai
etsy|Etsy|إتسي|etsy.com etsystatic.com|gcp fastly
shopify|Shopify|شوبيفاي|shopify.com myshopify.com shop.app shopifycdn.com|gcp cloudflare
salla|Salla|سلة|salla.sa salla.com salla.dev
zid|Zid|زد|zid.sa zid.store
jarir|Jarir Bookstore|مكتبة جرير|jarir.com
extra-stores|eXtra Stores|اكسترا|extra.com
carrefour-uae|Carrefour (Majid Al Futtaim)|كارفور|carrefouruae.com carrefourksa.com carrefouregypt.com
jumia|Jumia|جوميا|jumia.com jumia.com.eg jumia.ma jumia.com.ng|aws
haraj|Haraj|حراج|haraj.com.sa
opensooq|OpenSooq|السوق المفتوح|opensooq.com|aws
dubizzle|dubizzle and Bayut|دوبيزل وبيوت|dubizzle.com bayut.com dubizzle.com.eg bayut.sa|aws
homedepot|The Home Depot||homedepot.com|gcp
walmart|Walmart|وول مارت|walmart.com walmartimages.com|azure gcp
target|Target||target.com|gcp
ikea|IKEA|ايكيا|ikea.com|gcp
zara|Zara|زارا|zara.com
food
talabat|talabat|طلبات|talabat.com
hungerstation|HungerStation|هنقرستيشن|hungerstation.com
jahez|Jahez|جاهز|jahez.net
mrsool|Mrsool|مرسول|mrsool.co
elmenus|elmenus|المنيوز|elmenus.com
doordash|DoorDash||doordash.com|aws cloudflare
instacart|Instacart||instacart.com|aws
starbucks|Starbucks|ستاربكس|starbucks.com|azure
mcdonalds|McDonald's|ماكدونالدز|mcdonalds.com|aws
travel
uber|Uber|أوبر|uber.com ubereats.com|oracle gcp aws
careem|Careem|كريم|careem.com|aws|uber
lyft|Lyft||lyft.com|aws
indrive|inDrive|إن درايف|indrive.com
airbnb|Airbnb|إير بي إن بي|airbnb.com muscache.com|aws
booking|Booking.com|بوكينج|booking.com bstatic.com|aws
almosafer|Almosafer|المسافر|almosafer.com
wego|Wego|ويجو|wego.com|aws
expedia|Expedia|إكسبيديا|expedia.com hotels.com vrbo.com|aws
tripadvisor|Tripadvisor|تريب أدفايزر|tripadvisor.com|aws fastly
saudia|Saudia|الخطوط السعودية|saudia.com
emirates|Emirates|طيران الإمارات|emirates.com
qatar-airways|Qatar Airways|الخطوط القطرية|qatarairways.com
egyptair|EgyptAir|مصر للطيران|egyptair.com
flynas|flynas|طيران ناس|flynas.com
tesla|Tesla|تسلا|tesla.com|aws
money
paypal|PayPal|باي بال|paypal.com paypalobjects.com|paypal gcp|paypal
venmo|Venmo||venmo.com|aws|paypal
stripe|Stripe|سترايب|stripe.com stripe.network|aws
square|Square||squareup.com square.com|aws|block
cash-app|Cash App||cash.app|aws|block
wise|Wise|وايز|wise.com|aws
revolut|Revolut|ريفولوت|revolut.com|gcp
klarna|Klarna|كلارنا|klarna.com|aws
western-union|Western Union|ويسترن يونيون|westernunion.com|aws
tabby|Tabby|تابي|tabby.ai
tamara|Tamara|تمارا|tamara.co
stc-pay|STC Bank (stc pay)|بنك إس تي سي|stcpay.com.sa stcbank.com.sa||stc
urpay|urpay|يور باي|urpay.com.sa
fawry|Fawry|فوري|fawry.com
instapay-eg|InstaPay Egypt|إنستاباي|instapay.eg
coinbase|Coinbase|كوين بيس|coinbase.com|aws cloudflare
robinhood|Robinhood|روبن هود|robinhood.com|aws
kraken|Kraken|كراكن|kraken.com|cloudflare
binance|Binance|بينانس|binance.com|aws
bybit|Bybit|باي بت|bybit.com|aws
etoro|eToro|إيتورو|etoro.com|azure
tradingview|TradingView|تريدنج فيو|tradingview.com
monzo|Monzo||monzo.com|aws
nubank|Nubank||nubank.com.br|aws
chase|Chase||chase.com
bank-of-america|Bank of America||bankofamerica.com
wells-fargo|Wells Fargo||wellsfargo.com
capital-one|Capital One||capitalone.com|aws
hsbc-uk|HSBC UK|إتش إس بي سي|hsbc.co.uk hsbc.com
barclays|Barclays|باركليز|barclays.co.uk
lloyds|Lloyds Bank||lloydsbank.com lloydsbank.co.uk
al-rajhi|Al Rajhi Bank|مصرف الراجحي|alrajhibank.com.sa
snb|Saudi National Bank|البنك الأهلي السعودي|alahli.com snb.com.sa
riyad-bank|Riyad Bank|بنك الرياض|riyadbank.com
alinma|Alinma Bank|مصرف الإنماء|alinma.com
emirates-nbd|Emirates NBD|بنك الإمارات دبي الوطني|emiratesnbd.com
adcb|ADCB|بنك أبوظبي التجاري|adcb.com
fab|First Abu Dhabi Bank|بنك أبوظبي الأول|bankfab.com
qnb|QNB|بنك قطر الوطني|qnb.com
nbk|National Bank of Kuwait|بنك الكويت الوطني|nbk.com
kfh|Kuwait Finance House|بيت التمويل الكويتي|kfh.com
nbe|National Bank of Egypt|البنك الأهلي المصري|nbe.com.eg alahlynet.com.eg
banque-misr|Banque Misr|بنك مصر|banquemisr.com
cib-egypt|CIB Egypt|البنك التجاري الدولي|cibeg.com
attijariwafa|Attijariwafa bank|التجاري وفا بنك|attijariwafabank.com
website
wix|Wix|ويكس|wix.com wixsite.com wixstatic.com parastorage.com|aws gcp
squarespace|Squarespace|سكوير سبيس|squarespace.com squarespace-cdn.com|squarespace
wordpress-com|WordPress.com|ووردبريس|wordpress.com wp.com gravatar.com|automattic|automattic
webflow|Webflow||webflow.com website-files.com|aws cloudflare
education
canvas-lms|Canvas LMS||instructure.com canvaslms.com|aws
blackboard|Blackboard|بلاك بورد|blackboard.com|aws
khan-academy|Khan Academy|أكاديمية خان|khanacademy.org|gcp fastly
coursera|Coursera|كورسيرا|coursera.org|aws
udemy|Udemy|يوديمي|udemy.com udemycdn.com|aws cloudflare
edx|edX||edx.org|aws
duolingo|Duolingo|دولينجو|duolingo.com|aws
quizlet|Quizlet|كويزلت|quizlet.com|gcp cloudflare
madrasati|Madrasati (Saudi Arabia)|منصة مدرستي|madrasati.sa|azure
noor|Noor (Saudi Arabia)|نظام نور|noor.moe.gov.sa
reference
wikipedia|Wikipedia|ويكيبيديا|wikipedia.org wikimedia.org wikidata.org wiktionary.org|wikimedia
archive-org|Internet Archive|أرشيف الإنترنت|archive.org|internet-archive
imdb|IMDb|آي إم دي بي|imdb.com media-imdb.com|aws|amazon
craigslist|craigslist||craigslist.org
mawdoo3|Mawdoo3|موضوع|mawdoo3.com|aws
news
bbc|BBC|بي بي سي|bbc.co.uk bbc.com bbci.co.uk|aws fastly
nytimes|The New York Times|نيويورك تايمز|nytimes.com nyt.com|gcp aws fastly
guardian|The Guardian|الغارديان|theguardian.com guim.co.uk|aws fastly
cnn|CNN|سي إن إن|cnn.com|fastly aws|warner
aljazeera|Al Jazeera|الجزيرة|aljazeera.net aljazeera.com
alarabiya|Al Arabiya|العربية|alarabiya.net||mbc
skynews-arabia|Sky News Arabia|سكاي نيوز عربية|skynewsarabia.com
youm7|Youm7|اليوم السابع|youm7.com|cloudflare
sabq|Sabq|سبق|sabq.org
asharq-alawsat|Asharq Al-Awsat|الشرق الأوسط|aawsat.com
kooora|Kooora|كووورة|kooora.com
filgoal|FilGoal|في الجول|filgoal.com
reuters|Reuters|رويترز|reuters.com|aws fastly
government
gov-uk|GOV.UK||gov.uk|aws fastly
irs|IRS||irs.gov
login-gov|Login.gov||login.gov|aws
usps|USPS||usps.com
absher|Absher (Saudi Arabia)|أبشر|absher.sa
nafath|Nafath (Saudi Arabia)|نفاذ|nafath.sa iam.gov.sa
my-gov-sa|GOV.SA|المنصة الوطنية الموحدة|my.gov.sa
qiwa|Qiwa (Saudi Arabia)|قوى|qiwa.sa
tawakkalna|Tawakkalna (Saudi Arabia)|توكلنا|tawakkalna.gov.sa tawakkalna.nic.gov.sa
najiz|Najiz (Saudi Arabia)|ناجز|najiz.sa
uae-pass|UAE PASS|الهوية الرقمية|uaepass.ae
u-ae|UAE government portal|البوابة الرسمية لحكومة الإمارات|u.ae
dubai-gov|Dubai government|حكومة دبي|dubai.ae dewa.gov.ae rta.ae
egypt-digital|Digital Egypt|مصر الرقمية|digital.gov.eg
sahel|Sahel (Kuwait)|سهل|sahel.gov.kw
metrash|Metrash (Qatar)|مطراش|moi.gov.qa
telecom
xfinity|Xfinity (Comcast)||xfinity.com comcast.net
verizon|Verizon|فيرايزون|verizon.com
att|AT&T||att.com
t-mobile-us|T-Mobile US||t-mobile.com
bt|BT and EE||bt.com ee.co.uk
virgin-media|Virgin Media O2||virginmedia.com o2.co.uk
deutsche-telekom|Deutsche Telekom||telekom.de
orange-fr|Orange France||orange.fr
stc|stc (Saudi Arabia)|إس تي سي|stc.com.sa||stc
mobily|Mobily|موبايلي|mobily.com.sa
zain-sa|Zain KSA|زين السعودية|sa.zain.com
etisalat|e& (Etisalat UAE)|اتصالات|etisalat.ae eand.com
du|du (UAE)|دو|du.ae
we-egypt|WE (Telecom Egypt)|وي المصرية للاتصالات|te.eg
vodafone-eg|Vodafone Egypt|فودافون مصر|vodafone.com.eg
orange-eg|Orange Egypt|أورنج مصر|orange.eg
maroc-telecom|Maroc Telecom|اتصالات المغرب|iam.ma
ooredoo-qa|Ooredoo Qatar|أوريدو قطر|ooredoo.qa
omantel|Omantel|عمانتل|omantel.om
batelco|Beyon (Batelco)|بتلكو|batelco.com beyon.com
starlink|Starlink|ستارلينك|starlink.com
home
alexa|Alexa|أليكسا|alexa.amazon.com alexa.com|aws|amazon
ring|Ring|رينج|ring.com|aws|amazon
nest|Google Nest||nest.com home.google.com|google|google
apple-services|Apple (iCloud, App Store)|آبل (آيكلاود)|icloud.com apple.com mzstatic.com cdn-apple.com icloud-content.com aaplimg.com apple-cloudkit.com|apple gcp aws akamai|apple
microsoft|Microsoft|مايكروسوفت|microsoft.com msn.com|microsoft akamai|microsoft
health!
nhs|NHS (United Kingdom)||nhs.uk|azure
mychart|MyChart||mychart.org mychart.com
healthcare-gov|HealthCare.gov||healthcare.gov|aws
webmd|WebMD||webmd.com
altibbi|Altibbi|الطبي|altibbi.com|aws
sehhaty|Sehhaty (Saudi Arabia)|صحتي|sehhaty.sa
vezeeta|Vezeeta|فيزيتا|vezeeta.com|aws
faith!
islamweb|IslamWeb|إسلام ويب|islamweb.net
quran-com|Quran.com|القرآن الكريم|quran.com
nusuk|Nusuk (Hajj and Umrah)|نسك|nusuk.sa
dating!
tinder|Tinder|تيندر|tinder.com|aws
bumble|Bumble|بامبل|bumble.com
grindr|Grindr||grindr.com|aws
politics!
actblue|ActBlue||actblue.com
winred|WinRed||winred.com
change-org|Change.org||change.org|aws cloudflare
`;
