import type { Connection } from 'vscode-languageserver';
import { describeAccess } from '../features/describeAccess.ts';
import { describePolicy } from '../features/describePolicy.ts';
import { explainAssumption } from '../features/explainAssumption.ts';
import type { PolicyDocument } from '../policy/model.ts';
import { readDocument } from '../policy/readDocument.ts';
import {
  type AccessDescription,
  type AssumptionAnswer,
  type DescribeAccessParams,
  type DescribePolicyParams,
  describeAccessRequest,
  describePolicyRequest,
  type JudgeAssumptionParams,
  judgeAssumptionRequest,
  type PolicyDescription,
  type PolicyType,
} from '../protocol.ts';
import { applyTextEdits, textEdits } from '../syntax/textEdits.ts';
import { answer } from './answer.ts';
import type { Session } from './session.ts';

/** Answers requests on policies that are in no document, such as those AWS was asked for. */
export function answerTextRequests(connection: Connection, session: () => Session): void {
  connection.onRequest(describePolicyRequest, ({ text, type }: DescribePolicyParams, token) =>
    answer<PolicyDescription | null>(connection.console, describePolicyRequest, token, null, async () => {
      const policy = policyIn(text, type);
      const { catalog, settings } = session();
      return policy === undefined
        ? null
        : describePolicy(policy, catalog, [settings.account.id, ...settings.trustedAccounts]);
    }),
  );
  // Without a fallback: an answer that failed must not look like a role that may do nothing.
  connection.onRequest(
    describeAccessRequest,
    ({ policies, boundary }: DescribeAccessParams): AccessDescription => {
      const bounds = boundary === null ? undefined : policyIn(boundary, 'boundary');
      if (boundary !== null && bounds === undefined)
        throw new Error('The permissions boundary is no policy.');
      const identity = policies.map((text) => policyIn(text, 'identity'));
      return describeAccess(identity, bounds, session().catalog);
    },
  );
  connection.onRequest(judgeAssumptionRequest, (params: JudgeAssumptionParams, token) =>
    answer<AssumptionAnswer | null>(connection.console, judgeAssumptionRequest, token, null, async () =>
      judge(params, session()),
    ),
  );
}

function policyIn(text: string, type: PolicyType): PolicyDocument | undefined {
  return readDocument(text, { chosen: { type } }).policies[0]?.policy;
}

function judge(
  { trustPolicy, context, trustedArn, ...request }: JudgeAssumptionParams,
  { catalog }: Session,
): AssumptionAnswer | null {
  const file = readDocument(trustPolicy, { chosen: { type: 'trust' } });
  const policy = file.policies[0]?.policy;
  if (policy === undefined) return null;
  const lowered = new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]));
  const { mending, ...verdict } = explainAssumption(
    policy,
    { ...request, context: lowered },
    trustedArn,
    catalog,
  );
  if (mending === undefined) return { ...verdict, mended: null };
  const text = applyTextEdits(file.text, textEdits(file.text, mending.edits, 0));
  return { ...verdict, mended: { title: mending.title, text } };
}
