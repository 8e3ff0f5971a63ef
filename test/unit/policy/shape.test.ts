import { describe, expect, it } from 'vitest';
import type { PolicyType } from '../../../server/src/policy/policyType.ts';
import { shapeProblems } from '../../../server/src/policy/shape/shape.ts';
import type { Level, ShapeProblem } from '../../../server/src/policy/shape/shapeProblem.ts';
import { parseJson } from '../../../server/src/syntax/parseJson.ts';

/** Problems as `problem details @ marked text`. */
function problemsIn(type: PolicyType, text: string, level?: Level): string[] {
  const { root } = parseJson(text);
  if (root?.kind !== 'object') throw new Error('The example is no object.');
  return shapeProblems(root, { type }, level).map((one) => `${summary(one)} @ ${marked(one, text)}`);
}

function marked(one: ShapeProblem, text: string): string {
  const { start, end } = 'key' in one ? one.key : one.node;
  return text.slice(start, end);
}

function summary(one: ShapeProblem): string {
  switch (one.problem) {
    case 'missing':
    case 'value':
    case 'prohibited':
    case 'principalFormat':
      return `${one.problem} ${one.element}`;
    case 'unknownElement':
      return `${one.problem} ${one.level} ${one.name} near ${one.near}`;
    case 'wrongCase':
      return `${one.problem} ${one.level} ${one.name} is ${one.element}`;
    case 'type':
      return `${one.problem} ${one.element}: ${one.actual} for ${one.expected}`;
    case 'combination':
      return `${one.problem} ${one.elements.join('+')}`;
    case 'principalKey':
      return `${one.problem} ${one.name} near ${one.near}`;
  }
}

const good: Readonly<Record<PolicyType, string>> = {
  trust: '{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}',
  identity:
    '{"Sid":"A","Effect":"Allow","Action":["s3:GetObject"],"Resource":"*","Condition":{"Bool":{"a:b":[true,"false",1]}}}',
  resource:
    '{"Effect":"Deny","NotPrincipal":{"AWS":["*"]},"NotAction":"s3:*","NotResource":["arn:aws:s3:::b"]}',
  scp: '{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}',
  rcp: '{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}',
  boundary: '{"Effect":"Allow","Action":"*","Resource":"*"}',
  session: '{"Effect":"Allow","Action":[],"Resource":[]}',
};

function document(statement: string): string {
  return `{"Version":"2012-10-17","Statement":[${statement}]}`;
}

describe('a policy of the right shape', () => {
  it.each(Object.entries(good))('%s: has no problem, in a list, alone and bare', (type, statement) => {
    const policyType = type as PolicyType;
    expect(problemsIn(policyType, document(statement))).toEqual([]);
    expect(problemsIn(policyType, `{"Id":"x","Version":"2008-10-17","Statement":${statement}}`)).toEqual([]);
    expect(problemsIn(policyType, statement, 'statement')).toEqual([]);
  });

  it('may have no statements', () => {
    expect(problemsIn('identity', '{"Statement":[]}')).toEqual([]);
  });
});

