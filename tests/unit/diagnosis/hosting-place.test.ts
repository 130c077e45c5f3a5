import { describe, expect, test } from "vitest";
import { Scene } from "./scene.ts";

describe("the place that hosts a site", () => {
  test("is read from the address of this response before anything learned", () => {
    const scene = new Scene({ learned: { "www.moved.com": "aws/us-east-1" } }).page("moved.com", 200, { on: "fastly" });
    expect(scene.world.sites["moved.com"]?.hosts["www.moved.com"]?.on).toBe("fastly");
  });

  test("is what was learned, else what the name spells", () => {
    const scene = new Scene({ learned: { "www.known.com": "akamai" } }).pageFails("known.com", "timeout");
    expect(scene.world.sites["known.com"]?.hosts["www.known.com"]?.on).toBe("akamai");
    const host = "files.s3.us-west-2.amazonaws.com";
    scene.pageFails("unused", "timeout", { host });
    const named = Object.values(scene.world.sites).find((site) => site.hosts[host] !== undefined);
    expect(named?.hosts[host]?.on).toBe("aws/us-west-2");
  });

  test("is dropped for all hosts of an address that turns out to serve unrelated owners", () => {
    const scene = new Scene();
    const ip = "198.18.1.77";
    const answer = (host: string) =>
      scene.wait(2).tell({ event: "completed", tabId: 1, url: `https://${host}/`, type: "main_frame", status: 200, ip });
    answer("one.com");
    expect(scene.world.sites["one.com"]?.hosts["one.com"]?.on).toBe("aws/us-east-1");
    answer("two.com");
    answer("three.com");
    for (const site of ["one.com", "two.com", "three.com"]) expect(scene.world.sites[site]?.hosts[site]?.on, site).toBeNull();
  });

  test("is kept for the edge of a CDN, which serves many owners", () => {
    const scene = new Scene().others(8);
    for (const host of ["one.com", "two.com", "three.com", "four.com"])
      scene.wait(2).tell({ event: "completed", tabId: 1, url: `https://${host}/`, type: "main_frame", status: 200, ip: "198.18.7.7" });
    expect(scene.world.sites["one.com"]?.hosts["one.com"]?.on).toBe("fastly");
  });

  test("is never blamed when every site comes from one and the same edge: that is a proxy", () => {
    const scene = new Scene();
    const answer = (host: string, status = 200) =>
      scene.wait(2).tell({ event: "completed", tabId: 1, url: `https://${host}/`, type: "main_frame", status, ip: "198.18.7.7" });
    for (let site = 0; site < 7; site++) answer(`ok${site}.com`);
    for (let round = 0; round < 2; round++) for (let site = 0; site < 4; site++) answer(`fails${site}.com`, 502);
    for (let site = 0; site < 3; site++) answer(`ok${site}.com`);
    expect(scene.ask().scope).not.toBe("provider");
  });

  test("is never learned from an answer that came through a proxy", () => {
    const scene = new Scene({ browser: "firefox" });
    const url = "https://www.shop.com/";
    scene.tell({ event: "completed", tabId: 1, url, type: "main_frame", status: 200, ip: "198.18.1.7", proxied: true });
    expect(scene.world.sites["shop.com"]?.hosts["www.shop.com"]).toMatchObject({ on: null, ip: null });
  });
});

test("a call host in a second region that fails with its page does not make a region's outage the whole provider's", () => {
  const scene = new Scene().others(4);
  const sites = ["one.com", "two.com", "three.com"];
  for (const [index, site] of sites.entries()) scene.wait(1).page(site, 200, { tab: index + 1, on: "aws/us-east-1" });
  for (let round = 0; round < 2; round++) {
    for (const [index, site] of sites.entries()) scene.wait(3).page(site, 503, { tab: index + 1 });
    scene.wait(0.3).call("three.com", 503, { tab: 3, on: "aws/eu-west-1" }).others(1);
  }
  expect(scene.says()).toBe("provider correlated aws/us-east-1");
});
