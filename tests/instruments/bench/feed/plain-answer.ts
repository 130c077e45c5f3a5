import http from "node:http";

/** An answer as it came over the connection: the body still compressed, and the bytes of its status line and headers. */
export type PlainAnswer = { status: number; encoding: string; bytes: number; headerBytes: number; body: Buffer; headers: string[] };

/** Asks as a browser does; `fetch` would unpack the answer. */
export function askPlainly(url: string, encodings: string): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { "accept-encoding": encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const body = Buffer.concat(parts);
        const { rawHeaders, statusCode = 0, statusMessage = "" } = response;
        const lines = rawHeaders.filter((_, index) => index % 2 === 0).map((name, index) => `${name}: ${rawHeaders[2 * index + 1]}`);
        const headerBytes = Buffer.byteLength(`HTTP/1.1 ${statusCode} ${statusMessage}\r\n${lines.join("\r\n")}\r\n\r\n`);
        const encoding = response.headers["content-encoding"] ?? "not compressed";
        resolve({ status: statusCode, encoding, bytes: body.length, headerBytes, body, headers: rawHeaders });
      });
    });
    request.on("error", reject);
  });
}
