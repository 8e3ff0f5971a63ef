import { evaluate } from '../policyEvaluation.ts';
import type { FakeSimulation } from '../state.ts';
import { type Data, structuresOf, textsOf } from '../wire/data.ts';
import { noSuchEntity } from '../wire/fault.ts';
import type { ApiRequest, Operation, World } from '../world.ts';
import { policyOf } from './find.ts';
import { required } from './names.ts';
import { page } from './paging.ts';

/** A policy with the id by which the simulator names it. */
interface Source {
  readonly id: string;
  readonly type: string;
  readonly document: string;
}

const simulatePrincipalPolicy: Operation = (request, world) => {
  const { parameters } = request;
  const principal = sourcesOf(required(parameters, 'PolicySourceArn'), request, world);
  const sources = [...principal.identity, ...inputs(request, 'PolicyInputList')];
  const boundary = [...principal.boundary, ...inputs(request, 'PermissionsBoundaryPolicyInputList')];
  const context = new Map(
    structuresOf(parameters, 'ContextEntries').map((entry) => [
      String(entry['ContextKeyName']).toLowerCase(),
      textsOf(entry, 'ContextKeyValues'),
    ]),
  );
  const resources = textsOf(parameters, 'ResourceArns');
  const results = textsOf(parameters, 'ActionNames').flatMap((action) =>
    (resources.length === 0 ? ['*'] : resources).map((resource) => {
      const seeded = world.state.simulations[action];
      if (seeded !== undefined) return seededResult(action, resource, seeded);
      const { decision, policy } = evaluate(documents(sources), action, resource, context);
      const allowed =
        boundary.length === 0
          ? undefined
          : evaluate(documents(boundary), action, resource, context).decision === 'allowed';
      const matched = sources[policy];
      return {
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: decision === 'allowed' && allowed === false ? 'implicitDeny' : decision,
        MatchedStatements:
          matched === undefined ? [] : [{ SourcePolicyId: matched.id, SourcePolicyType: matched.type }],
        MissingContextValues: [],
        PermissionsBoundaryDecisionDetail:
          allowed === undefined ? undefined : { AllowedByPermissionsBoundary: allowed },
      } satisfies Data;
    }),
  );
  return page(parameters, 'EvaluationResults', results);
};

function seededResult(action: string, resource: string, seeded: FakeSimulation): Data {
  const { decision, missingContextKeys = [], allowedByBoundary, allowedByOrganizations } = seeded;
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: decision,
    MatchedStatements: [],
    MissingContextValues: missingContextKeys,
    PermissionsBoundaryDecisionDetail:
      allowedByBoundary === undefined ? undefined : { AllowedByPermissionsBoundary: allowedByBoundary },
    OrganizationsDecisionDetail:
      allowedByOrganizations === undefined ? undefined : { AllowedByOrganizations: allowedByOrganizations },
  };
}

function documents(sources: readonly Source[]): readonly string[] {
  return sources.map(({ document }) => document);
}

function inputs({ parameters }: ApiRequest, name: string): readonly Source[] {
  return textsOf(parameters, name).map((document, index) => ({
    id: `${name}.${index + 1}`,
    type: 'none',
    document,
  }));
}

/** The policies of a role or user; a user whose policies are not told has one that allows everything. */
function sourcesOf(arn: string, request: ApiRequest, world: World) {
  const role = world.state.roles.find((one) => one.arn === arn);
  const managed = (policyArn: string): readonly Source[] => {
    const policy = policyOf(policyArn, request, world);
    const version = policy?.versions.find(({ id }) => id === policy.defaultVersionId);
    if (policy === undefined || version === undefined) return [];
    const type = policy.account === 'aws' ? 'aws-managed' : 'user-managed';
    return [{ id: policy.name, type, document: version.document }];
  };
  if (role !== undefined) {
    const inline = Object.entries(role.inlinePolicies).map(([name, document]) => ({
      id: `role_${role.name}_${name}`,
      type: 'role',
      document,
    }));
    return {
      identity: [...inline, ...role.attachedPolicies.flatMap(managed)],
      boundary: role.boundary === undefined ? [] : managed(role.boundary),
    };
  }
  const caller = world.state.callers.find((one) => one.arn === arn);
  if (caller === undefined) throw noSuchEntity(`Principal ${arn} cannot be found.`);
  const { policies = ['{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'] } = caller;
  const identity = policies.map((document, index) => ({
    id: `user_policy_${index + 1}`,
    type: 'user',
    document,
  }));
  return { identity, boundary: [] };
}

export const simulationOperations: Readonly<Record<string, Operation>> = {
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
};
