import {
  type AccessAnalyzerClient,
  CheckAccessNotGrantedCommand,
  CheckNoNewAccessCommand,
  CheckNoPublicAccessCommand,
  type PathElement,
  paginateValidatePolicy,
  type ReasonSummary,
  type ValidatePolicyFinding,
} from '@aws-sdk/client-accessanalyzer';
import type { AccessCheck, AnalyzerFinding, PolicyPathElement, ReviewApi } from '../../roles/reviewApi.ts';
import type { CallOptions } from './callOptions.ts';
import { allOf, required } from './results.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-checks-validating-policies.html */
export function accessAnalyzerOperations(analyzer: AccessAnalyzerClient, options: CallOptions) {
  return {
    async validatePolicy(document, type, resourceType) {
      const input = {
        policyDocument: document,
        policyType: type,
        validatePolicyResourceType: resourceType as 'AWS::IAM::AssumeRolePolicyDocument' | undefined,
      };
      const pages = paginateValidatePolicy({ client: analyzer }, input, options);
      return (await allOf(pages, (page) => page.findings)).map(findingOf);
    },
    async checkNoNewAccess(newDocument, existing, type) {
      const command = new CheckNoNewAccessCommand({
        newPolicyDocument: newDocument,
        existingPolicyDocument: existing,
        policyType: policyTypeOf(type),
      });
      return checkOf(await analyzer.send(command, options));
    },
    async checkAccessNotGranted(document, { actions, resources }, type) {
      const command = new CheckAccessNotGrantedCommand({
        policyDocument: document,
        access: [
          {
            ...(actions.length > 0 && { actions: [...actions] }),
            ...(resources.length > 0 && { resources: [...resources] }),
          },
        ],
        policyType: policyTypeOf(type),
      });
      return checkOf(await analyzer.send(command, options));
    },
    async checkNoPublicAccess(document, resourceType) {
      const command = new CheckNoPublicAccessCommand({
        policyDocument: document,
        resourceType: resourceType as 'AWS::IAM::AssumeRolePolicyDocument',
      });
      return checkOf(await analyzer.send(command, options));
    },
  } satisfies Partial<ReviewApi>;
}

/** Custom policy checks know two types; the policies of organizations are read as those of identities. */
function policyTypeOf(type: string): 'IDENTITY_POLICY' | 'RESOURCE_POLICY' {
  return type === 'RESOURCE_POLICY' ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY';
}

function findingOf(finding: ValidatePolicyFinding): AnalyzerFinding {
  return {
    code: required(finding.issueCode, 'the code of a finding'),
    severity: required(finding.findingType, 'the type of a finding'),
    message: finding.findingDetails ?? '',
    url: finding.learnMoreLink ?? '',
    paths: (finding.locations ?? []).map(({ path = [] }) => path.flatMap((element) => stepOf(element))),
  };
}

function stepOf({ key, value, index, substring }: PathElement): readonly PolicyPathElement[] {
  if (key !== undefined) return [{ key }];
  if (value !== undefined) return [{ value }];
  if (index !== undefined) return [{ index }];
  const { start, length } = substring ?? {};
  return start === undefined || length === undefined ? [] : [{ substring: { start, length } }];
}

function checkOf(answer: {
  readonly result?: string | undefined;
  readonly message?: string | undefined;
  readonly reasons?: readonly ReasonSummary[] | undefined;
}): AccessCheck {
  return {
    passed: required(answer.result, 'the result of the check') === 'PASS',
    message: answer.message ?? '',
    reasons: (answer.reasons ?? []).map(({ description = '', statementIndex }) => ({
      description,
      statement: statementIndex,
    })),
  };
}
