import { describe, expect, test } from "vitest";
import { findAdvice } from "../../../utils/core/status-pages/parsing/find-advice.ts";

describe("advice", () => {
  const adviceIn = (sentence: string, forOperators = false) => findAdvice([[sentence]], forOperators);

  test("is what a vendor advises, for users or for operators", () => {
    expect(adviceIn("Please reload the page.")).toEqual([{ for: "user", text: "Please reload the page." }]);
    expect(adviceIn("We recommend failing away from the affected Availability Zone.")).toMatchObject([{ for: "operator" }]);
  });

  test("is not a courtesy or a promise", () => {
    for (const sentence of [
      "Thank you for your patience while we recommend nothing.",
      "Workaround: None at this time.",
      "If you need help, we suggest you contact AWS Support.",
      "We will provide an update as soon as we can.",
      "Users can now use the feature again.",
    ]) {
      expect(adviceIn(sentence)).toEqual([]);
    }
  });

  test.each([
    "Please try again at https://github-login.example/verify.",
    "Please use github-login.example until we are back.",
    "Please use GITHUB-LOGIN。EXAMPLE until we are back.",
    "Please use github-login dot com until we are back.",
    "Please use github-login[.]example until we are back.",
    "Please use www github-login until we are back.",
    "Please try our mirror at 203.0.113.7.",
    "Please try our mirror at [2001:db8::7].",
    "Please use the address help@github-login.example.",
    "Please use acme·example until we are back.",
    "Please use acme .com until we are back.",
    "Please try @github_help on social media.",
    "Please use our line +1 (555) 010-0199.",
    "Please try ０８００ ０１０ ０１９９.",
  ])("holds no address and no telephone number: %s", (sentence) => {
    expect(adviceIn(sentence)).toEqual([]);
  });

  test.each([
    "To keep your account, please sign in within the hour.",
    "Please sign yourself back in.",
    "Please log out and log back in.",
    "Please use the login page.",
    "Please sign\u2011in again.",
    "Please try to re-authenticate.",
    "Please try to verify that it is you.",
    "Please update your password.",
    "Please use your passcode.",
    "Please try the one-time code again.",
    "Please use the 6-digit code.",
    "Please use your PIN.",
    "Please try to enter your seed phrase.",
    "Please use the QR code.",
    "Please retry the payment.",
    "Please try to pay with another card.",
    "Please try the bank transfer.",
    "Please use gift cards.",
    "Please try to call us.",
    "Please use the phone.",
    "Please try your раssword again.",
    "Please try your p\u0251ssword again.",
    "Please try your passw\u1d0frd again.",
    "Please try to s\u0131gn \u0131n again.",
    "Please use the \u0142ogin page.",
    "Please use your pass-word again.",
    "Please try to sign_in again.",
    "Please try: inicie sesión con su contraseña.",
    "Please use sua senha.",
    "Please try votre mot de passe.",
    "Please use Ihr Passwort.",
    "Please try パスワードを入力してください.",
  ])("asks nobody to sign in, verify, pay, call or tell a secret: %s", (sentence) => {
    expect(adviceIn(sentence)).toEqual([]);
  });

  test.each([
    "We recommend that customers retry these API calls.",
    "Please retry the API call after a minute.",
    "Please clear your cache and reload the page.",
    "Customers can retry failed requests in another region.",
    "We recommend using version 2.14 until 2026-12-01 10:30 UTC.",
    "Please try Größe, façade, Łódź and Malmø instead.",
    "We suggest to flush your DNS Resolver cache, e.g. by a restart.",
  ])("may say anything else: %s", (sentence) => {
    expect(adviceIn(sentence)).toMatchObject([{ text: sentence }]);
  });

  test("is at most three sentences, each once", () => {
    const posts = ["one", "two", "two", "three", "four"].map((word) => [`We recommend that you restart number ${word}.`]);
    expect(findAdvice(posts, false).map(({ text }) => text.slice(37))).toEqual(["one.", "two.", "three."]);
  });
});
