import { type AwsError, Cancelled, hasCode, isDenied } from '../awsError.ts';
import { type AllowStatement, missingPermissionStatement } from '../missingPermission.ts';
import { type ExplorerNode, node } from './explorerNode.ts';
import { plainLine } from './plainLine.ts';

/** Codes of errors that a new sign-in or other credentials end. */
export const signInCodes = ['signInExpired', 'ExpiredToken', 'RequestExpired'] as const;

/** What stands in place of something that could not be read; `what` is that, such as `roles`. */
export function errorNode(id: string, what: string, error: unknown): ExplorerNode {
  if (error instanceof Cancelled)
    return node({
      id,
      label: `Reading ${what} was cancelled`,
      description: 'refresh to begin again',
      icon: 'circle-slash',
    });
  const message = plainLine(error instanceof Error ? error.message : String(error), 1000);
  if (isDenied(error)) return deniedNode(id, what, error, message);
  if (hasCode(error, ...signInCodes))
    return node({
      id,
      label: 'Signed out',
      description: 'press Enter to sign in again',
      tooltip: message,
      icon: 'sign-in',
      opens: { kind: 'sign in' },
    });
  return node({
    id,
    label: `The ${what} cannot be read`,
    description: plainLine(message),
    tooltip: message,
    spoken: `The ${what} cannot be read. ${message}`,
    icon: 'error',
    flags: ['failed'],
  });
}

function deniedNode(id: string, what: string, error: AwsError, message: string): ExplorerNode {
  const remedy = remedyOf(error);
  const action = error.details.operation ?? 'A permission';
  const label = `${action} is not allowed`;
  const common = { id, label, icon: 'lock', tooltip: message } as const;
  if (typeof remedy === 'string')
    return node({
      ...common,
      description: plainLine(remedy),
      tooltip: `${message}\n\n${plainLine(remedy, 1000)}`,
      spoken: `The ${what} cannot be read: ${label}. ${remedy}`,
    });
  return node({
    ...common,
    description: 'press Enter for the statement that is missing',
    tooltip: `${message}\n\nThis statement would allow it:\n${JSON.stringify(remedy, undefined, 2)}`,
    spoken: `The ${what} cannot be read: ${label}. Press Enter for the statement that is missing.`,
    flags: ['missingStatement'],
    opens: { kind: 'statement', statement: remedy },
  });
}

/** A statement to add, or why none would help. */
function remedyOf({ details: { denied, operation } }: AwsError): AllowStatement | string {
  if (denied === undefined) return { Effect: 'Allow', Action: operation ?? '*', Resource: '*' };
  const remedy = missingPermissionStatement(denied);
  return 'statement' in remedy ? remedy.statement : remedy.explanation;
}
