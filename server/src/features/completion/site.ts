import type { PolicyDocument, Statement } from '../../policy/model.ts';
import type { PolicyType } from '../../policy/policyType.ts';
import type { Cursor } from '../cursor.ts';
import type { FeatureContext } from '../featureContext.ts';
import type { Target } from './target.ts';

/** A place in a policy and all that proposals for it are made of. */
export interface Site extends FeatureContext {
  readonly text: string;
  readonly cursor: Cursor;
  readonly target: Target;
  readonly policy: PolicyDocument;
  readonly type: PolicyType;
}

/** A place within a statement. */
export interface StatementSite extends Site {
  readonly statement: Statement;
}
