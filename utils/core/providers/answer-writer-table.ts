/**
 * Headers that say who wrote an answer. A line reads `word statuses header`, or `word statuses header pattern` where only some values
 * say it; `statuses` is a pattern too, `.` any digit. The first line that matches decides; `-` ends the search with "not known".
 *
 *   challenge   a check of the visitor, which the site or its edge put in front
 *   edge        the CDN failed or refused by itself
 *   platform    the platform says that it failed by itself
 *   origin      what stands behind the edge: passed on by it, or accused by it
 *
 * Any server can send any of them, so a word accuses a provider only where something else says that the answer is the provider's.
 *
 * How to add a line: above the lines of its vendor that say less, with a comment that names the source; an example in
 * `tests/unit/providers/answer-writer.test.ts`. Sources, read on 2026-11-30, are the vendors' documents unless a comment says "captured":
 * then answers that people published.
 */
export const ANSWER_WRITERS: readonly string[] = [
  // Cloudflare: "Detect a Challenge Page response". Its only value, on every kind of challenge page, with 403, 429 and 503.
  "challenge ... cf-mitigated ^challenge$",
  // AWS WAF: "CAPTCHA and Challenge action behavior". A challenge has status 202, a CAPTCHA 405.
  "challenge ... x-amzn-waf-action ^(?:challenge|captcha)$",
  // Vercel's firewall, captured with 403 and 429. `deny` is a refusal and no check.
  "challenge ... x-vercel-mitigated ^challenge$",
  // DataDome, captured with 403. `x-datadome: protected` is no sign: it is on pages that were let through, too.
  "challenge 4.. server ^DataDome$",
  "challenge 403 x-dd-b",
  // Akamai's challenge has a status of its own, captured: 428 with `sec-cp-challenge` in the body.
  "challenge 428 server ^AkamaiGHost$",

  // Vercel: "Error codes". DEPLOYMENT_, DNS_, FUNCTION_, MIDDLEWARE_, ROUTER_ and the like are the customer's.
  "platform ... x-vercel-error ^INTERNAL_",
  "origin ... x-vercel-error",
  // Services of AWS, by the names of their common errors. API Gateway's names, which end in `ServerErrorException` and
  // `UnavailableException`, are missing on purpose: it says them of a customer's function that crashed, too (captured).
  "platform 5.. x-amzn-errortype ^(?:InternalFailure(?:Exception)?|InternalServerError|InternalServerException|InternalServiceE(?:rror|xception)|ServiceException|ServiceUnavailable)(?:$|:)",

  // RFC 9209: an intermediary names its own errors, or those of what it asked.
  "edge 5.. proxy-status error=proxy_(?:internal|configuration)",
  "origin 5.. proxy-status (?:error|received-status)=",

  // Cloudflare: "Cloudflare error diagnostic headers": only its own error pages have it. 1101 and 1102 are the customer's Worker, 502, 504
  // and 52x the origin ("Structured error responses"), the other numbers here a name or tunnel of the origin.
  "origin ... cf-error-type ^(?:100[01]|101[68]|1033|11\\d\\d|50[24]|52\\d|530)$",
  "edge ... cf-error-type",
  // Cloudflare: "Cloudflare cache responses": what it did with an answer of the origin. Its own error pages have none, as operators report.
  "origin ... cf-cache-status",
  // Azure Front Door: the origin's own `cache-control` forbade to keep the answer. The other words of `x-cache` can stand on an error
  // page of its own.
  "origin ... x-cache ^PRIVATE_NOSTORE$",
  // Heroku: "Error codes". The router answers 503 for an application that crashed, hangs or is missing (H10 to H99); it adds `via` to
  // its own answers and to those that it passes on.
  "origin ... via \\b(?:vegur|heroku-router)\\b",
  // Railway and Render, captured: their routers name a service that does not run.
  "origin ... x-railway-fallback",
  "origin ... x-render-routing",
  // Google's load balancers add it to answers of a backend only.
  "origin ... via ^1\\.1 google$",
  // The program of the site spoke. Recorded: nginx, HAProxy, Varnish, Apache, Caddy and lighttpd pass such headers on, and their own error
  // pages have none (`tests/unit/providers/recorded-answers.json`).
  "origin ... x-powered-by",
  "origin ... x-aspnet-version",
  "origin ... x-runtime",
  "origin ... x-generator",
  "origin ... x-drupal-cache",
  "origin ... x-varnish",
  "origin ... x-envoy-upstream-service-time",
  "origin ... x-amz-request-id",
  "origin ... x-amz-apigw-id",
  "origin ... apigw-requestid",

  // Vercel names its own errors (above), so the customer's function spoke.
  "origin ... x-vercel-id",

  // Cloudflare, where neither header above is there: "Error 502 or 504" is the origin's, "Error 500" and "Error 503" with its name in the
  // page its own. A customer's Worker that answers 500 by itself cannot be told apart.
  "origin 502|504 cf-ray",
  "edge ... cf-ray",

  // CloudFront: "Troubleshooting error responses from your origin": it writes 502 and 504 where the origin fails, 503 mostly. Its own
  // pages have its name as the server (captured). `x-cache: Error from cloudfront` is on errors that it passes on, too.
  "origin 502|504 server ^CloudFront$",
  "- 5.. server ^CloudFront$",
  "edge 4.. server ^CloudFront$",
  "origin ... x-amz-cf-id",

  // Fastly: "Fastly-generated errors": a 503, which says to retry at once (captured). Most of them are about the origin; those of
  // 8 June 2021 were not.
  "edge 503 retry-after ^0$",
  "origin ... x-served-by ^cache-",

  // Akamai writes its name as the server on its own pages only (captured). 502 and 504 accuse the inbound server (RFC 9110, 15.6).
  "origin 502|504 server ^AkamaiGHost$",
  "edge ... server ^AkamaiGHost$",
  "origin ... akamai-grn",
  "origin ... x-akamai-transformed",
];
