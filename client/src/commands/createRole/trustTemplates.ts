import type { PlanTarget } from '../../roles/plan.ts';
import type { TrustSource, TrustTemplate } from './draft.ts';

type Target = Pick<PlanTarget, 'partition' | 'account'>;
type Statement = Readonly<Record<string, unknown>>;
type TemplateKind = Exclude<TrustSource['kind'], 'document' | 'role'>;

/** The trust policy that a template gives, as JSON. */
export function templateText(kind: TemplateKind, template: TrustTemplate, target: Target): string {
  const document = { Version: '2012-10-17', Statement: [statements[kind](template, target)] };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const statements: Readonly<Record<TemplateKind, (template: TrustTemplate, target: Target) => Statement>> = {
  service: serviceStatement,
  account: (template, target) => accountStatement(template.accountId, template, target),
  ownAccount: (template, target) => accountStatement(target.account, { ...template, externalId: '' }, target),
  saml: samlStatement,
  oidc: oidcStatement,
};

/** AWS shows the account as condition for the service, so that it cannot be made to act for another. */
function serviceStatement({ service }: TrustTemplate, { account }: Target): Statement {
  const actions = service?.actions ?? ['sts:AssumeRole'];
  const guarded = service?.confusedDeputyKeys.includes('aws:SourceAccount') ?? false;
  return {
    Effect: 'Allow',
    Principal: { Service: service?.principal ?? '' },
    Action: actions.length === 1 ? actions[0] : actions,
    ...(guarded && { Condition: { StringEquals: { 'aws:SourceAccount': account } } }),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
function accountStatement(
  account: string,
  { externalId, mfa }: TrustTemplate,
  { partition }: Target,
): Statement {
  const condition = {
    ...(externalId !== '' && { StringEquals: { 'sts:ExternalId': externalId } }),
    ...(mfa && { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
  };
  return {
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: 'sts:AssumeRole',
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** Where SAML responses are sent to, by partition. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html */
const samlEndpoints: Readonly<Record<string, string>> = {
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
};

function samlStatement({ samlProvider }: TrustTemplate, target: Target): Statement {
  const audience = samlEndpoints[target.partition] ?? 'https://signin.aws.amazon.com/saml';
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn('saml-provider', samlProvider, target) },
    Action: 'sts:AssumeRoleWithSAML',
    Condition: { StringEquals: { 'SAML:aud': audience } },
  };
}

function oidcStatement(template: TrustTemplate, target: Target): Statement {
  const { provider, audience, subject } = template;
  const issuer = template.issuer.replace(/^https:\/\//, '').replace(/\/$/, '');
  const claim = provider?.subjectClaim ?? 'sub';
  const subjectOperator = /[*?]/.test(subject) ? 'StringLike' : 'StringEquals';
  const tests = [
    ['StringEquals', `${issuer}:aud`, audience],
    ...(claim === 'aud' ? [] : [[subjectOperator, `${issuer}:${claim}`, subject]]),
  ] as const;
  const condition: Record<string, Record<string, string>> = {};
  for (const [operator = '', key = '', value = ''] of tests)
    if (value !== '') condition[operator] = { ...condition[operator], [key]: value };
  return {
    Effect: 'Allow',
    Principal: { Federated: providerArn('oidc-provider', issuer, target) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  };
}

function providerArn(kind: string, nameOrArn: string, { partition, account }: Target): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : `arn:${partition}:iam::${account}:${kind}/${nameOrArn}`;
}
