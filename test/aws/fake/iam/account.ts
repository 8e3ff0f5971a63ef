import type { FakeUser } from '../state.ts';
import { textOf } from '../wire/data.ts';
import { Fault, noSuchEntity } from '../wire/fault.ts';
import type { ApiRequest, Operation, World } from '../world.ts';
import { listedPolicy, singleInstanceProfile, singleRole } from './answers.ts';
import { encodeDocument } from './documents.ts';
import { policyOf } from './find.ts';
import { sameName } from './names.ts';
import { page } from './paging.ts';
import { quotas } from './quotas.ts';

const getAccountSummary: Operation = ({ account }, { state }) => {
  const count = (entities: readonly { readonly account: string }[]) =>
    entities.filter((entity) => entity.account === account).length;
  const used = {
    Roles: count(state.roles),
    Policies: count(state.policies),
    InstanceProfiles: count(state.instanceProfiles),
    Users: count(state.users),
  };
  return { SummaryMap: new Map(Object.entries({ ...used, ...quotas })) };
};

const getUser: Operation = (request, world) => ({ User: describeUser(findUser(request, world)) });

const listUsers: Operation = ({ parameters, account }, { state }) =>
  page(parameters, 'Users', state.users.filter((user) => user.account === account).map(describeUser));

const listMfaDevices: Operation = (request, world) => {
  const user = findUser(request, world);
  const devices = user.mfaDevices.map((SerialNumber) => ({
    UserName: user.name,
    SerialNumber,
    EnableDate: user.created,
  }));
  return page(request.parameters, 'MFADevices', devices);
};

/** The named user, or the caller. */
function findUser({ parameters, caller, account }: ApiRequest, { state }: World): FakeUser {
  const name = textOf(parameters, 'UserName');
  if (name === undefined && caller.kind === 'role')
    throw new Fault('ValidationError', 'Must specify userName when calling with non-User credentials');
  const user = state.users.find((one) =>
    name === undefined ? one.arn === caller.arn : one.account === account && sameName(one.name, name),
  );
  if (user === undefined) throw noSuchEntity(`The user with name ${name ?? caller.arn} cannot be found.`);
  return user;
}

function describeUser({ name, path, arn, id, created }: FakeUser) {
  return { UserName: name, Path: path, Arn: arn, UserId: id, CreateDate: created };
}

/** Roles alone; https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html */
const getAccountAuthorizationDetails: Operation = (request, world) => {
  const { account, parameters } = request;
  const { state } = world;
  const roles = state.roles
    .filter((role) => role.account === account)
    .map((role) => {
      const { Description: _, MaxSessionDuration: __, ...common } = singleRole(role);
      return {
        ...common,
        RolePolicyList: Object.entries(role.inlinePolicies).map(([PolicyName, document]) => ({
          PolicyName,
          PolicyDocument: encodeDocument(document),
        })),
        AttachedManagedPolicies: role.attachedPolicies.map((PolicyArn) => ({
          PolicyName: policyOf(PolicyArn, request, world)?.name,
          PolicyArn,
        })),
        InstanceProfileList: state.instanceProfiles
          .filter((profile) => profile.account === account && profile.roles.includes(role.name))
          .map((profile) => singleInstanceProfile(profile, world)),
      };
    });
  const policies = state.policies
    .filter((policy) => policy.account === account)
    .map((policy) => ({
      ...listedPolicy(policy, request, world),
      PolicyVersionList: policy.versions.map(({ id, document, created }) => ({
        VersionId: id,
        IsDefaultVersion: id === policy.defaultVersionId,
        CreateDate: created,
        Document: encodeDocument(document),
      })),
    }));
  return { ...page(parameters, 'RoleDetailList', roles), Policies: policies };
};

function listProviders(kind: 'oidc' | 'saml', name: string): Operation {
  return ({ account }, { state }) => ({
    [name]: state.identityProviders
      .filter((arn) => arn.includes(`:${account}:${kind}-provider/`))
      .map((Arn) => ({ Arn })),
  });
}

export const accountOperations: Readonly<Record<string, Operation>> = {
  GetAccountSummary: getAccountSummary,
  GetUser: getUser,
  ListUsers: listUsers,
  ListMFADevices: listMfaDevices,
  GetAccountAuthorizationDetails: getAccountAuthorizationDetails,
  ListOpenIDConnectProviders: listProviders('oidc', 'OpenIDConnectProviderList'),
  ListSAMLProviders: listProviders('saml', 'SAMLProviderList'),
};
