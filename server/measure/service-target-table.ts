/**
 * How the services of the catalogue are asked, where it is not `https://www.DOMAIN/` by the first domain of the catalogue.
 *
 * How to add a line: `service|name and path|why`. Only names and paths that the service documents for everybody, without a key.
 */
export const SERVICE_TARGETS = `
npm|registry.npmjs.org/-/ping|the registry's own ping
pypi|pypi.org/simple/pip/|what installers read
rubygems|rubygems.org/api/v1/versions/rake/latest.json|what installers read
nuget|api.nuget.org/v3/index.json|what installers read
packagist|repo.packagist.org/packages.json|what installers read
docker|hub.docker.com/|the registry's page
slack|slack.com/api/api.test|the API's own test
discord|discord.com/api/v10/gateway|public part of the API
stripe|api.stripe.com/healthcheck|the API's own health check
coinbase|api.coinbase.com/v2/time|public clock of the API
binance|api.binance.com/api/v3/ping|the API's own ping
kraken|api.kraken.com/0/public/Time|public clock of the API
bybit|api.bybit.com/v5/market/time|public clock of the API
twilio|api.twilio.com/2010-04-01|public part of the API
letsencrypt|acme-v02.api.letsencrypt.org/directory|what certificates are ordered with
steam|store.steampowered.com/|the store
wikipedia|en.wikipedia.org/wiki/Special:BlankPage|a page that is written anew for everybody
okta|login.okta.com/|log-in page`;

/** Services whose front page is at the domain itself: with `www.` they would only redirect, which costs them a second request. */
export const WITHOUT_WWW = new Set(
  (
    "github gitlab bitbucket x discord linear figma notion vercel supabase railway render flyio neon planetscale bunny openai anthropic " +
    "huggingface deepseek replicate elevenlabs perplexity mistral xai-grok bluesky mastodon-social archive-org duckduckgo signal whatsapp telegram " +
    "stack-overflow proton bitwarden clerk circleci gov-uk login-gov u-ae tod wise"
  ).split(" "),
);
