/**
 * Sources that only the server reads, beside those of `further-services-table.ts` in `utils/core/providers`: further pages of a service or
 * provider that has one already, and pages that nothing can be read from.
 *
 * `id|subject|status page|answered|second addresses|further services that the page speaks for`. Subject as in `source-table.ts`; the others as
 * in `further-services-table.ts`.
 */
export const FURTHER_SOURCES = `
jira|site:atlassian|jira-software.status.atlassian.com|2026-08|7yh3h3y0c0x1
confluence|site:atlassian|confluence.status.atlassian.com|2026-08|4g2my7tbhjsq
jira-service-management|site:atlassian|jira-service-management.status.atlassian.com|2026-03|pv54g7ltsc24
jira-product-discovery|site:atlassian|jira-product-discovery.status.atlassian.com|2026-03|qmzzdxyvmbmk
jira-work-management|site:atlassian|jira-work-management.status.atlassian.com|2026-03|s6f0gm5gcpmy
atlassian-developer|site:atlassian|developer.status.atlassian.com|2026-03|n8766lc3ybbs
atlassian-guard|site:atlassian|access.status.atlassian.com|2026-03|5qmgwsxwsz78
atlassian-support|site:atlassian|support.status.atlassian.com|2026-03|3tbw4lb9t3qp
atlassian-partners|site:atlassian|partners.status.atlassian.com|2026-03|tfc0vzc0cq1n
compass|site:atlassian|compass.status.atlassian.com|2026-03|6b7xgjptl20c
intercom-eu|site:intercom|www.intercomstatus.com/eu-hosting incident-io|2026-03
intercom-au|site:intercom|www.intercomstatus.com/au-hosting incident-io|2026-03
intercom-us|site:intercom|www.intercomstatus.com/us-hosting incident-io|2026-03
sendbird-virginia-2|site:sendbird|status-nvirginia2.sendbird.com|2026-03|nwc3tc3ghc55
sendbird-canada|site:sendbird|status-canada.sendbird.com|2026-03|xnlfmklffhwg
sendbird-frankfurt|site:sendbird|status-frankfurt.sendbird.com|2026-03|qt3xhnxvn2sw
sendbird-mumbai|site:sendbird|status-mumbai.sendbird.com|2026-03|sng1ltdy77pf
sendbird-seoul|site:sendbird|status-seoul.sendbird.com|2026-03|6r983tc47nw4
sendbird-singapore|site:sendbird|status-singapore.sendbird.com
sendbird-singapore-2|site:sendbird|status-singapore2.sendbird.com|2026-03|2knm7ggfmh3s
sendbird-sydney|site:sendbird|status-sydney.sendbird.com|2026-03|dy9hbf5scsg1
sendbird-tokyo|site:sendbird|status-tokyo.sendbird.com|2026-03|rfx6f11vcjtc
onelogin-eu|site:onelogin|status.eu.onelogin.com status-io api.status.io/1.0/status/54da2ea0e6bd61bf0d00002b|2026-03
linkedin-api|site:linkedin|www.linkedin-apistatus.com|2026-08
quickbooks-developer|site:quickbooks|status.developer.intuit.com|2026-08
splunk-cloud|site:splunk|status.splunkcloud.com|2026-08
akamai-edge-dns|akamai|edgedns.status.akamai.com
google-maps-platform|google site:google-maps|status.cloud.google.com/maps-platform google-cloud status.cloud.google.com/maps-platform/incidents.json|2026-08
powerbi|microsoft site:power-platform|status.cloud.microsoft/ppac link
railway|railway|status.railway.com link
fastly|fastly|www.fastlystatus.com link
alibaba-cloud|alibaba|status.alibabacloud.com link
tencent-cloud|tencent|status.cloud.tencent.com link
vultr|vultr|status.vultr.com link
mistral|site:mistral|status.mistral.ai link
midjourney|site:midjourney|status.midjourney.com link
nuget|site:nuget|status.nuget.org link
packagist|site:packagist|status.packagist.org link
okta|site:okta|status.okta.com link
zendesk|site:zendesk|status.zendesk.com link
workday|site:workday|status.workday.com link
adobe|site:adobe|status.adobe.com link
xbox|site:xbox|support.xbox.com/xbox-live-status link
webex|site:webex|status.webex.com link
signal|site:signal|status.signal.org link
bluesky|site:bluesky|status.bsky.app link
x|site:x|docs.x.com/status link
netflix|site:netflix|help.netflix.com/en/is-netflix-down link
soundcloud|site:soundcloud|status.soundcloud.com link
nintendo|site:nintendo|www.nintendo.co.jp/netinfo/en_US/index.html link
riot|site:riot|status.riotgames.com link
duckduckgo|site:duckduckgo|updates.duckduckgo.com link
salla|site:salla|status.salla.com link
zid|site:zid|status.zid.sa link
etoro|site:etoro|status.etoro.com link
tradingview|site:tradingview|status.tradingview.com link
amazon-seller|site:amazon-seller|sellercentral.amazon.com/sp-api-status link
revolut|site:revolut|www.revolut.com/system-status link
klarna|site:klarna|status.klarna.com link
wordpress-com|site:wordpress-com|automatticstatus.com link|||tumblr wordpress-org
namecheap|site:namecheap|www.namecheap.com/status-updates link
openstreetmap|site:openstreetmap|uptime.openstreetmap.org link
`;