/** One mistake each: the type, the statement, the one problem. */
const inStatement: readonly (readonly [PolicyType, string, string])[] = [
  ['identity', '{"Action":"*","Resource":"*"}', 'missing Effect @ {"Action":"*","Resource":"*"}'],
  ['identity', '{"Effect":"Deny","Resource":"*"}', 'missing Action @ {"Effect":"Deny","Resource":"*"}'],
  ['identity', '{"Effect":"Deny","Action":"*"}', 'missing Resource @ {"Effect":"Deny","Action":"*"}'],
  ['trust', '{"Effect":"Allow","Action":"sts:*"}', 'missing Principal @ {"Effect":"Allow","Action":"sts:*"}'],
  [
    'rcp',
    '{"Effect":"Deny","Action":"s3:*","Resource":"*"}',
    'missing Principal @ {"Effect":"Deny","Action":"s3:*","Resource":"*"}',
  ],
  [
    'resource',
    '{"Effect":"Deny","Action":"s3:*","Resource":"*"}',
    'missing Principal @ {"Effect":"Deny","Action":"s3:*","Resource":"*"}',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":"*","Comment":1}',
    'unknownElement statement Comment near undefined @ "Comment"',
  ],
  [
    'identity',
    '{"Efect":"Deny","Action":"*","Resource":"*"}',
    'unknownElement statement Efect near Effect @ "Efect"',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resources":"*"}',
    'unknownElement statement Resources near Resource @ "Resources"',
  ],
  [
    'identity',
    '{"Effect":"Deny","NotActions":"*","Resource":"*"}',
    'unknownElement statement NotActions near NotAction @ "NotActions"',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":"*","__proto__":{"Effect":1}}',
    'unknownElement statement __proto__ near undefined @ "__proto__"',
  ],
  [
    'identity',
    '{"effect":"Deny","Action":"*","Resource":"*"}',
    'wrongCase statement effect is Effect @ "effect"',
  ],
  [
    'identity',
    '{"Effect":"Deny","notaction":"a:b","Resource":"*"}',
    'wrongCase statement notaction is NotAction @ "notaction"',
  ],
  ['identity', '{"Effect":"allow","Action":"*","Resource":"*"}', 'value Effect @ "allow"'],
  [
    'identity',
    '{"Effect":["Allow"],"Action":"*","Resource":"*"}',
    'type Effect: a list for a string @ ["Allow"]',
  ],
  [
    'identity',
    '{"Sid":7,"Effect":"Deny","Action":"*","Resource":"*"}',
    'type Sid: a number for a string @ 7',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":{},"Resource":"*"}',
    'type Action: an object for a string or a list of strings @ {}',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":["a:b",{"x":1}],"Resource":"*"}',
    'type Action: an object for a string @ {"x":1}',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":null}',
    'type Resource: null for a string or a list of strings @ null',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":[["*"]]}',
    'type Resource: a list for a string @ ["*"]',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":"*","Condition":[]}',
    'type Condition: a list for an object @ []',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":true}}',
    'type Condition: a boolean for an object @ true',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"a~/b":{}}}}',
    'type Condition: an object for a string, a number, a boolean or a list of these @ {}',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":[null]}}}',
    'type Condition: null for a string, a number or a boolean @ null',
  ],
  [
    'identity',
    '{"Effect":"Deny","Action":"*","NotAction":"*","Resource":"*"}',
    'combination Action+NotAction @ "NotAction"',
  ],
  [
    'scp',
    '{"Effect":"Deny","Action":"*","NotResource":"*","Resource":"*"}',
    'combination NotResource+Resource @ "Resource"',
  ],
  [
    'resource',
    '{"Effect":"Deny","Principal":"*","NotPrincipal":"*","Action":"*","Resource":"*"}',
    'combination Principal+NotPrincipal @ "NotPrincipal"',
  ],
  [
    'identity',
    '{"Effect":"Deny","Principal":5,"Action":"*","Resource":"*"}',
    'prohibited Principal @ "Principal"',
  ],
  [
    'scp',
    '{"Effect":"Deny","NotPrincipal":"*","Action":"*","Resource":"*"}',
    'prohibited NotPrincipal @ "NotPrincipal"',
  ],
  [
    'session',
    '{"Effect":"Deny","principal":"*","Action":"*","Resource":"*"}',
    'prohibited Principal @ "principal"',
  ],
  [
    'trust',
    '{"Effect":"Deny","Principal":"*","Action":"sts:*","Resource":"*"}',
    'prohibited Resource @ "Resource"',
  ],
  [
    'trust',
    '{"Effect":"Deny","NotPrincipal":"*","Action":"sts:*"}',
    'prohibited NotPrincipal @ "NotPrincipal"',
  ],
  [
    'rcp',
    '{"Effect":"Deny","Principal":"*","NotAction":"s3:*","Resource":"*"}',
    'prohibited NotAction @ "NotAction"',
  ],
  [
    'rcp',
    '{"Effect":"Deny","NotPrincipal":"*","Action":"s3:*","Resource":"*"}',
    'prohibited NotPrincipal @ "NotPrincipal"',
  ],
  [
    'rcp',
    '{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"s3:*","Resource":"*"}',
    'principalFormat Principal @ {"AWS":"*"}',
  ],
  [
    'trust',
    '{"Effect":"Deny","Principal":"ec2.amazonaws.com","Action":"sts:*"}',
    'principalFormat Principal @ "ec2.amazonaws.com"',
  ],
  [
    'trust',
    '{"Effect":"Deny","Principal":["*"],"Action":"sts:*"}',
    'type Principal: a list for "*" or an object @ ["*"]',
  ],
  [
    'trust',
    '{"Effect":"Deny","Principal":{"AWS":{"x":"y"}},"Action":"sts:*"}',
    'type Principal: an object for a string or a list of strings @ {"x":"y"}',
  ],
  [
    'trust',
    '{"Effect":"Deny","Principal":{"Services":"a.b"},"Action":"sts:*"}',
    'principalKey Services near Service @ "Services"',
  ],
  [
    'resource',
    '{"Effect":"Deny","Principal":{"aws":"*"},"Action":"*","Resource":"*"}',
    'principalKey aws near AWS @ "aws"',
  ],
  ['identity', '"text"', 'type Statement: a string for an object @ "text"'],
];

