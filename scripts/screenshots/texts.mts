/** Policies of the pictures that examples/ has no use for. */

export const writer = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "WriteReports",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        ""
      ],
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/reports/*"
    }
  ]
}
`;

export const lister = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ListReports",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
      "Condition": {
        "StringLike": {
          ""
        }
      }
    }
  ]
}
`;

export const misspelt = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadReports",
      "Effect": "Allow",
      "Action": [
        "s3:GetObjct",
        "s3:ListBuckets"
      ],
      "Resource": "*"
    }
  ]
}
`;

export const wildcards = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadReports",
      "Effect": "Allow",
      "Action": ["s3:GetObject*", "s3:List*"],
      "Resource": ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/reports/*"]
    },
    {
      "Sid": "WatchQueues",
      "Effect": "Allow",
      "Action": ["sqs:Get*", "sqs:*Message"],
      "Resource": "arn:aws:sqs:us-east-1:111122223333:reports-*"
    }
  ]
}
`;

export const rolesOfTeams = `{
  "policies": [
    { "files": "trust/**", "type": "trust" },
    { "files": "boundaries/*.json", "type": "boundary" }
  ],
  "trustedAccounts": ["111122223333"]
}
`;

export const readOnlyRole = `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {
    "Reader": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "Service": "lambda.amazonaws.com" },
              "Action": "sts:AssumeRole"
            }
          ]
        }
      }
    }
  }
}
`;

/** An AWS config file with a profile of each kind. */
export const awsProfiles = `[profile dev]
sso_session = example
sso_account_id = 111122223333
sso_role_name = Developer
region = eu-west-1

[sso-session example]
sso_region = eu-west-1
sso_start_url = https://example.awsapps.com/start

[profile prod-deploy]
role_arn = arn:aws:iam::444455556666:role/Deploy
source_profile = dev
region = eu-west-1

[profile personal]
login_session = arn:aws:iam::123456789012:user/alice
region = us-east-1

[profile sandbox]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = none
endpoint_url = http://localhost:5000
region = us-east-1

[profile build]
credential_process = /opt/build/credentials
region = eu-central-1
`;
