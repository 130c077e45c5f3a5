/**
 * Names people know for the components that providers write as ids in their feeds. What is missing here is shown as the
 * provider writes it; the feed itself carries ids only, so that it stays small and says the same to everybody.
 */
const NAMES: { [provider: string]: { [id: string]: string } } = {
  aws: {
    apigateway: "API Gateway",
    athena: "Athena",
    autoscaling: "Auto Scaling",
    batch: "Batch",
    billingconsole: "Billing Console",
    chime: "Chime",
    cloudformation: "CloudFormation",
    cloudfront: "CloudFront",
    cloudtrail: "CloudTrail",
    cloudwatch: "CloudWatch",
    cognito: "Cognito",
    connect: "Connect",
    directconnect: "Direct Connect",
    dynamodb: "DynamoDB",
    ebs: "EBS",
    ec2: "EC2",
    ecr: "ECR",
    ecs: "ECS",
    eks: "EKS",
    elasticache: "ElastiCache",
    elasticbeanstalk: "Elastic Beanstalk",
    elb: "Elastic Load Balancing",
    emr: "EMR",
    events: "EventBridge",
    fargate: "Fargate",
    firehose: "Data Firehose",
    glue: "Glue",
    iam: "IAM",
    kinesis: "Kinesis",
    kms: "KMS",
    lambda: "Lambda",
    "management-console": "Management Console",
    multipleservices: "several services",
    natgateway: "NAT Gateway",
    organizations: "Organizations",
    rds: "RDS",
    redshift: "Redshift",
    route53: "Route 53",
    s3: "S3",
    sagemaker: "SageMaker",
    secretsmanager: "Secrets Manager",
    ses: "SES",
    signin: "Sign-In",
    sns: "SNS",
    sqs: "SQS",
    state: "Step Functions",
    sts: "STS",
    supportcenter: "Support Center",
    vpc: "VPC",
    workspaces: "WorkSpaces",
  },
};

/** How people write a provider's component: `dynamodb` of AWS is DynamoDB. */
export function componentName(provider: string, id: string): string {
  const name = NAMES[provider]?.[id];
  // Every object has a `constructor`, and it is no name.
  return typeof name === "string" ? name : id;
}
