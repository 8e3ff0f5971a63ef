import { type AccountReview, isUnused, outsiders, type ReviewedRole, topicOf } from './accountReview.ts';
import { csvText } from './csv.ts';
import { dayOf } from './days.ts';

const head = [
  'Date',
  'Account',
  'Role',
  'ARN',
  'Created',
  'Last used',
  'Topic',
  'Severity',
  'Code',
  'Policy',
  'Message',
];

/** A review as CSV: a row for each thing that was found, and one for each role of which there is nothing to say. */
export function accountCsv(review: AccountReview): string {
  return csvText([head, ...review.roles.flatMap((role) => rowsOf(role, review))]);
}

function rowsOf(role: ReviewedRole, review: AccountReview): readonly (readonly string[])[] {
  const { name, arn, created, lastUsed, findings } = role;
  const first = [
    dayOf(review.date),
    review.account,
    name,
    arn,
    dayOf(created),
    typeof lastUsed === 'string' ? lastUsed : dayOf(lastUsed),
  ];
  const rows = [
    ...(isUnused(role, review)
      ? [['unused', '', '', '', `Not used for ${review.unusedAfter} days or longer`]]
      : []),
    ...outsiders(role).map((who) => ['outside account', '', '', 'trust policy', who]),
    ...findings.map((finding) => [
      topicOf(finding) ?? 'finding',
      finding.severity,
      finding.code,
      finding.policy,
      finding.message,
    ]),
  ];
  return (rows.length === 0 ? [['none', '', '', '', '']] : rows).map((row) => [...first, ...row]);
}
