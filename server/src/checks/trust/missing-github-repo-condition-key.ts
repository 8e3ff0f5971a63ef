import { analyzerPage } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { onlyWildcards } from './callerLimit.ts';
import { testClaims } from './claimFixes.ts';
import { gitHubIssuer, limitsWebIdentities, oidcPrincipals } from './oidcPrincipals.ts';

const subject = `${gitHubIssuer}:sub`;
/** IAM takes it in place of the subject since 12 May 2026 (IAM User Guide, Document history). */
const workflow = `${gitHubIssuer}:job_workflow_ref`;

export const missingGithubRepoConditionKey = defineCheck({
  code: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  severity: 'SECURITY_WARNING',
  types: ['trust'],
  element: 'statement',
  what: 'A trust policy for GitHub Actions does not say which repository may assume the role.',
  why: 'All of GitHub shares one identity provider, so a workflow in any repository could assume the role; IAM takes no such policy any more.',
  fix: 'Test token.actions.githubusercontent.com:sub with StringEquals, or job_workflow_ref, without IfExists.',
  source: analyzerPage('MISSING_GITHUB_REPO_CONDITION_KEY', 'SECURITY_WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"» },
        "Action": "sts:AssumeRoleWithWebIdentity" } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": [«"arn:aws:iam::111122223333:oidc-provider/Token.Actions.GitHubUserContent.com"»] },
        "Action": "sts:*",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"» },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringEqualsIfExists": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": «"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"» },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringNotEquals": {
          "token.actions.githubusercontent.com:sub": "repo:octo-org/sandbox:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringEquals": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } },
        { "Effect": "Allow",
          "Principal": { "Federated": «"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"» },
          "Action": ["sts:AssumeRoleWithWebIdentity"],
          "Condition": { "StringLike": { "token.actions.githubusercontent.com:job_workflow_ref": "?*" } } }] }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "Token.Actions.GitHubUserContent.com:Sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:job_workflow_ref":
            "octo-org/workflows/.github/workflows/deploy.yml@refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
          "Action": "sts:AssumeRoleWithWebIdentity" },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringNotEquals": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" } } }] }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Deny",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity" } }`,
    },
  ],
  check(statement, { catalog, report }) {
    const [first, ...others] = oidcPrincipals(statement).filter(({ issuer }) => issuer === gitHubIssuer);
    if (first === undefined || limitsWebIdentities(statement, tellsRepository)) return;
    report({
      node: first.node,
      message: `A workflow in any repository on GitHub can assume this role, as nothing tests whose it is; add ${subject} with the repository and the branch.`,
      fixes: () => testClaims(statement, { issuer: gitHubIssuer, keys: [subject], orOthers: false }, catalog),
      related: others.map(({ node }) => node),
    });
  },
});

/** What a pattern of the subject leaves open is another finding. */
function tellsRepository(key: string, value: string): boolean {
  return key === subject || (key === workflow && !onlyWildcards(value));
}
