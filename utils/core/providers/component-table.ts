/**
 * Display names of components that providers publish as ids. A component without a name here is shown by its id. The feed has ids only,
 * so that it stays small and the same for every language.
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

/** The display name of a provider's component: DynamoDB for `dynamodb` of AWS. The id itself where it has no name. */
export function componentName(provider: string, id: string): string {
  const name = NAMES[provider]?.[id];
  // Every object inherits a `constructor`, which is not a name.
  return typeof name === "string" ? name : id;
}
