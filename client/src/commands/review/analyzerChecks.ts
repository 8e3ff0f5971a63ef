import type { PolicyType } from '../../../../server/src/protocol.ts';
import type { OpenPolicy } from '../../documents/openPolicies.ts';
import type { AwsApi } from '../../roles/awsApi.ts';
import { checkFindings, type PathFinding, validationFindings } from '../../roles/review/analyzerResults.ts';
import { listOf } from '../../roles/review/contextEntry.ts';
import type { AnalyzerPolicyType } from '../../roles/reviewApi.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { askLivePolicy } from './livePolicy.ts';
import { publicResourceTypes } from './publicResourceTypes.ts';

/** A call of Access Analyzer with all that it needs; gives what it finds in the policy. */
export type RunCheck = (api: AwsApi) => Promise<readonly PathFinding[]>;

export interface AnalyzerCheck {
  readonly label: string;
  readonly detail: string;
  /** Source: IAM User Guide, IAM Access Analyzer custom policy checks. */
  readonly charged: boolean;
  readonly fits: (type: PolicyType) => boolean;
  /** Asks for what it needs; undefined when the user gives up. */
  readonly ask: (parts: SessionParts, policy: OpenPolicy) => Promise<RunCheck | undefined>;
}

/** What Access Analyzer takes each type of policy for. */
const policyTypes: Readonly<Record<PolicyType, AnalyzerPolicyType>> = {
  trust: 'RESOURCE_POLICY',
  resource: 'RESOURCE_POLICY',
  identity: 'IDENTITY_POLICY',
  boundary: 'IDENTITY_POLICY',
  session: 'IDENTITY_POLICY',
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
};

const trustResource = 'AWS::IAM::AssumeRolePolicyDocument';
const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html';

const forAccounts = (type: PolicyType) => type !== 'scp' && type !== 'rcp';

export const analyzerChecks: readonly AnalyzerCheck[] = [
  {
    label: 'Validate Policy',
    detail: 'Errors, warnings and suggestions, as the console shows them',
    charged: false,
    fits: () => true,
    ask:
      async (_parts, { text, type }) =>
      async (api) =>
        validationFindings(
          await api.validatePolicy(text, policyTypes[type], type === 'trust' ? trustResource : undefined),
        ),
  },
  {
    label: 'Check for New Access',
    detail: 'Whether it allows what the live version of a policy does not',
    charged: true,
    fits: forAccounts,
    async ask(parts, { text, type }) {
      const live = await askLivePolicy(parts, type);
      if (live === undefined) return undefined;
      return async (api) =>
        checkFindings('NEW_ACCESS', guide, await api.checkNoNewAccess(text, live, policyTypes[type]));
    },
  },
  {
    label: 'Check That Access Is Not Granted',
    detail: 'Whether it allows actions, or reaches resources, that you name',
    charged: true,
    fits: forAccounts,
    async ask({ ui }, { text, type }) {
      const title = 'Check That Access Is Not Granted';
      const actions = await ui.input({
        title,
        prompt: 'Actions it must not allow, with commas between them; empty: any',
        validate: (written) =>
          listOf(written).every((one) => /^[\w-]+:[\w*?]+$/.test(one))
            ? undefined
            : 'An action is a service prefix, a colon and a name, such as s3:DeleteBucket.',
      });
      if (actions === undefined) return undefined;
      const resources = await ui.input({
        title,
        prompt: 'ARNs of resources it must not reach, with commas between them; empty: any',
        validate: (written) =>
          listOf(written).length + listOf(actions).length === 0
            ? 'Name an action or a resource: without both there is nothing to look for.'
            : undefined,
      });
      if (resources === undefined) return undefined;
      const access = { actions: listOf(actions), resources: listOf(resources) };
      return async (api) =>
        checkFindings(
          'ACCESS_GRANTED',
          guide,
          await api.checkAccessNotGranted(text, access, policyTypes[type]),
        );
    },
  },
  {
    label: 'Check for Public Access',
    detail: 'Whether it lets in everyone',
    charged: true,
    fits: (type) => type === 'trust' || type === 'resource',
    async ask({ ui }, { text, type }) {
      const resource =
        type === 'trust'
          ? trustResource
          : await ui.pick(
              publicResourceTypes.map((one) => ({ label: one, value: one })),
              { title: 'Check for Public Access', placeholder: 'What the policy is attached to' },
            );
      if (resource === undefined) return undefined;
      return async (api) =>
        checkFindings('PUBLIC_ACCESS', guide, await api.checkNoPublicAccess(text, resource));
    },
  },
];
