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
  anthropic ovhcloud ovhcloud-web ovhcloud-network scaleway snowflake trello npm pypi rubygems circleci figma canva asana monday
  box wetransfer 1password lastpass bitwarden proton hubspot docusign grammarly pinterest medium substack patreon vimeo
  geforce-now unity etsy godaddy khan-academy coursera udemy stack-overflow airtable wix webflow blackboard edx quizlet gov-uk
  login-gov chess-com replit heroku neon gitlab docker letsencrypt roblox planetscale openai clerk meta google-workspace
  google-search google-play firebase azure-devops apple-services slack salesforce pagerduty playstation-americas
  playstation-europe playstation-japan stripe paypal paypal-components huggingface mastodon-social perplexity ring replicate
  linear elevenlabs microsoft365
`
    .trim()
    .split(/\s+/),
);
