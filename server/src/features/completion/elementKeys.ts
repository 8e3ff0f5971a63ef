import { counterparts, policyElements } from '../../policy/policyElements.ts';
import type { PolicyType } from '../../policy/policyType.ts';
import type { ElementName } from '../../policy/shape/shapeProblem.ts';
import type { Proposal, Proposals } from './completionItem.ts';
import type { Site } from './site.ts';
import { documentSkeletons, statementSkeletons } from './skeletons.ts';
import { snippetText } from './snippetText.ts';
import { otherKeys } from './target.ts';

const list = '[\n\t"$1"\n]';
const object = '{\n\t$1\n}';

/** The value a new element starts with. */
const values: Readonly<Record<ElementName, string>> = {
  Version: '"2012-10-17"',
  Id: '"$1"',
  Statement: '[\n\t$1\n]',
  Sid: '"$1"',
  Effect: '"$1"',
  Principal: object,
  NotPrincipal: object,
  Action: list,
  NotAction: list,
  Resource: list,
  NotResource: list,
  Condition: object,
};

const valuesOfType: Partial<Readonly<Record<PolicyType, Partial<Readonly<Record<ElementName, string>>>>>> = {
  trust: { Action: '"$1"', NotAction: '"$1"' },
  rcp: { Effect: '"Deny"', Principal: '"*"' },
};

const details: Readonly<Record<ElementName, string>> = {
  Version: 'version of the policy language',
  Id: 'name of the policy',
  Statement: 'what is allowed or denied',
  Sid: 'name of the statement',
  Effect: 'allow or deny',
  Principal: 'who',
  NotPrincipal: 'all but these',
  Action: 'what may be done',
  NotAction: 'all but these',
  Resource: 'on what',
  NotResource: 'all but these',
  Condition: 'when',
};

/** The elements a policy document still lacks; in an empty one, whole documents as well. */
export function documentKeys(site: Site): Proposals {
  const present = otherKeys(site.text, site.cursor);
  const missing = policyElements[site.type].document.filter((name) => !present.has(name.toLowerCase()));
  return {
    proposals: [
      ...missing.map((name) => elementProposal(name, site.type)),
      ...wholes(site, documentSkeletons),
    ],
  };
}

/** The elements a statement still lacks and can have beside the others; in an empty one, whole statements as well. */
export function statementKeys(site: Site): Proposals {
  const present = otherKeys(site.text, site.cursor);
  const missing = policyElements[site.type].statement.filter((name) => {
    const counterpart = counterparts[name]?.toLowerCase();
    return !present.has(name.toLowerCase()) && !(counterpart !== undefined && present.has(counterpart));
  });
  const alone = present.size === 0 && site.policy.level === 'statement';
  const skeletons = alone ? [] : wholes(site, statementSkeletons);
  return { proposals: [...missing.map((name) => elementProposal(name, site.type)), ...skeletons] };
}

/** An element as a key, with the value it starts with in a policy of the type. */
export function elementProposal(name: ElementName, type: PolicyType): Proposal {
  const value = valuesOfType[type]?.[name] ?? values[name];
  return {
    label: name,
    kind: 'element',
    detail: details[name],
    body: { form: 'member', name: [name], value: snippetText(value) },
    retrigger: value.includes('$1') && name !== 'Sid' && name !== 'Id',
    doc: { kind: 'element', name },
  };
}

/** Members to fill an empty object with, on lines of their own. */
function wholes(site: Site, skeletons: typeof documentSkeletons): readonly Proposal[] {
  const { container, node } = site.cursor;
  if (container.kind !== 'object' || container.members.some(({ key }) => key !== node)) return [];
  if (site.target.hasColon) return [];
  const inside = site.text.slice(container.start, container.end);
  return skeletons(site.type, site.settings, inside.includes('\n') ? 'members' : 'lines');
}
