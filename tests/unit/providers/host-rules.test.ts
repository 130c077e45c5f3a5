import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { placementOfHost } from "../../../utils/core/providers/host-rules.ts";
import { REGION_NAMES } from "../../../utils/core/providers/region-table.ts";
import { sharedData } from "./shared-data.ts";

function spelled(host: string): string | null {
  const placement = placementOfHost(host);
  if (placement === null) return null;
  expect(placement.by).toBe("host");
  return [placement.provider, placement.region ?? "-", placement.service ?? "-"].join(" ");
}

describe("a host name of a provider", () => {
  test.each([
    // AWS, in all the orders its services put themselves and the region.
    ["dynamodb.us-east-1.amazonaws.com", "aws us-east-1 dynamodb"],
    ["streams.dynamodb.eu-west-1.amazonaws.com", "aws eu-west-1 dynamodb"],
    ["111122223333.ddb.us-east-1.amazonaws.com", "aws us-east-1 dynamodb"],
    ["dynamodb-fips.us-gov-west-1.amazonaws.com", "aws us-gov-west-1 dynamodb"],
    ["abc123.execute-api.ap-southeast-2.amazonaws.com", "aws ap-southeast-2 apigateway"],
    ["abc123.lambda-url.eu-central-1.on.aws", "aws eu-central-1 lambda"],
    ["lambda.us-west-2.api.aws", "aws us-west-2 lambda"],
    ["my-nlb-0123.elb.us-west-2.amazonaws.com", "aws us-west-2 elb"],
    ["dualstack.my-alb-0123.us-west-2.elb.amazonaws.com", "aws us-west-2 elb"],
    ["bucket.s3.eu-north-1.amazonaws.com", "aws eu-north-1 s3"],
    ["bucket.s3.dualstack.us-east-2.amazonaws.com", "aws us-east-2 s3"],
    ["s3-us-west-2.amazonaws.com", "aws us-west-2 s3"],
    ["bucket.s3-website-us-east-1.amazonaws.com", "aws us-east-1 s3"],
    ["bucket.s3-website.eu-central-1.amazonaws.com", "aws eu-central-1 s3"],
    ["ap-111.s3-accesspoint.us-west-2.amazonaws.com", "aws us-west-2 s3"],
    ["bucket--use1-az5--x-s3.s3express-use1-az5.us-east-1.amazonaws.com", "aws us-east-1 s3"],
    ["bucket.s3.amazonaws.com", "aws - s3"],
    ["eu-west-1.s3.amazonaws.com", "aws - s3"],
    ["db.abcdef.me-south-1.rds.amazonaws.com", "aws me-south-1 rds"],
    ["cluster.abc.0001.use1.cache.amazonaws.com", "aws us-east-1 elasticache"],
    ["cluster.abc.0001.apse2.cache.amazonaws.com", "aws ap-southeast-2 elasticache"],
    ["search-logs-xyz.eu-west-1.es.amazonaws.com", "aws eu-west-1 opensearch"],
    ["111.dkr.ecr.il-central-1.amazonaws.com", "aws il-central-1 ecr"],
    ["ec2-203-0-113-25.compute-1.amazonaws.com", "aws us-east-1 ec2"],
    ["ec2-203-0-113-25.me-central-1.compute.amazonaws.com", "aws me-central-1 ec2"],
    ["vpce-1a2b-us-east-1a.sqs.us-east-1.vpce.amazonaws.com", "aws us-east-1 sqs"],
    ["pool.auth.eu-west-1.amazoncognito.com", "aws eu-west-1 cognito"],
    ["iam.amazonaws.com", "aws us-east-1 iam"],
    ["eu-west-3.console.aws.amazon.com", "aws eu-west-3 management-console"],
    ["d111111abcdef8.cloudfront.net", "aws - cloudfront"],
    ["env.us-east-2.elasticbeanstalk.com", "aws us-east-2 elasticbeanstalk"],
    ["env.elasticbeanstalk.com", "aws - elasticbeanstalk"],
    ["kinesis.cn-northwest-1.amazonaws.com.cn", "aws-cn cn-northwest-1 kinesis"],
    ["id.lambda-url.eusc-de-east-1.on.amazonwebservices.eu", "aws eusc-de-east-1 lambda"],
    // Google
    ["service-abcdefghij-uc.a.run.app", "gcp us-central1 cloud-run"],
    ["service-abcdefghij-zz.a.run.app", "gcp - cloud-run"],
    ["service-123456789.europe-west9.run.app", "gcp europe-west9 cloud-run"],
    ["asia-northeast1-project.cloudfunctions.net", "gcp asia-northeast1 cloud-functions"],
    ["project.ew.r.appspot.com", "gcp europe-west1 app-engine"],
    ["project.appspot.com", "gcp - app-engine"],
    ["us-east4-docker.pkg.dev", "gcp us-east4 artifact-registry"],
    ["europe-docker.pkg.dev", "gcp europe artifact-registry"],
    ["us-central1-aiplatform.googleapis.com", "gcp us-central1 vertex-ai"],
    ["bigquery.europe-west3.rep.googleapis.com", "gcp europe-west3 bigquery"],
    ["bucket.storage.googleapis.com", "gcp - cloud-storage"],
    ["bootstrap.cluster.us-central1.managedkafka.project.cloud.goog", "gcp us-central1 managed-kafka"],
    ["8080-cs-1234-default.cs-europe-west1-abcd.cloudshell.dev", "gcp europe-west1 cloud-shell"],
    ["project-default-rtdb.asia-southeast1.firebasedatabase.app", "gcp asia-southeast1 firebase-realtime-db"],
    // Azure
    ["shop-a1b2c3d4.westeurope-01.azurewebsites.net", "azure westeurope app-service"],
    ["shop.azurewebsites.net", "azure - app-service"],
    ["shop.scm.azurewebsites.net", "azure - app-service"],
    ["vm.germanywestcentral.cloudapp.azure.com", "azure germanywestcentral vm-or-public-ip"],
    ["app.blue-sea-1234.uaenorth.azurecontainerapps.io", "azure uaenorth container-apps"],
    ["kind-sea-0123.2.azurestaticapps.net", "azure - static-web-apps"],
    ["kind-sea-0123-preview.westus2.2.azurestaticapps.net", "azure westus2 static-web-apps"],
    ["account.blob.core.windows.net", "azure - storage-blob"],
    ["account-westus.documents.azure.com", "azure westus cosmos-db"],
    ["account-orders.documents.azure.com", "azure - cosmos-db"],
    ["cluster.eastus2.kusto.windows.net", "azure eastus2 data-explorer"],
    ["westus.api.cognitive.microsoft.com", "azure westus cognitive-services"],
    ["aks-1234.hcp.qatarcentral.azmk8s.io", "azure qatarcentral kubernetes-service"],
    ["site-abc.z01.azurefd.net", "azure - front-door"],
    ["apim-westus-01.regional.azure-api.net", "azure westus api-management"],
    // Others
    ["namespace.objectstorage.me-jeddah-1.oci.customer-oci.com", "oracle me-jeddah-1 objectstorage"],
    ["objectstorage.us-ashburn-1.oraclecloud.com", "oracle us-ashburn-1 objectstorage"],
    ["fra.ocir.io", "oracle eu-frankfurt-1 container-registry"],
    ["tenant.fa.us2.oraclecloud.com", "oracle - fusion"],
    ["jp2.icr.io", "ibm jp-osa container-registry"],
    ["icr.io", "ibm - container-registry"],
    ["bucket.oss-me-east-1.aliyuncs.com", "alibaba me-east-1 oss"],
    ["bucket.oss-cn-hangzhou-internal.aliyuncs.com", "alibaba cn-hangzhou oss"],
    ["bucket-125.cos.ap-guangzhou.myqcloud.com", "tencent ap-guangzhou cos"],
    ["obs.ap-southeast-3.myhuaweicloud.com", "huawei ap-southeast-3 obs"],
    ["space.nyc3.cdn.digitaloceanspaces.com", "digitalocean nyc3 spaces"],
    ["nb-203-0-113-1.frankfurt.nodebalancer.linode.com", "akamai-linode eu-central nodebalancer"],
    ["nb-203-0-113-1.us-ord.nodebalancer.linode.com", "akamai-linode us-ord nodebalancer"],
    ["s3.gra.io.cloud.ovh.net", "ovh gra object-storage"],
    ["app.containers.fnc.pl-waw.scw.cloud", "scaleway pl-waw containers"],
    ["bucket.obs.eu-de.otc.t-systems.com", "otc eu-de -"],
    ["object.storage.eu01.onstackit.cloud", "stackit eu01 object-storage"],
    ["bucket.oos.eu-west-2.outscale.com", "outscale eu-west-2 object-storage"],
    ["bucket.bj.bcebos.com", "baidu bj object-storage"],
    ["name.cdn.bcebos.com", "baidu - object-storage"],
    ["bucket.tos-cn-beijing.volces.com", "volcengine cn-beijing object-storage"],
    ["ark.cn-beijing.volces.com", "volcengine cn-beijing -"],
    ["bucket.s3.ru-7.storage.selcloud.ru", "selectel ru-7 object-storage"],
    ["portal.eu1.hubspotpagebuilder.eu", "hubspot - hosting"],
    ["bucket.lpg.objectstorage.ch", "cloudscale lpg object-storage"],
    ["shop.square.site", "weebly - hosting"],
    ["app.us-phoenix-1.ocs.customer-oci.com", "oracle us-phoenix-1 ocs"],
    ["lab.notebook.cn-north-1.sagemaker.com.cn", "aws-cn cn-north-1 sagemaker"],
    ["auth.cloud.ovh.net", "ovh - object-storage"],
    ["bucket.s3.nl-ams.scw.cloud", "scaleway nl-ams object-storage"],
    ["ep-cool-1234.us-east-2.aws.neon.tech", "neon us-east-2 postgres"],
    ["aws-0-eu-central-1.pooler.supabase.com", "supabase eu-central-1 postgres-pooler"],
    ["xy12345.east-us-2.azure.snowflakecomputing.com", "snowflake east-us-2 warehouse"],
    ["myorg-account.snowflakecomputing.com", "snowflake - warehouse"],
    ["tenant.eu.auth0.com", "auth0 eu identity"],
    ["tenant.auth0.com", "auth0 - identity"],
    ["app.pages.dev", "cloudflare - pages"],
    ["shop.global.ssl.fastly.net", "fastly - cdn"],
    ["www.example.com.edgekey.net", "akamai - cdn"],
  ])("%s is %s", (host, expected) => expect(spelled(host)).toBe(expected));

  test.each(["example.com", "amazonaws.com.example.org", "notamazonaws.com", "run.app.example.com", "localhost", "myvercel.app.io"])(
    "%s is nobody's",
    (host) => expect(spelled(host)).toBeNull(),
  );

  test("has the region of every name that Azure gives one, and none of a customer's word", () => {
    const regions = (REGION_NAMES.azure ?? "")
      .trim()
      .split("\n")
      .map((line) => line.slice(0, line.indexOf("|")));
    const found = regions.map((region) => placementOfHost(`vm.${region}.cloudapp.azure.com`)?.region);
    expect(found).toEqual(regions);
    for (const word of ["web", "east", "westside", "franceville", "eastusa"])
      expect(placementOfHost(`vm.${word}.cloudapp.azure.com`)?.region, word).toBeNull();
  });

  test("has the provider and service of the reference rules, and a region wherever those find one", (context) => {
    type Hint = { suffix: string; provider: string; service: string; regionCapture: string | null; defaultRegion?: string };
    const hints: { hostSuffixes: Hint[] } = JSON.parse(readFileSync(sharedData("provider-hints.json", context), "utf8"));
    const differing: string[] = [];
    for (const { suffix, provider, service, regionCapture, defaultRegion } of hints.hostSuffixes) {
      // Names of name servers, which no browser ever visits.
      if (suffix.includes("awsdns")) continue;
      const region = { aws: "eu-west-1", gcp: "europe-west1" }[provider] ?? "eu-west-1";
      const front = suffix.startsWith(".") ? "abc" : suffix.startsWith("-") ? "us-central1" : "";
      const host = `${front}${suffix.replace("REGION", region)}`;
      const placement = placementOfHost(host);
      const named = placement?.provider === provider && (service === "*" || placement.service === service || placement.service === null);
      const expected = suffix.includes("REGION") ? region : regionCapture === null ? (defaultRegion ?? null) : placement?.region;
      if (!named || placement.region !== expected) differing.push(`${host}: ${JSON.stringify(placement)}`);
    }
    expect(differing).toEqual([]);
  });
});
