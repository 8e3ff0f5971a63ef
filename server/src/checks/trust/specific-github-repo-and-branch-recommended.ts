import { hasWildcard } from '../../policy/wildcard.ts';
import type { StringNode } from '../../syntax/node.ts';
import { analyzerPage, type CheckedCondition, type Fix } from '../check.ts';
import { addCondition } from '../commonFixes.ts';
import { findOpenPlace } from '../condition/openPlaces.ts';
import { variablePlaces, wildcardPlaces } from '../condition/wildcardPlaces.ts';
import { defineCheck } from '../defineCheck.ts';
import { changeListed, fixWith } from '../listFixes.ts';
import { onlyWildcards } from './callerLimit.ts';
import { gitHubIssuer, limitsWebIdentities } from './oidcPrincipals.ts';

const subject = `${gitHubIssuer}:sub`;
const branch = `${gitHubIssuer}:ref`;
const main = 'refs/heads/main';

/**
 * AWS's page wants the repository in the subject and the branch there or in the key `ref`, also where the subject
 * names an environment; reports of 2026 on such policies agree.
 */
export const specificGithubRepoAndBranchRecommended = defineCheck({
  code: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  severity: 'WARNING',
  types: ['trust'],
  element: 'value',
  what: 'A trust policy for GitHub Actions leaves the repository or the branch open.',
  why: 'More workflows than meant can assume the role: those of other branches, of pull requests, or of other repositories.',
  fix: 'Write the repository and the branch in token.actions.githubusercontent.com:sub, or the branch in token.actions.githubusercontent.com:ref.',
  source: analyzerPage('SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED', 'WARNING'),
  bad: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          "StringLike": { "token.actions.githubusercontent.com:sub": [
            "repo:octo-org/octo-repo:ref:refs/heads/main", «"repo:octo-org/octo-repo:*"»] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "ForAnyValue:stringlike": {
          "token.actions.githubusercontent.com:SUB": «"repo:octo-org/*"» } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub":
          «"repo:octo-org/octo-repo:environment:production"» } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringLike": {
          "token.actions.githubusercontent.com:sub": «"repo:octo-org/*:ref:refs/heads/main"»,
          "token.actions.githubusercontent.com:ref": "refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "StringEquals": {
            "token.actions.githubusercontent.com:sub": «"repo:octo-org@123456/octo-repo@456789:pull_request"» },
          "StringEqualsIfExists": { "token.actions.githubusercontent.com:ref": "refs/heads/main" } } } }`,
    },
  ],
  good: [
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::012345678910:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": [
            "repo:octo-org/octo-repo:ref:refs/heads/main",
            "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main"] } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": { "StringEquals": {
          "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:environment:production",
          "token.actions.githubusercontent.com:ref": "refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {
          "StringLike": { "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:*" },
          "StringEquals": { "token.actions.githubusercontent.com:ref": "refs/heads/main" } } } }`,
    },
    {
      type: 'trust',
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow",
          "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringEquals": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/tags/v1" } } },
        { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringNotLike": {
            "token.actions.githubusercontent.com:sub": "repo:octo-org/*" } } }] }`,
    },
  ],
  check({ text, node, condition }, { report }) {
    const { statement, block } = condition;
    const { operator } = block;
    if (condition.name?.toLowerCase() !== subject || statement.effect?.allows !== 'Allow') return;
    if (operator?.family !== 'String' || operator.negated) return;
    const wildcards = operator.wildcards ? wildcardPlaces(text) : [];
    // A pattern that starts too early is an error of its own.
    if (findOpenPlace(text, condition, wildcards, [...wildcards, ...variablePlaces(text)]) !== undefined)
      return;
    const tellsRepository = !hasWildcard(repositoryOf(text)) || !operator.wildcards;
    const tellsBranch = wildcards.length === 0 && text.includes(':ref:');
    if (tellsRepository && (tellsBranch || limitsWebIdentities(statement, tells))) return;
    const open = tellsRepository ? 'other branches and of pull requests' : 'other repositories';
    const advice = tellsRepository
      ? `write it behind the repository, as in :ref:refs/heads/main, or test ${branch}.`
      : 'write the repository and the branch.';
    report({
      node,
      message: `${text} ${wildcards.length > 0 ? 'has a wildcard' : 'names no branch'}, so workflows of ${open} may assume this role as well; ${advice}`,
      fixes: () => nameBranch(condition, node, text, tellsRepository),
    });
  },
});

/** In the subject, or beside one that tells the repository and something else, such as an environment. */
function nameBranch(
  { statement }: CheckedCondition,
  node: StringNode,
  text: string,
  tellsRepository: boolean,
): Fix[] {
  const [, owner, name = ''] = /^repo:([^/:*?$]+)\/([^:*?$]*)/.exec(text) ?? [];
  if (owner === undefined) return [];
  const inSubject = changeListed(node, [`repo:${owner}/${tellsRepository ? name : 'REPO'}:ref:${main}`]);
  if (!tellsRepository || (statement.principal?.entries.length ?? 0) > 1) return inSubject;
  const beside = fixWith(
    `Add a condition on ${branch}`,
    addCondition(statement, 'StringEquals', branch, main),
  );
  return /:[*?]*$/.test(text) ? [...inSubject, ...beside] : [...beside, ...inSubject];
}

/** `repo:OWNER/NAME`, or all of a text that starts in another way. */
function repositoryOf(subjectText: string): string {
  return /^repo:[^:]*(?=:)/.exec(subjectText)?.[0] ?? subjectText;
}

function tells(key: string, value: string): boolean {
  return key === branch && !onlyWildcards(value);
}
