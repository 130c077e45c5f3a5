/**
 * What is known of the sources in `source-table.ts`. Only the server and commands need it.
 *
 * `id|answered|second addresses|further services that the page speaks for`.
 *
 * Answered: the last month in which a dated public note, or a saved payload in `tests/`, shows that the address answered in this format.
 * Second addresses: asked where the first is blocked, has moved or is not understood. Twelve letters and digits are the id that Atlassian gave
 * the page, which answers at `<id>.statuspage.io`; `format:address` is anything else, without `https://`.
 */
export const SOURCE_EVIDENCE = `
aws|2026-08
aws-rss|2026-08
gcp|2026-08
azure|2026-08|azure-rss:azure.status.microsoft/en-us/status/feed/
oracle|2026-08|rss:ocistatus.oraclecloud.com/api/v2/incident-summary.rss
hetzner|2026-08
xai-grok|2026-09
deepseek|2026-09
zoho|2026-08
digitalocean|2026-08|w4cz49tckxhp
linode|2026-08|8dn0wstr1chc
cloudflare|2026-08|yh6f0r4529hb
akamai|2026-07|statuspage:status.akamai.com/api/v2/summary.json
bunny|2026-03|jggkjgplmcdc
vercel|2026-08|lvglq8h0mdyh
netlify|2026-08|83dz7syz0j3x
render|2026-08
flyio|2026-08|65rccr4mbblw
supabase|2026-08|statuspage-atom:status.supabase.com/history.atom
mongodb-atlas|2026-08|smhnl3lt74kc
shopify|2026-08|statuspage:www.shopifystatus.com/api/v2/summary.json
squarespace|2026-03|1jkhm1drpysj
scaleway|2026-03|s2kbtscly3pj
github|2026-09|kctbh9vrtdwd statuspage-atom:www.githubstatus.com/history.atom
bitbucket|2026-08|bqlf8qjztdtr
atlassian|2026-08
datadog|2026-08|1k6wzpspjf99
notion|2026-09|kgl53swp0yg1
auth0|2026-07|8q60stg1rk7l
twilio|2026-08|gpkpyklzq55q
reddit|2026-09|2kbc0d48tv3j
discord|2026-08|srhpyqt94yxb
zoom|2026-08|14qjgk812kgk
twitch|2026-08|yfj40zdsk34s statuspage:status.twitch.tv/api/v2/summary.json
spotify|2026-08
fortnite|2026-09
coinbase|2026-09|kr0djjh0jyy9
robinhood|2026-09|49plxygx5s1k
wise|2026-08
square|2026-08|statuspage:issquareup.com/api/v2/summary.json
canva|2026-09
hubspot|2026-08|8b9w1wwq3g7d
docusign|2026-08
figma|2026-08|rxpksf93ynw6
asana|2026-08|w58858w0sjxx
monday|2026-08
box|2026-08|208q92hckwws
dropbox|2026-08|t34htyd6jblf
wetransfer|2026-03|sc26zwwp3c0r
1password|2026-03|z5s8xghvb0vf statuspage:status.1password.com/api/v2/summary.json
lastpass|2026-03|ytnz8gj3wjpg
proton|2026-03|wy8ls9q1ttmm
snowflake|2026-08|94s7z8vpy1n8 statuspage-atom:status.snowflake.com/history.atom
trello|2026-08|h5frqhb041yq
npm|2026-08|wyvgptkd90hm
pypi|2026-08|2p66nmmycsj3
rubygems|2026-03|pclby00q90vc
circleci|2026-08|6w4r0ttlx5ft
pinterest|2026-08
medium|2026-03|q9n7m9kv0533
vimeo|2026-08|sccqh0pnqrh8
geforce-now|2026-09
airtable|2026-08
wix|2026-08
webflow|2026-08
anthropic|2026-09|statuspage:status.claude.com/api/v2/summary.json tymt9n04zgry
heroku|2026-08
neon|2026-07
gitlab|2026-08
docker|2026-03
letsencrypt|2026-03
roblox|2026-09
planetscale|2026-08
openai|2026-09
linear|2026-09
replicate|2026-09
clerk|2026-09
elevenlabs|2026-09
meta|2026-09||facebook instagram threads whatsapp
google-workspace|2026-09||gmail google-drive google-meet google-calendar google-classroom google-docs google-chat
azure-devops|2026-08
microsoft365|2026-09||outlook teams onedrive copilot
apple-services|2026-09||apple-tv apple-music apple-store
slack|2026-09|rss:slack-status.com/feed/atom
salesforce|2026-09
pagerduty|2026-08
playstation-americas|2026-09
playstation-europe|2026-09
playstation-japan||playstation:status.playstation.com/data/statuses/region/SCEJ.json
stripe|2026-08
paypal|2026-08|rss:www.paypal-status.com/feed/atom|venmo
huggingface|2026-09
mastodon-social|2026-03
perplexity|2026-07
ring|2026-08
`;
