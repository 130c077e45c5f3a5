import { describe, expect, test } from "vitest";
import { readReportsAddress } from "../../../utils/core/reports/reports-address.ts";

const MIRRORS = ["https://feed.example", "https://pages.example/feed", "https://other.example:8443"];
const LOCAL = ["http://127.0.0.1:8080"];

describe("the address of reports", () => {
  test.each([
    ["https://feed.example/v2/reports", MIRRORS],
    ["https://pages.example/v2/reports", MIRRORS],
    ["https://pages.example/feed/v2/reports", MIRRORS],
    ["https://other.example:8443/v2/reports", MIRRORS],
    ["https://other.example/v2/reports", MIRRORS],
    ["http://127.0.0.1:8080/v2/reports", LOCAL],
    ["http://127.8.9.10:9090/v2/reports", ["https://feed.example", "http://127.8.9.10:3000"]],
    ["http://[::1]:8080/v2/reports", ["http://[::1]:8080"]],
    ["http://localhost/v2/reports", ["http://localhost:3000"]],
  ])("may be %s where the mirrors are %j", (address, mirrors) => {
    expect(readReportsAddress(address, mirrors)).toBe(address);
  });

  test.each([
    ["that anybody on the way can read", "http://feed.example/v2/reports", MIRRORS],
    ["on a host that is none of the feed's mirrors", "https://reports.elsewhere.example/v2/reports", MIRRORS],
    ["in the network around this machine", "http://192.168.1.5/v2/reports", ["http://192.168.1.5"]],
    ["on this machine, of a feed from elsewhere", "http://127.0.0.1:8080/v2/reports", MIRRORS],
    ["that only looks like this machine", "http://127.0.0.1.feed.example/v2/reports", LOCAL],
    ["with a name and a password", "https://you:secret@feed.example/v2/reports", MIRRORS],
    ["with a query, which could be one person's", "https://feed.example/v2/reports?for=ff0fd7", MIRRORS],
    ["with a path of its own, which could be one person's too", "https://feed.example/v2/reports/ff0fd7", MIRRORS],
    ["below a folder that no mirror has", "https://feed.example/ff0fd7/v2/reports", MIRRORS],
    ["below the folder of a mirror on another host", "https://feed.example/feed/v2/reports", MIRRORS],
    ["at a port that no mirror has", "https://feed.example:4711/v2/reports", MIRRORS],
    ["with a fragment", "https://feed.example/v2/reports#ff0fd7", MIRRORS],
    ["below whatever mirror", "/v2/reports", MIRRORS],
    ["of another protocol", "ftp://feed.example/v2/reports", MIRRORS],
    ["that is none", "reports", MIRRORS],
    ["that is empty", "", MIRRORS],
  ])("is not one %s", (_, address, mirrors) => {
    expect(readReportsAddress(address, mirrors)).toBeNull();
  });
});
