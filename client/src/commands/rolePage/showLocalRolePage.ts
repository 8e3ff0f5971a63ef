import { describeAccessRequest, type PolicyType } from '../../../../server/src/protocol.ts';
import type { OpenPolicy } from '../../documents/openPolicies.ts';
import type { PolicyKind, RolePage } from '../../rolePage/rolePage.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { describedPolicy, type PolicyText, serverIsOff } from './describedPolicy.ts';

/** Nothing of it has to do with AWS. */
type LocalPageParts = Pick<SessionParts, 'ui' | 'openPolicies' | 'ask' | 'now' | 'rolePages'>;

const title = 'Show Role Page of Open Policies';

/** Shows the page of a role that open documents make up: a trust policy and what it is to have. Needs no AWS. */
export async function showLocalRolePage(parts: LocalPageParts): Promise<void> {
  const { ui, openPolicies } = parts;
  const atCursor = await openPolicies.atCursor();
  const open = await openPolicies.all();
  const trust = await chooseTrust(parts, open, atCursor);
  if (trust === undefined) return;
  const others = open.filter(({ type }) => type === 'identity' || type === 'boundary');
  const items = others.map((policy) => ({ ...item(policy), picked: isSame(policy, atCursor) }));
  const placeholder = 'Its permission policies; one of type permissions boundary is taken as its boundary';
  const chosen = others.length === 0 ? [] : await ui.pickMany(items, { title, placeholder });
  if (chosen === undefined) return;
  const boundaries = chosen.filter(({ type }) => type === 'boundary');
  if (boundaries.length > 1)
    throw new Error('A role has one permissions boundary at most: choose one of them, then try again.');
  const places = [trust, ...chosen].map(placeOf);
  await parts.rolePages.show({
    id: JSON.stringify(places),
    title: trust.name,
    async read() {
      const now = await openPolicies.all();
      const [first, ...more] = [trust, ...chosen].map((policy) => asItIs(policy, now));
      return readPage(parts, first ?? trust, more);
    },
  });
}

async function chooseTrust(
  { ui }: LocalPageParts,
  open: readonly OpenPolicy[],
  atCursor: OpenPolicy | undefined,
): Promise<OpenPolicy | undefined> {
  const trust = open.filter(({ type }) => type === 'trust');
  if (trust.length === 0)
    throw new Error('No trust policy is open. Open the document that holds it, then run the command again.');
  const [only] = trust;
  if (trust.length === 1) return only;
  const inFront = trust.filter((one) => isSame(one, atCursor));
  const items = [...inFront, ...trust.filter((one) => !inFront.includes(one))].map(item);
  return ui.pick(items, { title, placeholder: 'The trust policy' });
}

function item(policy: OpenPolicy): PickItem<OpenPolicy> {
  return { label: policy.name, description: policyTypeWords[policy.type] ?? '', icon: 'json', value: policy };
}

const policyTypeWords: Readonly<Partial<Record<PolicyType, string>>> = { boundary: 'permissions boundary' };

/** The document and which of its policies: lines move while it is edited. */
function placeOf({ uri, name }: OpenPolicy): string {
  return `${uri} ${name}`;
}

function isSame(one: OpenPolicy, other: OpenPolicy | undefined): boolean {
  return one.uri === other?.uri && one.range.start.line === other.range.start.line;
}

/** The policy of the same document that begins nearest to where this one began. */
function asItIs(policy: OpenPolicy, open: readonly OpenPolicy[]): OpenPolicy {
  const line = ({ range }: OpenPolicy) => range.start.line;
  const distance = (one: OpenPolicy) => Math.abs(line(one) - line(policy));
  const [nearest] = open
    .filter(({ uri, type }) => uri === policy.uri && type === policy.type)
    .sort((one, other) => distance(one) - distance(other));
  if (nearest === undefined)
    throw new Error(
      `${policy.name} holds the ${policy.type} policy no longer, or is closed. Open it, then refresh.`,
    );
  return nearest;
}

async function readPage(
  { ask, now }: LocalPageParts,
  trust: OpenPolicy,
  others: readonly OpenPolicy[],
): Promise<RolePage> {
  const policies = others.filter(({ type }) => type !== 'boundary');
  const boundary = others.find(({ type }) => type === 'boundary');
  const access = await ask(describeAccessRequest, {
    policies: policies.map(({ text }) => text),
    boundary: boundary?.text ?? null,
  });
  if (access === undefined) throw serverIsOff();
  return {
    name: trust.name,
    origin: 'open documents',
    readAt: now(),
    facts: [],
    trust: await describedPolicy(ask, textOf(trust, 'trust policy')),
    policies: await Promise.all(
      policies.map((one) => describedPolicy(ask, textOf(one, 'permission policy'))),
    ),
    boundary: boundary && (await describedPolicy(ask, textOf(boundary, 'permission policy'))),
    access,
    instanceProfiles: [],
    trustingRoles: [],
    gaps: [trust, ...others]
      .filter(({ complete }) => !complete)
      .map(({ name }) => `${name} has values that only a deployment knows, or that are still to be typed.`),
  };
}

function textOf({ uri, name, range, text, type, findings }: OpenPolicy, kind: PolicyKind): PolicyText {
  return { name, kind, detail: '', place: { uri, range }, text, type, findings };
}
