import type { Tags } from '../awsApi.ts';
import {
  type PlanScope,
  type PolicyReference,
  policyArn,
  type Step,
  type StepKind,
  type StepOf,
} from '../plan.ts';
import { formattedDocument } from '../sameDocument.ts';
import { command, heredoc, option, quoted } from './bash.ts';
import { hasHidden, withoutHidden } from './visible.ts';

/** Functions that a script defines where a step calls them. */
export type Helper = 'unlessGone' | 'patiently';

interface CliStep<Kind extends StepKind> {
  readonly helpers?: readonly Helper[];
  script(step: StepOf<Kind>, plan: PlanScope): string;
}

type CliSteps = { readonly [Kind in StepKind]: CliStep<Kind> };

export function cliStep(step: Step): CliStep<StepKind> {
  return cliSteps[step.kind];
}

const cliSteps: CliSteps = {
  createPolicy: {
    script(step, plan) {
      const create = command(
        'aws iam create-policy',
        [
          option('policy-name', step.name),
          ...pathOf(step.path),
          ...free('description', step.description),
          document('policy-document'),
          ...tagsOf(step.tags),
          '--output text > /dev/null',
        ],
        '  ',
      );
      return `${readDocument(step.document)}
${unless(`aws iam get-policy --policy-arn ${arnOf({ created: step.name }, plan)}`, create)}`;
    },
  },
  createPolicyVersion: {
    script({ policyArn: arn, document: text, deleteOldest }, plan) {
      const at = `--policy-arn ${arnOf({ arn }, plan)}`;
      const makeRoom = `  versions=$(aws iam list-policy-versions ${at} --query 'length(Versions)' --output text)
  if [ "$versions" -ge 5 ]; then
    oldest=$(aws iam list-policy-versions ${at} --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text)
    aws iam delete-policy-version ${at} --version-id "$oldest"
  fi
`;
      return `${readDocument(text)}
current=$(aws iam get-policy ${at} --query Policy.DefaultVersionId --output text)
live=$(aws iam get-policy-version ${at} --version-id "$current" --query PolicyVersion.Document --output json)
if [ "$(printf %s "$live" | tr -d '[:space:]')" != "$(printf %s "$document" | tr -d '[:space:]')" ]; then
${deleteOldest ? makeRoom : ''}  aws iam create-policy-version ${at} ${document('policy-document')} --set-as-default --output text > /dev/null
fi`;
    },
  },
  restorePolicyVersion: {
    script: ({ policyArn: arn, document: text }, plan) =>
      `${readDocument(text)}
aws iam create-policy-version --policy-arn ${arnOf({ arn }, plan)} ${document('policy-document')} --no-set-as-default --output text > /dev/null`,
  },
  createRole: {
    script(step, plan) {
      const at = option('role-name', step.name);
      const boundary = step.permissionsBoundary;
      const create = command(
        'aws iam create-role',
        [
          at,
          ...pathOf(step.path),
          document('assume-role-policy-document'),
          ...free('description', step.description),
          `--max-session-duration ${step.maxSessionDuration}`,
          ...(boundary ? [`--permissions-boundary ${arnOf(boundary, plan)}`] : []),
          ...tagsOf(step.tags),
          '--output text > /dev/null',
        ],
        '  ',
      );
      return `${readDocument(step.trustPolicy)}
${unless(`aws iam get-role ${at}`, create)}
aws iam wait role-exists ${at}`;
    },
  },
  updateAssumeRolePolicy: {
    script: ({ roleName, trustPolicy }) =>
      `${readDocument(trustPolicy)}
${command('aws iam update-assume-role-policy', [option('role-name', roleName), document('policy-document')])}`,
  },
  updateRole: {
    script: ({ roleName, description, maxSessionDuration }) =>
      command('aws iam update-role', [
        option('role-name', roleName),
        ...(description === '' ? ["--description ''"] : free('description', description)),
        `--max-session-duration ${maxSessionDuration}`,
      ]),
  },
  putRolePolicy: {
    script: ({ roleName, policyName, document: text }) =>
      `${readDocument(text)}
${command('aws iam put-role-policy', [option('role-name', roleName), option('policy-name', policyName), document('policy-document')])}`,
  },
  attachRolePolicy: {
    script: ({ roleName, policy }, plan) =>
      command('aws iam attach-role-policy', [
        option('role-name', roleName),
        `--policy-arn ${arnOf(policy, plan)}`,
      ]),
  },
  putRolePermissionsBoundary: {
    script: ({ roleName, policy }, plan) =>
      command('aws iam put-role-permissions-boundary', [
        option('role-name', roleName),
        `--permissions-boundary ${arnOf(policy, plan)}`,
      ]),
  },
  tagRole: {
    script: ({ roleName, tags }) =>
      command('aws iam tag-role', [option('role-name', roleName), ...tagsOf(tags)]),
  },
  createInstanceProfile: {
    script({ name, path, tags }) {
      const at = option('instance-profile-name', name);
      const create = command(
        'aws iam create-instance-profile',
        [at, ...pathOf(path), ...tagsOf(tags), '--output text > /dev/null'],
        '  ',
      );
      return `${unless(`aws iam get-instance-profile ${at}`, create)}
aws iam wait instance-profile-exists ${at}`;
    },
  },
  addRoleToInstanceProfile: {
    helpers: ['patiently'],
    script({ instanceProfileName, roleName }) {
      const at = option('instance-profile-name', instanceProfileName);
      const holds = `aws iam get-instance-profile ${at} --query 'InstanceProfile.Roles[].RoleName' --output text`;
      return `if [ "$(${holds})" != ${quoted(roleName)} ]; then
  patiently aws iam add-role-to-instance-profile ${at} ${option('role-name', roleName)}
fi`;
    },
  },
  waitUntilUsable: {
    script: ({ instanceProfileName }) =>
      `aws iam wait instance-profile-exists ${option('instance-profile-name', instanceProfileName)}`,
  },
  associateIamInstanceProfile: {
    helpers: ['patiently'],
    script({ instanceProfileName, instanceId }, { target }) {
      const region = option('region', target.region);
      const profile = quoted(`Name=${instanceProfileName}`);
      return `${readAssociation(instanceId, region)}
case "$association" in
  */${globbed(instanceProfileName)}) ;;
  None | '')
    patiently aws ec2 associate-iam-instance-profile ${region} ${option('instance-id', instanceId)} --iam-instance-profile ${profile} --output text > /dev/null ;;
  *)
    patiently aws ec2 replace-iam-instance-profile-association ${region} --association-id "\${association%%[[:space:]]*}" --iam-instance-profile ${profile} --output text > /dev/null ;;
esac`;
    },
  },
  createServiceLinkedRole: {
    script({ service, description, suffix }) {
      const path = quoted(`/aws-service-role/${service}/`);
      const ending = suffix === undefined ? '' : `_${suffix}`;
      const names = `aws iam list-roles --path-prefix ${path} --query 'Roles[].RoleName' --output text`;
      const create = command(
        'aws iam create-service-linked-role',
        [
          option('aws-service-name', service),
          ...free('description', description),
          ...(suffix === undefined ? [] : [option('custom-suffix', suffix)]),
          '--output text > /dev/null',
        ],
        '  ',
      );
      const found = suffix === undefined ? '.' : `${ending.replace(/[.+*?[\]^$\\]/g, '\\$&')}$`;
      return `if ! ${names} | tr '\\t' '\\n' | grep -q -- ${quoted(found)}; then
  ${create}
fi`;
    },
  },
  disassociateIamInstanceProfile: {
    script({ instanceProfileName, instanceId }, { target }) {
      const region = option('region', target.region);
      return `${readAssociation(instanceId, region)}
case "$association" in
  */${globbed(instanceProfileName)})
    aws ec2 disassociate-iam-instance-profile ${region} --association-id "\${association%%[[:space:]]*}" --output text > /dev/null ;;
esac`;
    },
  },
  removeRoleFromInstanceProfile: gone(({ instanceProfileName, roleName }) => [
    'aws iam remove-role-from-instance-profile',
    option('instance-profile-name', instanceProfileName),
    option('role-name', roleName),
  ]),
  deleteInstanceProfile: gone(({ instanceProfileName }) => [
    'aws iam delete-instance-profile',
    option('instance-profile-name', instanceProfileName),
  ]),
  detachRolePolicy: gone(({ roleName, policyArn: arn }, plan) => [
    'aws iam detach-role-policy',
    option('role-name', roleName),
    `--policy-arn ${arnOf({ arn }, plan)}`,
  ]),
  deleteRolePolicy: gone(({ roleName, policyName }) => [
    'aws iam delete-role-policy',
    option('role-name', roleName),
    option('policy-name', policyName),
  ]),
  deleteRolePermissionsBoundary: gone(({ roleName }) => [
    'aws iam delete-role-permissions-boundary',
    option('role-name', roleName),
  ]),
  untagRole: gone(({ roleName, tagKeys }) => [
    'aws iam untag-role',
    option('role-name', roleName),
    `--tag-keys ${quoted(withoutHidden(JSON.stringify(tagKeys)))}`,
  ]),
  setDefaultPolicyVersion: {
    script: ({ policyArn: arn, versionId }, plan) =>
      command('aws iam set-default-policy-version', [
        `--policy-arn ${arnOf({ arn }, plan)}`,
        option('version-id', versionId),
      ]),
  },
  deletePolicyVersion: gone(({ policyArn: arn, versionId }, plan) => [
    'aws iam delete-policy-version',
    `--policy-arn ${arnOf({ arn }, plan)}`,
    option('version-id', versionId),
  ]),
  deletePolicy: gone(({ policyArn: arn }, plan) => [
    'aws iam delete-policy',
    `--policy-arn ${arnOf({ arn }, plan)}`,
  ]),
  deleteRole: gone(({ roleName }) => ['aws iam delete-role', option('role-name', roleName)]),
  deleteServiceLinkedRole: gone(({ roleName }) => [
    'aws iam delete-service-linked-role',
    option('role-name', roleName),
    '--output text',
  ]),
};

