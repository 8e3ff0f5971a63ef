/**
 * What each policy element is, in a sentence or two, with AWS's page about it.
 * Facts from the IAM User Guide, read in November 2026.
 */
export interface ElementText {
  readonly text: string;
  readonly page: string;
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

function element(page: string, text: string): ElementText {
  return { text, page: `${guide}reference_policies_${page}.html` };
}

export const elementTexts = {
  Version: element(
    'elements_version',
    'The version of the policy language. Use 2012-10-17; without it IAM reads the policy as 2008-10-17, in which policy variables such as ${aws:username} are plain text.',
  ),
  Id: element('elements_id', 'A name for the policy, often a UUID. Some services ask for one.'),
  Statement: element(
    'elements_statement',
    'What the policy says: one statement or a list of statements. Their order does not matter.',
  ),
  Sid: element('elements_sid', 'A name for the statement, unique within the policy.'),
  Effect: element(
    'elements_effect',
    'Whether the statement allows or denies. A Deny wins over every Allow; what no statement allows is denied.',
  ),
  Principal: element(
    'elements_principal',
    'Who the statement is about: "*" for everyone, or an object with AWS accounts, users, roles, services or identity providers by type.',
  ),
  NotPrincipal: element(
    'elements_notprincipal',
    'Everyone except these principals. Meant for Deny only; AWS advises a condition on aws:PrincipalArn instead.',
  ),
  Action: element(
    'elements_action',
    'The actions, as service:Name. * stands for any text and ? for one character; letter case does not matter.',
  ),
  NotAction: element(
    'elements_notaction',
    'All actions except these. With Allow this also grants what AWS adds later.',
  ),
  Resource: element(
    'elements_resource',
    'The ARNs of the resources, in which * and ? are wildcards, or "*" for all.',
  ),
  NotResource: element('elements_notresource', 'All resources except these.'),
  Condition: element(
    'elements_condition',
    'When the statement applies: operator, then condition key, then value or values. All operators and keys must hold; of several values one must.',
  ),
} as const satisfies Readonly<Record<string, ElementText>>;

export const principalTexts = {
  AWS: element(
    'elements_principal',
    'Accounts (12 digits or the ARN of their root), users, roles, role sessions, or "*" for everyone.',
  ),
  Service: element('elements_principal', 'AWS services, such as ec2.amazonaws.com.'),
  Federated: element(
    'elements_principal',
    'Identity providers: the ARN of a SAML or OIDC provider, or the name of a built-in web identity provider.',
  ),
  CanonicalUser: element(
    'elements_principal',
    'Canonical user ids of accounts, 64 hexadecimal digits; for Amazon S3.',
  ),
} as const satisfies Readonly<Record<string, ElementText>>;

export const operatorsPage = `${guide}reference_policies_elements_condition_operators.html`;
export const setOperatorsPage = `${guide}reference_policies_condition-single-vs-multi-valued-context-keys.html`;
