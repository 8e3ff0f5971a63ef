import type { PolicyDocument } from '../../policy/model.ts';
import { isEscape } from '../../policy/policyVariable.ts';
import { literalOf } from '../../syntax/node.ts';
import { analyzerPage, everyType, type Reporter } from '../check.ts';
import { defineCheck } from '../defineCheck.ts';
import { setVersion } from '../document/versionFix.ts';
import { reportVariables, takesVariables } from './variableReports.ts';

export const variableUnsupportedInVersion = defineCheck({
  code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  severity: 'ERROR',
  types: everyType,
  element: 'variableText',
  what: 'The policy uses a policy variable in a version of the language that has none.',
  why: 'Before version 2012-10-17, and without a Version, IAM takes ${aws:username} as these very characters.',
  fix: 'Write "Version": "2012-10-17".',
  source: analyzerPage('VARIABLE_UNSUPPORTED_IN_VERSION', 'ERROR'),
  bad: [
    {
      type: 'identity',
      text: `{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/«\${aws:username}»/*" } }`,
    },
    {
      type: 'resource',
      text: `{ "Version": "2008-10-17", "Statement": { "Effect": "Allow",
        "Principal": { "AWS": "arn:aws:iam::111122223333:role/Reports" }, "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
        "Condition": { "StringEquals": { "s3:ExistingObjectTag/team": "«\${aws:PrincipalTag/team}»" } } } }`,
    },
  ],
  good: [
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/\${aws:username}/*" } }`,
    },
    {
      type: 'identity',
      text: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/\${aws:PrincipalTag/team, 'company-wide'}/\${*}/*" } }`,
    },
  ],
  check(element, { policy, report }) {
    if (!takesVariables(element.role) || !lacksVariables(policy)) return;
    const withFix: Reporter = (found) => report({ ...found, fixes: () => [setVersion(policy, false)] });
    reportVariables(withFix, element, (variable, written) =>
      variable.closed && !isEscape(variable) && variable.name.trim() !== ''
        ? `${written} is plain text here, because policy variables need version 2012-10-17; set "Version": "2012-10-17".`
        : undefined,
    );
  },
});

/** The language of a statement that stands alone is not known. */
function lacksVariables({ version, level }: PolicyDocument): boolean {
  if (version === undefined) return level === 'document';
  return literalOf(version.value) === '2008-10-17';
}