describe('one mistake in a statement is one problem', () => {
  it.each(inStatement)('%s %s', (type, statement, problem) => {
    expect(problemsIn(type, document(statement))).toEqual([problem]);
    expect(problemsIn(type, document(`${good[type]},${statement}`))).toEqual([problem]);
    if (!statement.startsWith('{')) return;
    expect(problemsIn(type, `{"Statement":${statement}}`)).toEqual([problem]);
    expect(problemsIn(type, statement, 'statement')).toEqual([problem]);
  });
});

const inDocument: readonly (readonly [string, string])[] = [
  ['{"Version":"2012-10-17"}', 'missing Statement @ {"Version":"2012-10-17"}'],
  ['{"Statment":[]}', 'unknownElement document Statment near Statement @ "Statment"'],
  ['{"statement":[]}', 'wrongCase document statement is Statement @ "statement"'],
  [
    '{"statement":[{"effect":1}]}',
    'wrongCase document statement is Statement @ "statement"|wrongCase statement effect is Effect @ "effect"|missing Action @ {"effect":1}|missing Resource @ {"effect":1}|type Effect: a number for a string @ 1',
  ],
  ['{"Statement":[],"Effect":"Allow"}', 'unknownElement document Effect near undefined @ "Effect"'],
  ['{"Version":"2012-10-18","Statement":[]}', 'value Version @ "2012-10-18"'],
  ['{"Version":2012,"Statement":[]}', 'type Version: a number for a string @ 2012'],
  ['{"Id":{},"Statement":[]}', 'type Id: an object for a string @ {}'],
  ['{"Statement":"x"}', 'type Statement: a string for an object or a list of objects @ "x"'],
];

describe('one mistake in the document is one problem', () => {
  it.each(inDocument)('%s', (text, problems) => {
    expect(problemsIn('identity', text).sort()).toEqual(problems.split('|').sort());
  });
});

describe('what is not known is not wrong', () => {
  it.each([
    '{"Statement":[{"Effect":{"Ref":"E"},"Principal":{"Ref":"P"},"Action":{"Fn::If":[]},"Resource":{"Fn::Split":[]},"Condition":{"Ref":"C"}}],"AWSTemplateFormatVersion":""}',
    '{"Statement":[{"Fn::If":["a",{},{}]}],"AWSTemplateFormatVersion":""}',
    '{"Statement":{"Fn::If":["a",{},{}]},"AWSTemplateFormatVersion":""}',
    '{"Statement":[{"Effect":"Allow","Principal":"*","Action":["a:b",{"Fn::Sub":"${x}"}],"Resource":[{"Fn::GetAtt":["A","Arn"]}]}],"AWSTemplateFormatVersion":""}',
  ])('%s', (text) => {
    const elsewhere =
      'unknownElement document AWSTemplateFormatVersion near undefined @ "AWSTemplateFormatVersion"';
    expect(problemsIn('resource', text)).toEqual([elsewhere]);
  });

  it('while a value is still to be typed', () => {
    expect(problemsIn('trust', document('{"Effect":,"Principal": ,"Action":'))).toEqual([]);
  });
});

describe('repeated keys', () => {
  it('the last counts', () => {
    expect(
      problemsIn('identity', document('{"Effect":1,"Effect":"Allow","Action":"*","Resource":"*"}')),
    ).toEqual([]);
  });

  it('the exactly spelt one counts before any other', () => {
    const text = document('{"Effect":"Allow","effect":1,"Action":"*","Resource":"*"}');
    expect(problemsIn('identity', text)).toEqual(['wrongCase statement effect is Effect @ "effect"']);
  });
});

it('problems come in order of the text', () => {
  const text = document('{"Efect":"Allow","action":5,"Resource":"*","Comment":1}');
  expect(problemsIn('identity', text).map((problem) => problem.split(' @ ')[1])).toEqual([
    '"Efect"',
    '"action"',
    '5',
    '"Comment"',
  ]);
});
