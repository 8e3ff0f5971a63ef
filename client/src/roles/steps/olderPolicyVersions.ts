import { nameOfArn } from '../arn.ts';
import { patiently } from '../patience.ts';
import { sameDocument } from '../sameDocument.ts';
import { blocked, equal, pending } from '../stepState.ts';
import { defaultVersion, readingVersions, unchangeable } from './policyVersions.ts';
import type { StepRules } from './stepRules.ts';

export const setDefaultPolicyVersion: StepRules<'setDefaultPolicyVersion', string | undefined> = {
  describe: ({ policyArn, versionId }) =>
    `Make ${versionId} the default version of policy ${nameOfArn(policyArn)}`,

  permissions({ policyArn }) {
    const actions = ['iam:GetPolicy', 'iam:ListPolicyVersions', 'iam:SetDefaultPolicyVersion'];
    return actions.map((action) => ({ action, resource: policyArn }));
  },

  async inspect({ policyArn, versionId }, { api }) {
    const reason = await unchangeable(policyArn, api);
    if (reason !== undefined) return blocked(reason);
    const version = (await api.listPolicyVersions(policyArn)).find(({ id }) => id === versionId);
    if (version === undefined)
      return blocked(`Policy ${nameOfArn(policyArn)} has no version ${versionId}; choose one that it has.`);
    return version.isDefault ? equal : pending;
  },

  async remember({ policyArn }, { api }) {
    return (await defaultVersion(api, policyArn))?.id;
  },

  async apply({ policyArn, versionId }, run) {
    await patiently(run, [], () => run.api.setDefaultPolicyVersion(policyArn, versionId));
  },

  undo({ policyArn }, before) {
    return before === undefined ? [] : [{ kind: 'setDefaultPolicyVersion', policyArn, versionId: before }];
  },
};

export const deletePolicyVersion: StepRules<'deletePolicyVersion', string | undefined> = {
  describe: ({ policyArn, versionId }) => `Delete version ${versionId} of policy ${nameOfArn(policyArn)}`,

  permissions({ policyArn }) {
    return [...readingVersions(policyArn), { action: 'iam:DeletePolicyVersion', resource: policyArn }];
  },

  async inspect({ policyArn, versionId }, { api }) {
    if ((await api.getPolicy(policyArn)) === undefined) return equal;
    const version = (await api.listPolicyVersions(policyArn)).find(({ id }) => id === versionId);
    if (version === undefined) return equal;
    if (version.isDefault)
      return blocked(
        `${versionId} is the default version of policy ${nameOfArn(policyArn)}, which cannot be deleted; make another version the default first.`,
      );
    return pending;
  },

  remember({ policyArn, versionId }, { api }) {
    return api.getPolicyVersion(policyArn, versionId);
  },

  async apply({ policyArn, versionId }, run) {
    await patiently(run, [], () => run.api.deletePolicyVersion(policyArn, versionId));
  },

  undo({ policyArn }, before) {
    return before === undefined ? [] : [{ kind: 'restorePolicyVersion', policyArn, document: before }];
  },
};

export const restorePolicyVersion: StepRules<'restorePolicyVersion'> = {
  describe: ({ policyArn }) => `Put a deleted version of policy ${nameOfArn(policyArn)} back`,

  permissions({ policyArn }) {
    return [
      { action: 'iam:GetPolicy', resource: policyArn },
      ...readingVersions(policyArn),
      { action: 'iam:CreatePolicyVersion', resource: policyArn },
    ];
  },

  async inspect({ policyArn, document }, { api }) {
    const reason = await unchangeable(policyArn, api);
    if (reason !== undefined) return blocked(reason);
    for (const { id, isDefault } of await api.listPolicyVersions(policyArn)) {
      if (isDefault) continue;
      const live = await api.getPolicyVersion(policyArn, id);
      if (live !== undefined && sameDocument(live, document)) return { kind: 'equal', id };
    }
    return pending;
  },

  async remember() {},

  async apply({ policyArn, document }, run) {
    run.made(await patiently(run, [], () => run.api.createPolicyVersion(policyArn, document, false)));
  },

  undo({ policyArn }, _before, made) {
    return made === undefined ? [] : [{ kind: 'deletePolicyVersion', policyArn, versionId: made }];
  },
};
