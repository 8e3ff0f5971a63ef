import { nearestNames } from '../../catalog/nearestNames.ts';
import { literalOf, type Member, type Node, type ObjectNode, type StringNode } from '../../syntax/node.ts';
import type { PolicyKind, PolicyType } from '../policyType.ts';
import {
  childOf,
  elementNamed,
  elementsAt,
  type Found,
  nodeAt,
  plainDocument,
  plainStatement,
} from './plainValue.ts';
import type { ElementName, Level, ShapeProblem } from './shapeProblem.ts';
import { statementElements } from './shapeProblem.ts';
import * as validators from './validators.generated.mjs';

export type { ShapeProblem } from './shapeProblem.ts';

const validatorFor: Readonly<Record<PolicyType, validators.Validator>> = {
  trust: validators.trust,
  identity: validators.permissions,
  resource: validators.resource,
  scp: validators.permissions,
  rcp: validators.rcp,
  boundary: validators.permissions,
  session: validators.permissions,
};

/**
 * What is wrong with the structure of a policy, in order of the text: elements missing, unknown, prohibited for the
 * type or not to be combined, and values of the wrong JSON type. What a template decides later (`unknown` nodes,
 * strings with holes) and values still to be typed are never wrong. `level` is `statement` where `root` is a
 * statement that stands alone instead of a policy document.
 */
export function shapeProblems(root: ObjectNode, kind: PolicyKind, level: Level = 'document'): ShapeProblem[] {
  const validate = validatorFor[kind.type];
  const alone = level === 'statement';
  const value = alone ? { Statement: plainStatement(root) } : plainDocument(root);
  const faults = validate(value) ? [] : (validate.errors ?? []);
  const problems = faults.flatMap((fault) => {
    const pointer = alone ? fault.instancePath.slice('/Statement'.length) : fault.instancePath;
    return problemsOf(fault, nodeAt(root, level, pointer));
  });
  const prohibited = new Set(problems.flatMap((one) => (one.problem === 'prohibited' ? [one.key] : [])));
  const misspelt = wrongCases(root, level).filter(({ key }) => !prohibited.has(key));
  return [...problems, ...misspelt].sort((one, other) => startOf(one) - startOf(other));
}

function startOf(problem: ShapeProblem): number {
  return 'key' in problem ? problem.key.start : problem.node.start;
}

function problemsOf(fault: validators.ShapeFault, found: Found): ShapeProblem[] {
  const { node, member, element } = found;
  switch (fault.keyword) {
    case 'required':
      return missing(String(fault.params['missingProperty']), found);
    case 'additionalProperties':
      return unknownKey(String(fault.params['additionalProperty']), found);
    case 'false schema':
      if (member === undefined || element === undefined) return [];
      return fault.schemaPath.includes('/dependencies/') ? combination(member) : prohibition(member, element);
    case 'enum':
      return isOpen(node) ? [] : wrongValue(node, element);
    case 'const':
      if (isOpen(node) || (element !== 'Principal' && element !== 'NotPrincipal')) return [];
      return [{ problem: 'principalFormat', element, node }];
    case 'type':
      return isOpen(node) ? [] : wrongType(node, element, String(fault.params['type']));
    default:
      return [];
  }
}

/** Whether a value is not known yet. */
function isOpen(node: Node | undefined): node is undefined {
  if (node === undefined || node.kind === 'unknown') return true;
  return node.kind === 'string' && literalOf(node) === undefined;
}

const requiredElements = ['Statement', 'Effect', 'Principal', 'Action', 'Resource'] as const;

function missing(name: string, { node, level }: Found): ShapeProblem[] {
  const element = requiredElements.find((one) => one === name);
  if (node?.kind !== 'object' || level === undefined || element === undefined) return [];
  const standsThere = node.members.some(({ key }) => {
    const written = literalOf(key);
    if (written === undefined) return true;
    if (elementNamed(written, level) !== undefined) return false;
    const near = nearestNames(written, elementsAt[level], 1)[0];
    return near === element || near === `Not${element}`;
  });
  return standsThere ? [] : [{ problem: 'missing', element, node }];
}

const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function unknownKey(name: string, { node, level }: Found): ShapeProblem[] {
  const key = childOf(node, level, name)?.key;
  if (key === undefined) return [];
  if (level === undefined) {
    return [{ problem: 'principalKey', name, near: nearestNames(name, principalTypes, 1)[0], key }];
  }
  const near = nearestNames(name, elementsAt[level], 1)[0];
  return [{ problem: 'unknownElement', level, name, near, key }];
}

/** `member` is the plain one of a pair such as Action and NotAction, which stand in one statement. */
function combination({ key }: Member): ShapeProblem[] {
  const statement = key.parent;
  const plain = statementElements.find((one) => one === elementNamed(literalOf(key) ?? '', 'statement'));
  const not = statementElements.find((one) => one === `Not${plain}`);
  if (statement?.kind !== 'object' || plain === undefined || not === undefined) return [];
  const other = childOf(statement, 'statement', not)?.key ?? key;
  const [first, second] = other.start < key.start ? [not, plain] : [plain, not];
  return [
    {
      problem: 'combination',
      elements: [first, second],
      key: other.start < key.start ? key : other,
      node: statement,
    },
  ];
}

function prohibition({ key }: Member, name: ElementName): ShapeProblem[] {
  const element = statementElements.find((one) => one === name);
  return element === undefined ? [] : [{ problem: 'prohibited', element, key }];
}

function wrongValue(node: Node, element: ElementName | undefined): ShapeProblem[] {
  if (node.kind !== 'string') return wrongType(node, element, 'string');
  return element === 'Effect' || element === 'Version' ? [{ problem: 'value', element, node }] : [];
}

/** By the types of the schema, as ajv names them. */
const expectations: Readonly<Record<string, string>> = {
  string: 'a string',
  object: 'an object',
  'string,array': 'a string or a list of strings',
  'object,array': 'an object or a list of objects',
  'string,object': '"*" or an object',
  'string,number,boolean': 'a string, a number or a boolean',
  'string,number,boolean,array': 'a string, a number, a boolean or a list of these',
};

const kinds: Readonly<Record<Node['kind'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  unknown: 'unknown',
};

function wrongType(node: Node, element: ElementName | undefined, types: string): ShapeProblem[] {
  if (element === undefined) return [];
  return [
    { problem: 'type', element, expected: expectations[types] ?? types, actual: kinds[node.kind], node },
  ];
}

type WrongCase = Extract<ShapeProblem, { problem: 'wrongCase' }>;

function wrongCases(root: ObjectNode, level: Level): WrongCase[] {
  if (level === 'statement') return wrongCasesIn(root, level);
  const { value } = childOf(root, level, 'Statement') ?? {};
  const statements = value?.kind === 'array' ? value.items : value === undefined ? [] : [value];
  return [
    ...wrongCasesIn(root, level),
    ...statements.flatMap((one) => (one.kind === 'object' ? wrongCasesIn(one, 'statement') : [])),
  ];
}

function wrongCasesIn(node: ObjectNode, level: Level): WrongCase[] {
  return node.members.flatMap(({ key }) => wrongCase(key, level));
}

function wrongCase(key: StringNode, level: Level): WrongCase[] {
  const name = literalOf(key) ?? '';
  const element = elementNamed(name, level);
  if (element === undefined || element === name) return [];
  return [{ problem: 'wrongCase', level, name, element, key }];
}
