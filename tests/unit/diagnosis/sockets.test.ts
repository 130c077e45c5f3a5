import { describe, expect, test } from "vitest";
import { Scene } from "./scene.ts";

describe.each(["chromium", "firefox"] as const)("the WebSocket of a page, in %s", (browser) => {
  const open = () => new Scene({ browser }).others(4).page("chat.com").wait(2);

  test("that cannot be opened, again and again, is the trouble of its site", () => {
    const scene = open().socket("chat.com").wait(30).others(1);
    for (let time = 0; time < 3; time++) scene.wait(5).socketFails("chat.com").others(1);
    expect(scene.says({ tabId: 1 })).toBe("site unreachable chat.com");
  });

  test("that fails once is nothing: pages open it again by themselves", () => {
    const scene = open().socket("chat.com").wait(30).socketFails("chat.com").others(1);
    expect(scene.says({ tabId: 1 })).toBe("clear");
    expect(scene.wait(2).socket("chat.com").wait(20).others(1).says()).toBe("clear");
  });

  test("that opens and falls again and again is the trouble of its site", () => {
    const scene = open();
    for (let time = 0; time < 6; time++) scene.socket("chat.com").wait(5).others(1, 1);
    expect(scene.says({ tabId: 1 })).toBe("site unreachable chat.com");
  });

  test("that was opened several times at once is several of them, not one that fell", () => {
    const scene = open();
    for (let one = 0; one < 6; one++) scene.socket("chat.com").wait(0.1);
    expect(scene.others(2).says({ tabId: 1 })).toBe("clear");
  });

  test("that is opened anew with each page is not one that fell", () => {
    const scene = open();
    for (let time = 0; time < 6; time++) scene.wait(6).page("chat.com").wait(0.5).socket("chat.com");
    expect(scene.others(2).says({ tabId: 1 })).toBe("clear");
  });

  test("of another site is no trouble of this one", () => {
    const scene = open();
    for (let time = 0; time < 4; time++) scene.wait(5).socketFails("widget.net").others(1);
    expect(scene.says()).toBe("clear");
  });
});
