import { listed } from '../policyEvaluation.ts';
import { malformed, readStatements } from './documents.ts';

/** Throws the `Fault` of IAM for a document that it would not take as an identity-based policy. */
export function checkPermissionDocument(document: string): void {
  for (const statement of readStatements(document, 'Syntax errors in policy.')) {
    if (statement.Principal !== undefined || statement.NotPrincipal !== undefined)
      throw malformed('Policy document should not specify a principal.');
    const actions = listed(statement.Action ?? statement.NotAction);
    if (actions.length === 0) throw malformed('Policy statement must contain actions.');
    if (actions.some((action) => action !== '*' && !/^[a-z0-9-]+:\S+$/i.test(action)))
      throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
    const resources = listed(statement.Resource ?? statement.NotResource);
    if (resources.length === 0) throw malformed('Policy statement must contain resources.');
    const wrong = resources.find((resource) => !/^(\*|arn:)/.test(resource));
    if (wrong !== undefined) throw malformed(`Resource ${wrong} must be in ARN format or "*".`);
  }
}
