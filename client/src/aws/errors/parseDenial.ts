import type { Denial } from '../../roles/awsError.ts';

const policyTypes: readonly NonNullable<Denial['policyType']>[] = [
  'identity-based',
  'resource-based',
  'session',
  'permissions boundary',
  'service control',
  'resource control',
  'VPC endpoint',
  'role trust',
];

const types = policyTypes.join('|');

const sentence = /\b(?:User|Role|Principal): (\S+) is not authorized to perform: ([\w-]+:\w+)(.*)/s;
const resource =
  /^ on (?:the )?resource: (?:"([^"]*)"|(.+?))(?=,? (?:because|with an explicit deny|transitively) |\. |\.?\s*$)/s;
const explicit = new RegExp(
  `with an explicit deny in (?:an?|the) (${types})(?: policy)?(?:: (arn:[^\\s,]*[^\\s,.]))?`,
  'i',
);
const implicit = new RegExp(`because no (${types})(?: policy)? allows`, 'i');
const authorizationId = /authorization-details\/([\w-]+)|following authorization id: ([\w-]+)/;

/**
 * What a text of AccessDenied or UnauthorizedOperation says; undefined where it is of another form.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function parseDenial(text: string): Denial | undefined {
  const [, principal, action, rest = ''] = sentence.exec(text) ?? [];
  if (principal === undefined || action === undefined) return undefined;
  const denied = explicit.exec(rest);
  const [, quoted, plain] = resource.exec(rest) ?? [];
  const [, inLink, inText] = authorizationId.exec(text) ?? [];
  return {
    principal,
    action,
    resource: quoted ?? plain,
    policyType: typeOf(denied?.[1] ?? implicit.exec(rest)?.[1]),
    explicit: denied !== null,
    policyArn: denied?.[2],
    authorizationId: inLink ?? inText,
  };
}

function typeOf(text: string | undefined): Denial['policyType'] {
  return policyTypes.find((type) => type.toLowerCase() === text?.toLowerCase());
}
