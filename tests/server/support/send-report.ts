import { request } from "node:http";
import { bucketStart, bucketText } from "../../../utils/core/reports/report.ts";

export type Answer = { status: number | undefined; body: string };

/**
 * Sends one report from one address; loopback has enough of them to be many networks.
 * @param now the sender's clock, milliseconds of the epoch
 */
export function sendReport(url: string, address: string, service = "netflix", on: string | null = null, now = Date.now()): Promise<Answer> {
  const report = JSON.stringify({ v: 1, service, on, failure: "http.error", bucket: bucketText(bucketStart(now)) });
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/v2/reports`, { method: "POST", localAddress: address }, (reply) => {
      let body = "";
      reply.setEncoding("utf8").on("data", (text: string) => {
        body += text;
      });
      reply.on("end", () => resolve({ status: reply.statusCode, body }));
    });
    sending.on("error", reject).end(report);
  });
}
