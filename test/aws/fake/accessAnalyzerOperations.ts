import { evaluate, listed, type Statement, statementsOf } from './policyEvaluation.ts';
import type { FakeCheckResult } from './state.ts';
import { type Data, numberOf, type Parameters, structuresOf, textOf, textsOf } from './wire/data.ts';
import { Fault } from './wire/fault.ts';
import type { Operation } from './world.ts';

const validatePolicy: Operation = ({ parameters }, { state }) => {
  const document = readDocument(parameters, 'policyDocument');
  return page(parameters, 'findings', state.findings[document] ?? [], 100);
};

const listAnalyzers: Operation = ({ parameters }, { state }) => {
  const type = textOf(parameters, 'type');
  const analyzers = state.analyzers.filter((analyzer) => type === undefined || analyzer.type === type);
  return page(parameters, 'analyzers', analyzers, 100);
};

function page(parameters: Parameters, name: string, all: readonly object[], usual: number): Data {
  const start = Number(textOf(parameters, 'nextToken') ?? 0);
  const end = start + (numberOf(parameters, 'maxResults') ?? usual);
  return {
    [name]: all.slice(start, end) as readonly Data[],
    nextToken: end < all.length ? String(end) : undefined,
  };
}

/** Looks at the policies unless `state.checkResults` has the answer; `look` gives what is against it. */
function check(look: (parameters: Parameters) => readonly string[]): Operation {
  return ({ operation, parameters }, { state }) => {
    const seeded = state.checkResults[operation];
    if (seeded !== undefined) return describeResult(seeded);
    const against = look(parameters);
    if (against.length === 0)
      return describeResult({ result: 'PASS', message: 'The policy document does not grant the access.' });
    const reasons = against.map((description) => ({ description, statementIndex: 0 }));
    return describeResult({ result: 'FAIL', message: 'The policy document grants the access.', reasons });
  };
}

function describeResult({ result, message, reasons }: FakeCheckResult): Data {
  return { result, message, ...(reasons === undefined ? {} : { reasons: reasons as readonly Data[] }) };
}

/** Coarse: an Allow statement that the existing policy does not have as it is. */
const checkNoNewAccess = check((parameters) => {
  const existing = allowing(readDocument(parameters, 'existingPolicyDocument')).map((one) =>
    JSON.stringify(one),
  );
  return allowing(readDocument(parameters, 'newPolicyDocument'))
    .filter((statement) => !existing.includes(JSON.stringify(statement)))
    .map((statement) => `New access in the statement with sid: ${statement.Sid ?? ''}.`);
});

const checkAccessNotGranted = check((parameters) => {
  const document = readDocument(parameters, 'policyDocument');
  return structuresOf(parameters, 'access').flatMap((access) => {
    const resources = textsOf(access, 'resources');
    return textsOf(access, 'actions').filter((action) =>
      (resources.length === 0 ? ['*'] : resources).some(
        (resource) => evaluate([document], action, resource, new Map()).decision === 'allowed',
      ),
    );
  });
});

const checkNoPublicAccess = check((parameters) =>
  allowing(readDocument(parameters, 'policyDocument'))
    .filter(({ Principal, Condition }) => Condition === undefined && isEverybody(Principal))
    .map((statement) => `Public access granted in the statement with sid: ${statement.Sid ?? ''}.`),
);

function isEverybody(principal: Statement['Principal']): boolean {
  return principal === '*' || (typeof principal === 'object' && listed(principal['AWS']).includes('*'));
}

function allowing(document: string): readonly Statement[] {
  return statementsOf(document).filter(({ Effect }) => Effect === 'Allow');
}

function readDocument(parameters: Parameters, name: string): string {
  const document = textOf(parameters, name) ?? '';
  try {
    JSON.parse(document);
    return document;
  } catch {
    throw new Fault('ValidationException', `The ${name} is not valid JSON.`);
  }
}

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html */
export const accessAnalyzerOperations: Readonly<Record<string, Operation>> = {
  ValidatePolicy: validatePolicy,
  ListAnalyzers: listAnalyzers,
  CheckNoNewAccess: checkNoNewAccess,
  CheckAccessNotGranted: checkAccessNotGranted,
  CheckNoPublicAccess: checkNoPublicAccess,
};
