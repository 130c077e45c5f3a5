/** The keys of our own pieces of advice in `locales/`. */
export type AdviceKey = `advice.${
  | `offline.${"aeroplane" | "wifi" | "router"}`
  | `noInternet.${"neighbours" | "router" | "mobile"}`
  | `dns.${"network" | "vpn" | "router"}`
  | `portal.${"signIn" | "toggle"}`
  | `proxy.${"off" | "address" | "company"}`
  | `clock.${"automatic" | "reload"}`
  | `interception.${"list" | "company" | "antivirus" | "stranger"}`
  | `blocked.${"pause" | "policy" | "filter"}`
  | `network.${"router" | "tell"}`
  | `route.${"mobile" | "vpn"}`
  | `refuses.${"signIn" | "wait" | "challenge"}`
  | `onlyHere.${"vpn" | "account" | "mobile"}`
  | `certificate.${"doNotBypass"}`
  | `name.${"spelling" | "bookmark"}`
  | `unclear.${"again" | "compare"}`
  | `outage.${"wait" | "session" | "payment" | "text"}`
  | "cookies"
  | "cut"
  | "privateWindow"}`;
