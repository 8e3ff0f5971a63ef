import { accountOfArn } from '../arn.ts';
import { isServiceLinked } from '../steps/onRole.ts';
import { type ExplorerNode, node } from './explorerNode.ts';
import { countsText, totalOf } from './findingCounts.ts';
import type { Grouping } from './groupRoles.ts';
import { findingsOf, type Judgements } from './judgements.ts';
import type { ListedRole } from './listedRole.ts';
import { plainLine } from './plainLine.ts';
import { trusteesOf, trusteesText } from './trustees.ts';

/** The row of a role in a group: with its path where the group does not say it, and with who may assume it else. */
export function roleNode(
  { role }: ListedRole,
  group: string,
  grouping: Grouping,
  judgements: Judgements | undefined,
): ExplorerNode {
  const { name, path, arn, description } = role;
  const trustees = plainLine(trusteesText(trusteesOf(role.trustPolicy), accountOfArn(arn)));
  const findings = judgements && findingsOf(judgements);
  const found = findings && totalOf(findings) > 0 ? countsText(findings) : '';
  const who = trustees === '' ? 'may be assumed by nobody' : `may be assumed by ${trustees}`;
  const linked = isServiceLinked(role);
  return node({
    id: `${group} ${arn}`,
    label: plainLine(name),
    description: grouping === 'path' || linked ? trustees : path === '/' ? '' : plainLine(path),
    tooltip: [arn, plainLine(description, 300), who, found].filter((line) => line !== '').join('\n'),
    spoken: [`Role ${plainLine(name)}`, `path ${plainLine(path)}`, who, found]
      .filter((part) => part !== '')
      .join(', '),
    icon: linked ? 'link' : 'person',
    flags: ['role', linked ? 'serviceLinked' : 'own'],
    children: 'of the role',
    roleArn: arn,
    ...(findings !== undefined && { findings }),
  });
}
