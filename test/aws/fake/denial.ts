/** How AWS words AccessDenied. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */

export type DenyingPolicy =
  | 'identity-based'
  | 'resource-based'
  | 'session'
  | 'permissions boundary'
  | 'service control'
  | 'resource control'
  | 'VPC endpoint'
  | 'role trust';

export interface DenialForm {
  /** The kind of policy that is to blame; undefined: AWS does not say, as across accounts. */
  readonly by?: DenyingPolicy;
  /** Denied by a statement, not by the lack of one. */
  readonly explicit?: boolean;
  /** ARN of the policy that denies. */
  readonly policyArn?: string;
  /** Brings a link to the console with it. */
  readonly authorizationId?: string;
}

export interface DeniedRequest {
  readonly principal: string;
  /** Such as `iam:CreateRole`. */
  readonly action: string;
  /** ARN; undefined: not told. */
  readonly resource: string | undefined;
}

export function denialMessage({ principal, action, resource }: DeniedRequest, form: DenialForm): string {
  // Where a trust policy lacks a statement, AWS does not name the role.
  const where = resource === undefined || form.by === 'role trust' ? '' : ` on resource: ${resource}`;
  return `User: ${principal} is not authorized to perform: ${action}${where}${reason(action, form)}${troubleshooter(form)}`;
}

function reason(action: string, { by, explicit, policyArn }: DenialForm): string {
  if (by === undefined) return '';
  const policy = by === 'permissions boundary' ? by : `${by} policy`;
  if (explicit !== true) return ` because no ${policy} allows the ${action} action`;
  const article = by === 'role trust' ? 'the' : by === 'identity-based' ? 'an' : 'a';
  return ` with an explicit deny in ${article} ${policy}${policyArn === undefined ? '' : `: ${policyArn}`}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html */
function troubleshooter({ authorizationId: id }: DenialForm): string {
  if (id === undefined) return '';
  const link = `https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/authorization-details/${id}`;
  return `. Go to ${link} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${id}`;
}
