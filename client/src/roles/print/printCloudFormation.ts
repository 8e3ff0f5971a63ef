import type { RolePlan } from '../plan.ts';
import { type Resource, templateOf } from './cloudFormation.ts';
import type { Json } from './json.ts';
import { leftOver } from './leftOver.ts';
import { comment } from './visible.ts';
import { yaml } from './yaml.ts';

/** A CloudFormation template in YAML. */
export function printCloudFormation(plan: RolePlan): string {
  const { resources, left } = templateOf(plan);
  const head = [
    plan.title,
    'Deploy it with --capabilities CAPABILITY_NAMED_IAM, as its resources have names.',
    ...leftOver('CloudFormation', left),
    ...untold(plan),
  ];
  const comments = `${head.map((line) => comment('#', line)).join('\n')}\n`;
  if (resources.length === 0) return comments;
  const outputs = Object.fromEntries(
    resources.flatMap((resource) => {
      const arn = arnOutput(resource);
      return arn === undefined ? [] : [[`${resource.logicalId}Arn`, { Value: arn }]];
    }),
  );
  const template: Json = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: plan.title.slice(0, 1024),
    Resources: Object.fromEntries(
      resources.map(({ logicalId, type, properties }) => [logicalId, { Type: type, Properties: properties }]),
    ),
    ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
  };
  return `${comments}${yaml(template)}\n`;
}

/** How the ARN of a resource is told. */
function arnOutput({ logicalId, type }: Resource): Json | undefined {
  if (type === 'AWS::IAM::ManagedPolicy') return { Ref: logicalId };
  const hasArn = type === 'AWS::IAM::Role' || type === 'AWS::IAM::InstanceProfile';
  return hasArn ? { 'Fn::GetAtt': `${logicalId}.Arn` } : undefined;
}

/** What CloudFormation would change or leave out without a word. */
function untold({ steps }: RolePlan): readonly string[] {
  const untagged = steps.some(
    (step) =>
      (step.kind === 'createPolicy' || step.kind === 'createInstanceProfile') &&
      Object.keys(step.tags).length > 0,
  );
  return [
    ...(untagged
      ? ['Tags of managed policies and instance profiles are not in here: CloudFormation does not set them.']
      : []),
    ...(JSON.stringify(steps).includes('{{resolve:')
      ? ['CloudFormation replaces {{resolve:…}} in texts by a value that it looks up; check those below.']
      : []),
  ];
}
