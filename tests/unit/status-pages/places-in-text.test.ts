import { describe, expect, test } from "vitest";
import { placesIn } from "../../../utils/core/status-pages/parsing/places-in-text.ts";

describe("the places that a title or the name of a component names", () => {
  test.each([
    ["Network Issues in Russia", ["RU"], []],
    ["Frankfurt, Germany", ["DE"], []],
    ["Issues in Germany and France", ["DE", "FR"], []],
    ["Störung in Österreich", ["AT"], []],
    ["Problemas en España", ["ES"], []],
    ["日本でのログイン障害", ["JP"], []],
    ["SMS delays to UAE", ["AE"], []],
    ["Russian operators cannot reach us", ["RU"], []],
    ["Errors in the US", ["US"], []],
    ["Northern Ireland", ["GB"], []],
    ["API (US)", [], ["us"]],
    ["EU-West", [], ["eu-west"]],
    ["US East 2", [], ["us-east-2"]],
    ["Errors in us-east-1a", [], ["us-east-1"]],
    ["europe-west4 is slow", [], ["europe-west4"]],
    ["Asia Pacific", [], ["asia-pacific"]],
    ["Latency in América Latina", [], ["latin-america"]],
  ])("%s", (text, areas, regions) => expect(placesIn(text)).toEqual({ areas, regions }));

  test.each([
    "Global outage, first seen in Germany",
    "Errors outside of China",
    "New Mexico",
    "Chat with Jordan is slow",
    "Please contact us in east wing",
    "All regions except Europe",
    "Webhooks",
  ])("none in: %s", (text) => expect(placesIn(text)).toEqual({ areas: [], regions: [] }));
});
