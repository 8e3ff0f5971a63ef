import { hasCode } from './awsError.ts';

/** Where in a policy document AWS finds the mistake that it refuses it for. */
export interface PolicyFault {
  /** The element, as policies have it; undefined where AWS points at the document as a whole. */
  readonly element: 'Version' | 'Sid' | 'Principal' | 'Action' | 'Resource' | 'Condition' | undefined;
  /** The value that AWS quotes. */
  readonly value: string | undefined;
  /** A sentence: what is wrong and what to do. */
  readonly advice: string;
}

interface Rule extends Pick<PolicyFault, 'element' | 'advice'> {
  /** A group, if any, holds the value. */
  readonly text: RegExp;
}

/** AWS's texts, the special before the general. */
const rules: readonly Rule[] = [
  {
    text: /Invalid principal in policy: "?\w+"?\s*:\s*"([^"]+)"/i,
    element: 'Principal',
    advice: 'AWS does not know this principal: correct it, or wait a few seconds where it was just created.',
  },
  {
    text: /Invalid principal in policy/i,
    element: 'Principal',
    advice: 'AWS does not know a principal: correct it, or wait a few seconds where it was just created.',
  },
  {
    text: /Policy document should not specify a principal|Has prohibited field (?:Not)?Principal/i,
    element: 'Principal',
    advice: 'A permission policy names no principal: remove it, the role itself is the principal.',
  },
  {
    text: /Missing required field (?:Not)?Principal/i,
    element: 'Principal',
    advice: 'A trust policy says who may assume the role: add a Principal to each statement.',
  },
  {
    text: /Has prohibited field (?:Not)?Resource/i,
    element: 'Resource',
    advice: 'A trust policy has no Resource, as the role is the resource: remove the element.',
  },
  {
    text: /must contain resources|Missing required field (?:Not)?Resource/i,
    element: 'Resource',
    advice: 'Each statement of a permission policy needs a Resource: add one.',
  },
  {
    text: /Resource (\S+) must be in ARN format/i,
    element: 'Resource',
    advice: 'A resource is an ARN or "*": write it out.',
  },
  {
    text: /Partition "[^"]*" is not valid for resource "([^"]+)"/i,
    element: 'Resource',
    advice:
      'The ARN begins with a partition that this account is not in: use arn:aws, or that of its Region.',
  },
  {
    text: /(?:Resource|IAM resource) (\S+) can ?not contain region information/i,
    element: 'Resource',
    advice: 'ARNs of this service have no Region: leave it empty.',
  },
  {
    text: /resource path must|Resource vendor must|\bresource\b.*(?:ARN|account|vendor)/i,
    element: 'Resource',
    advice: 'AWS refuses the ARN of a resource: correct it.',
  },
  {
    text: /AssumeRole ?policy may only specify|Trust Policy statement actions can only be/i,
    element: 'Action',
    advice: 'A trust policy allows sts actions only, such as sts:AssumeRole: remove the others.',
  },
  {
    text: /must contain actions|Missing required field (?:Not)?Action/i,
    element: 'Action',
    advice: 'Each statement needs an Action: add one.',
  },
  {
    text: /Vendor (\S+) is not valid/i,
    element: 'Action',
    advice: 'No AWS service has this prefix: correct the part before the colon.',
  },
  {
    text: /must be prefaced by a vendor|can contain only one colon/i,
    element: 'Action',
    advice: 'Actions and condition keys have the form service:name: correct them.',
  },
  {
    text: /SID.*(?:unique|alpha-?numeric|regular expression)/is,
    element: 'Sid',
    advice: 'Statement ids are letters and digits and differ from each other: rename them.',
  },
  {
    text: /must be version 2012-10-17|Invalid version/i,
    element: 'Version',
    advice: 'Set "Version": "2012-10-17".',
  },
  {
    text: /condition/i,
    element: 'Condition',
    advice: 'AWS refuses a condition: correct its operator, key or value.',
  },
  {
    text: /./s,
    element: undefined,
    advice: 'The JSON is not a policy document to AWS: check its syntax and its elements.',
  },
];

/** What a MalformedPolicyDocument is about; undefined for other errors. */
export function policyFaultOf(error: unknown): PolicyFault | undefined {
  return hasCode(error, 'MalformedPolicyDocument') ? policyFault(error.details.awsMessage) : undefined;
}

/** Of AWS's text alone. */
export function policyFault(awsMessage: string): PolicyFault | undefined {
  for (const { text, element, advice } of rules) {
    const match = text.exec(awsMessage);
    if (match !== null) return { element, advice, value: match[1] };
  }
  return undefined;
}

/** Offsets, from and to, in the text of a document where a fault stands; undefined where that is not sure. */
export function faultPlace(
  text: string,
  { element, value }: Pick<PolicyFault, 'element' | 'value'>,
): readonly [number, number] | undefined {
  const only = (name: string): readonly [number, number] | undefined => {
    // A document that is a string itself has backslashes before its quotes.
    const [found, second] = [...text.matchAll(new RegExp(`(?<=")${name}(?=\\\\*")`, 'g'))];
    return found && second === undefined ? [found.index, found.index + found[0].length] : undefined;
  };
  const quoted = value?.replace(/[^\w\s]/g, '\\$&');
  return (quoted && only(quoted)) || (element && only(`(?:Not)?${element}`)) || undefined;
}
