/**
 * The ids of the sources in `source-table.ts`, without the table: the background needs to know which status pages a feed reads, and would
 * have to parse all addresses for that. A test keeps both equal. Of the sources that the extension does not contain a feed says nothing
 * while they report nothing.
 */
export const SOURCE_IDS: ReadonlySet<string> = new Set(
  `
  aws aws-rss gcp azure oracle ibm-cloud hetzner xai-grok deepseek zoho digitalocean linode cloudflare akamai bunny vercel netlify
  render flyio supabase mongodb-atlas shopify squarespace github bitbucket atlassian datadog notion dropbox auth0 twilio linkedin
  reddit discord zoom twitch spotify fortnite coinbase robinhood kraken cash-app square wise monzo doordash canvas-lms wikipedia
  anthropic plaid ovhcloud ovhcloud-web ovhcloud-network scaleway snowflake elastic-cloud confluent trello npm pypi rubygems
  circleci travis-ci sentry newrelic grafana splunk figma canva asana monday box wetransfer 1password lastpass bitwarden proton
  sendgrid mailgun hubspot docusign grammarly pinterest medium substack patreon vimeo geforce-now unity gemini-exchange etsy
  godaddy khan-academy coursera udemy stack-overflow airtable wix webflow blackboard edx quizlet gov-uk login-gov chess-com
  smartthings replit heroku neon gitlab docker letsencrypt roblox planetscale openai clerk meta google-workspace google-search
  google-play firebase azure-devops apple-services apple-developer slack salesforce pagerduty playstation-americas
  playstation-europe playstation-japan stripe paypal paypal-components redis-cloud clickup huggingface mastodon-social perplexity
  ring replicate hashicorp linear miro zapier intercom elevenlabs microsoft365
`
    .trim()
    .split(/\s+/),
);
