/**
 * 7 December 2021, all times UTC. From AWS's own report (aws.amazon.com/message/12721), the posts of its status page as kept in
 * its old data file, ThousandEyes' analysis of the day, and the figures of the press (Digital Commerce 360, 9 December 2021).
 */
function at(clock: string, day = 7): number {
  return Date.parse(`2021-12-0${day}T${clock}:00Z`);
}

export const DAY = {
  /** An ordinary morning. */
  begins: at("15:06"),
  /** An automated change of capacity sets off a storm of connections inside AWS's network. */
  impact: at("15:30"),
  /** AWS's first announcement, 52 minutes later. */
  firstAnnouncement: at("16:22"),
  /** Amazon's pages mostly load again, but calls to AWS now hang more than they fail. */
  callsHang: at("16:50"),
  /** By now DynamoDB and EC2 have posts of their own. */
  allNamed: at("16:58"),
  /** The height of the reports: more than 20,000 for Amazon and 11,000 for AWS. */
  peak: at("17:10"),
  /** Amazon's reports down by two thirds, AWS's by half; the cause goes on. */
  reportsDown: at("18:45"),
  /** The network's congestion is much better, and an hour later its devices are all well: the first wave. */
  firstWave: at("21:34"),
  firstWaveDone: at("22:22"),
  /** Tokens and the API gateway come back: the second wave. */
  secondWave: at("00:28", 8),
  secondWaveDone: at("00:37", 8),
  /** AWS has marked the last of the posts below as resolved. */
  ends: at("01:30", 8),
};

/** What AWS posted, service by service, in short. `over` is when it marked the post as resolved. */
export type Post = { service: string; name: string; region: string; summary: string; log: { at: number; text: string }[]; over: number };

export const POSTS: Post[] = [
  {
    service: "management-console",
    name: "AWS Management Console",
    region: "",
    summary: "Increased Error Rates",
    log: [
      { at: at("16:22"), text: "Looking into increased error rates for the AWS Management Console." },
      {
        at: at("16:26"),
        text: "API and console trouble in the US-EAST-1 Region; the root cause is known and recovery is being worked on. The global console page suffers too: for another Region use its own console, such as https://us-west-2.console.aws.amazon.com/.",
      },
      { at: at("00:25", 8), text: "Error rates and latencies of the console are improving." },
      { at: at("01:14", 8), text: "Resolved: the service operates normally again." },
    ],
    over: at("01:14", 8),
  },
  {
    service: "ec2",
    name: "Amazon Elastic Compute Cloud (N. Virginia)",
    region: "us-east-1",
    summary: "Increased API Error Rates",
    log: [
      { at: at("16:49"), text: "Elevated error rates for EC2 APIs in the US-EAST-1 Region; the root cause is known." },
      { at: at("23:31"), text: "Resolved: the service operates normally again." },
    ],
    over: at("23:31"),
  },
  {
    service: "dynamodb",
    name: "Amazon DynamoDB (N. Virginia)",
    region: "us-east-1",
    summary: "Increased API Error Rates",
    log: [
      { at: at("16:57"), text: "Looking into increased error rates of DynamoDB control plane APIs in the US-EAST-1 Region." },
      { at: at("23:40"), text: "Resolved; reading and writing data was not affected." },
    ],
    over: at("23:40"),
  },
  {
    service: "apigateway",
    name: "Amazon API Gateway (N. Virginia)",
    region: "us-east-1",
    summary: "Elevated Errors and Latencies",
    log: [
      { at: at("23:23"), text: "Error rates and latencies of invocations stay high in the US-EAST-1 Region." },
      { at: at("00:41", 8), text: "Error rates and latencies of invocations are improving." },
      { at: at("01:23", 8), text: "Resolved: the service operates normally again." },
    ],
    over: at("01:23", 8),
  },
];

/** Reports a quarter of an hour at Downdetector's height and when they had fallen; between them a straight line. */
export const CROWD: { [service: string]: { at: number; reports: number }[] } = {
  amazon: [
    { at: at("15:28"), reports: 0 },
    { at: at("16:00"), reports: 13_000 },
    { at: at("17:10"), reports: 20_000 },
    { at: at("18:45"), reports: 6_700 },
    { at: at("22:22"), reports: 1_800 },
    { at: at("00:44", 8), reports: 0 },
  ],
  aws: [
    { at: at("15:28"), reports: 0 },
    { at: at("16:00"), reports: 7_150 },
    { at: at("17:10"), reports: 11_000 },
    { at: at("18:45"), reports: 5_500 },
    { at: at("22:22"), reports: 1_300 },
    { at: at("00:44", 8), reports: 0 },
  ],
};
