import type { RolePlan } from '../plan.ts';
import { type Resource, templateOf } from './cloudFormation.ts';
import { isList, type Json } from './json.ts';
import { leftOver } from './leftOver.ts';
import { pascalCase } from './names.ts';
import { comment, withoutHidden } from './visible.ts';

/** A CDK app in TypeScript, with the constructs that stand for CloudFormation's resources, as they leave nothing to guess. */
export function printCdk(plan: RolePlan): string {
  const { resources, left } = templateOf(plan);
  const head = [plan.title, ...leftOver('the AWS CDK', left)].map((line) => comment('//', line)).join('\n');
  const name = pascalCase(plan.title.split(/[^A-Za-z0-9]+/)).slice(0, 100);
  const constructs = resources.map(construct);
  return `${head}
${imports.map(([what, from]) => `import ${what} from '${from}';`).join('\n')}

export class ${name}Stack extends cdk.Stack {
  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

${constructs.join('\n\n')}
  }
}

new ${name}Stack(new cdk.App(), ${string(name)});
`;
}

const imports = [
  ['* as cdk', 'aws-cdk-lib'],
  ['* as iam', 'aws-cdk-lib/aws-iam'],
  ['type { Construct }', 'constructs'],
] as const;

const classes: Readonly<Record<Resource['type'], string>> = {
  'AWS::IAM::Role': 'CfnRole',
  'AWS::IAM::RolePolicy': 'CfnRolePolicy',
  'AWS::IAM::ManagedPolicy': 'CfnManagedPolicy',
  'AWS::IAM::InstanceProfile': 'CfnInstanceProfile',
  'AWS::IAM::ServiceLinkedRole': 'CfnServiceLinkedRole',
};

function construct({ logicalId, type, properties }: Resource): string {
  return `    const ${variable(logicalId)} = new iam.${classes[type]}(this, ${string(logicalId)}, ${literal(properties, 2, true)});
    new cdk.CfnOutput(this, ${string(`${logicalId}Id`)}, { value: ${variable(logicalId)}.ref });`;
}

function variable(logicalId: string): string {
  return `the${logicalId}`;
}

/** `isProperty`: names are those of properties of constructs, and not of a policy document. */
function literal(value: Json, depth: number, isProperty: boolean): string {
  if (typeof value === 'string') return string(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isList(value)) {
    const items = value.map((item) => `${indent(depth + 1)}${literal(item, depth + 1, isProperty)},`);
    return items.length === 0 ? '[]' : `[\n${items.join('\n')}\n${indent(depth)}]`;
  }
  if (isProperty && 'Ref' in value) return `${variable(String(value['Ref']))}.ref`;
  if (isProperty && 'Fn::Sub' in value) return `cdk.Fn.sub(${string(String(value['Fn::Sub']))})`;
  const members = Object.entries(value).map(([key, member]) => {
    const inside = isProperty && !key.endsWith('PolicyDocument');
    return `${indent(depth + 1)}${memberName(key, isProperty)}: ${literal(member, depth + 1, inside)},`;
  });
  return members.length === 0 ? '{}' : `{\n${members.join('\n')}\n${indent(depth)}}`;
}

function memberName(key: string, isProperty: boolean): string {
  if (isProperty) return key.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
  if (key === '__proto__') return `['__proto__']`;
  return /^[A-Za-z_]\w*$/.test(key) ? key : string(key);
}

/** In single quotes, with what is not seen as escapes. */
function string(text: string): string {
  const inside = JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\(.)|'/g, (found, escaped: string | undefined) => {
      if (escaped === undefined) return "\\'";
      return escaped === '"' ? '"' : found;
    });
  return `'${withoutHidden(inside)}'`;
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
