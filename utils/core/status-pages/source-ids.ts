/**
 * The ids of all sources in `source-table.ts`, without the table: the background needs to know which status pages a feed reads, and
 * would have to parse 20 kB of addresses for that. A test keeps both equal.
 */
export const SOURCE_IDS: ReadonlySet<string> = new Set(
  `
  aws aws-rss gcp azure oracle ibm-cloud digitalocean linode hetzner ovhcloud ovhcloud-web ovhcloud-network scaleway cloudflare
  akamai bunny heroku vercel netlify render flyio railway supabase neon planetscale mongodb-atlas shopify squarespace meta
  google-workspace github google-search google-play firebase azure-devops microsoft365 microsoft365-consumer apple-services
  apple-developer slack salesforce pagerduty playstation-americas playstation-europe playstation-japan stripe paypal
  paypal-components redis-cloud gitlab docker letsencrypt clickup roblox huggingface mastodon-social ring xai-grok openai anthropic
  replicate hashicorp linear miro zapier clerk intercom elevenlabs aiven rollbar groq cohere brevo onesignal together snowflake
  elastic-cloud confluent bitbucket atlassian trello npm pypi rubygems circleci travis-ci sentry datadog newrelic grafana splunk
  figma canva notion asana monday box dropbox wetransfer 1password lastpass bitwarden proton auth0 twilio sendgrid mailgun hubspot
  docusign grammarly linkedin reddit discord zoom pinterest twitch medium substack patreon vimeo spotify fortnite geforce-now unity
  coinbase robinhood kraken gemini-exchange cash-app square wise monzo etsy doordash godaddy canvas-lms khan-academy coursera udemy
  wikipedia stack-overflow cloudinary contentful imgix mapbox dnsimple gandi bigcommerce braintree chargebee recurly easypost duo
  segment mixpanel launchdarkly doppler pusher pubnub cloudamqp fivetran buildkite opsgenie pingdom atlassian-statuspage basecamp
  cursor incident-io bolt-new lovable
`
    .trim()
    .split(/\s+/),
);
