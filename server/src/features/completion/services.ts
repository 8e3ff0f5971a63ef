import type { ServiceSummary } from '../../catalog/catalog.ts';
import { parseActionName } from '../../policy/actionName.ts';
import type { PolicyDocument } from '../../policy/model.ts';
import { literalOf } from '../../syntax/node.ts';
import { takesService } from './actions.ts';
import { type Proposal, type Proposals, textBody } from './completionItem.ts';
import { matchScore } from './selectItems.ts';
import type { StatementSite } from './site.ts';

/** Service prefixes, to go on with the service's actions: first those the policy names, then what is used most. */
export function services(site: StatementSite): Proposals {
  const { catalog, policy, target, type } = site;
  const inUse = usedPrefixes(policy);
  const rank = ({ prefix }: ServiceSummary) => {
    if (inUse.has(prefix)) return -1;
    const place = oftenUsed.indexOf(prefix);
    return place < 0 ? oftenUsed.length : place;
  };
  const offered = catalog.services
    .filter((service) => takesService(site, service))
    .map((service) => ({ service, rank: rank(service) }))
    .sort((one, other) => one.rank - other.rank);
  const isOften = ({ rank: place }: { readonly rank: number }) => place < oftenUsed.length;
  const proposed = (list: typeof offered) =>
    list.flatMap(({ service }) => serviceProposal(service, target.typed));
  // An RCP takes no bare `*`: it names a service before the colon.
  const all = type === 'rcp' ? [] : [everyAction(catalog.counts.actions)];
  const rest = offered.filter((one) => !isOften(one));
  return { proposals: [...proposed(offered.filter(isOften)), ...all, ...proposed(rest)], dependOnText: true };
}

/** Found by the prefix, or else by a part of the service's name, as `states` is by `step`. */
function serviceProposal({ prefix, name }: ServiceSummary, typed: string): readonly Proposal[] {
  const byName = matchScore(prefix, typed) === undefined;
  if (byName && !name.toLowerCase().includes(typed.toLowerCase())) return [];
  return [
    {
      label: `${prefix}:`,
      kind: 'service',
      detail: name,
      body: textBody(`${prefix}:`),
      filter: byName ? name.replace(/^(Amazon|AWS) /, '') : undefined,
      retrigger: true,
      doc: { kind: 'service', prefix },
    },
  ];
}

function everyAction(count: number): Proposal {
  return {
    label: '*',
    kind: 'wildcard',
    detail: `every action, ${count.toLocaleString('en')} today`,
    body: textBody('*'),
    doc: { kind: 'action', text: '*' },
  };
}

function usedPrefixes(policy: PolicyDocument): ReadonlySet<string> {
  const entries = policy.statements.flatMap(({ action }) => action?.entries ?? []);
  return new Set(
    entries.flatMap((entry) => parseActionName(literalOf(entry) ?? '')?.prefix.toLowerCase() ?? []),
  );
}

/** Services that most policies of roles speak of. */
const oftenUsed: readonly string[] = [
  's3',
  'ec2',
  'iam',
  'sts',
  'lambda',
  'dynamodb',
  'logs',
  'cloudwatch',
  'kms',
  'secretsmanager',
  'ssm',
  'sqs',
  'sns',
  'ecr',
  'ecs',
  'eks',
  'rds',
  'cloudformation',
  'events',
  'states',
  'apigateway',
  'execute-api',
  'route53',
  'cloudfront',
  'elasticloadbalancing',
  'autoscaling',
  'athena',
  'glue',
  'kinesis',
  'firehose',
  'bedrock',
  'sagemaker',
  'codebuild',
  'codepipeline',
  'organizations',
];