/** A removal, which goes on where what it removes is not there. */
function gone<Kind extends StepKind>(
  words: (step: StepOf<Kind>, plan: PlanScope) => readonly [string, ...string[]],
): CliStep<Kind> {
  return {
    helpers: ['unlessGone'],
    script(step, plan) {
      const [first, ...options] = words(step, plan);
      return command(`unless_gone ${first}`, options);
    },
  };
}

/** ARNs of the plan's own account and partition are made by the script for the account that it runs in. */
function arnOf(reference: PolicyReference, plan: PlanScope): string {
  const { account, partition } = plan.target;
  const [, of, service, , owner, ...resource] = policyArn(reference, plan).split(':');
  if (of !== partition || service !== 'iam' || (owner !== account && owner !== 'aws')) {
    return quoted(policyArn(reference, plan));
  }
  const whose = owner === 'aws' ? 'aws' : '${ACCOUNT_ID}';
  const name = quoted(resource.join(':'));
  const start = `arn:\${PARTITION}:iam::${whose}:`;
  return /^['$]/.test(name) ? `"${start}"${name}` : `"${start}${name}"`;
}

function readDocument(text: string): string {
  return heredoc('document', withoutHidden(formattedDocument(text)));
}

function document(name: string): string {
  return `--${name} "$document"`;
}

function pathOf(path: string): readonly string[] {
  return path === '/' ? [] : [option('path', path)];
}

/** A text that the AWS CLI would take for the place of a text, or that does not show as it is, is given as JSON. */
function free(name: string, text: string): readonly string[] {
  if (text === '') return [];
  if (!/^(?:file|fileb|https?):\/\//.test(text) && !hasHidden(text)) return [option(name, text)];
  const key = name.charAt(0).toUpperCase() + name.slice(1);
  return [`--cli-input-json ${quoted(withoutHidden(JSON.stringify({ [key]: text })))}`];
}

function tagsOf(tags: Tags): readonly string[] {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return list.length === 0 ? [] : [`--tags ${quoted(withoutHidden(JSON.stringify(list)))}`];
}

function unless(exists: string, create: string): string {
  return `if ! ${exists} > /dev/null 2>&1; then
  ${create}
fi`;
}

/** Id and ARN, or `None`. */
function readAssociation(instanceId: string, region: string): string {
  return command('association=$(aws ec2 describe-iam-instance-profile-associations', [
    region,
    `--filters ${quoted(`Name=instance-id,Values=${instanceId}`)} Name=state,Values=associating,associated`,
    "--query 'IamInstanceProfileAssociations[0].[AssociationId, IamInstanceProfile.Arn]' --output text)",
  ]);
}

/** Quoted, so that nothing of it is a pattern of `case`. */
function globbed(name: string): string {
  return `'${name.replaceAll("'", "'\\''")}'`;
}
