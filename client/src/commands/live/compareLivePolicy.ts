import type { AwsApi } from '../../roles/awsApi.ts';
import { type LiveAddress, type LivePolicy, liveOfPath, uriOfLive } from '../../roles/live/address.ts';
import { describeLive, readLivePolicy } from '../../roles/live/readLivePolicy.ts';
import { formattedDocument } from '../../roles/sameDocument.ts';
import type { PickItem } from '../../ui/ui.ts';
import type { SessionParts } from '../session/sessionParts.ts';
import { connectionOf } from './connectionOf.ts';

const title = 'Compare Live Policy With';

/** What a policy is compared with, and what it is called. */
interface Other {
  readonly name: string;
  readonly text: string;
}

interface Compared {
  readonly parts: SessionParts;
  readonly address: LiveAddress;
  readonly api: AwsApi;
}

type Source = (compared: Compared) => Promise<Other | undefined>;

/** Shows a live policy beside another policy; `argument` is its document's URI, else the active document is meant. */
export async function compareLivePolicy(parts: SessionParts, argument?: unknown): Promise<void> {
  const { ui } = parts;
  const uri = uriOf(argument) ?? parts.activeDocument();
  const address = uri && liveOfPath(uri.path);
  if (uri === undefined || address === undefined)
    throw new Error('No live policy is open. Run Open Live Policy, then compare it.');
  const api = (await connectionOf(parts.activeProfile, address)).api();
  const source = await ui.pick(sources(address.policy), { title, placeholder: describeLive(address.policy) });
  const other = await source?.({ parts, address, api });
  if (other === undefined) return;
  await ui.diff({
    title: `${other.name} and ${describeLive(address.policy)}`,
    left: `${formattedDocument(other.text)}\n`,
    right: { uri: uriOfLive(uri.scheme, address) },
    language: 'json',
  });
}

function sources({ kind }: LivePolicy): readonly PickItem<Source>[] {
  return [
    { label: 'A Local File…', icon: 'file', value: localFile },
    kind === 'managed'
      ? { label: 'Another Version…', icon: 'history', value: otherVersion }
      : { label: 'Another Role…', icon: 'person', value: otherRole },
    { label: 'The Same in Another Profile…', icon: 'account', value: otherProfile },
  ];
}

const localFile: Source = ({ parts: { files } }) => files.chooseFile(title, 'Compare');

const otherVersion: Source = async ({ parts: { ui }, address: { policy }, api }) => {
  if (policy.kind !== 'managed') return undefined;
  const { policyArn } = policy;
  const items = api.listPolicyVersions(policyArn).then((versions) =>
    versions.map(({ id, isDefault, created }) => ({
      label: id,
      description: `${created.toISOString().slice(0, 10)}${isDefault ? ', the default' : ''}`,
      value: id,
    })),
  );
  const versionId = await ui.pick(items, { title, placeholder: 'The version' });
  return versionId === undefined ? undefined : liveOther(api, { kind: 'managed', policyArn, versionId });
};

const otherRole: Source = async ({ parts: { ui }, address: { policy }, api }) => {
  if (policy.kind === 'managed') return undefined;
  const items = api
    .listRoles()
    .then((roles) =>
      roles
        .filter(({ name }) => name !== policy.roleName)
        .map(({ name, path }) => ({ label: name, description: path, icon: 'person', value: name })),
    );
  const roleName = await ui.pick(items, { title, placeholder: 'The role', matchAll: true });
  return roleName === undefined ? undefined : liveOther(api, { ...policy, roleName });
};

const otherProfile: Source = async ({ parts: { ui, activeProfile }, address }) => {
  const items = activeProfile.profiles().then((profiles) =>
    profiles
      .filter(({ name }) => name !== address.profile)
      .map(({ name, account, region }) => ({
        label: name,
        description: [account, region].filter(Boolean).join(', '),
        icon: 'account',
        value: name,
      })),
  );
  const name = await ui.pick(items, { title, placeholder: 'The profile' });
  if (name === undefined) return undefined;
  const connection = await activeProfile.connectTo(name);
  const { account } = await connection.caller();
  const other = await liveOther(connection.api(), inAccount(address.policy, account));
  return { ...other, name: `${other.name} in account ${account} (profile ${name})` };
};

/** The policy of the same name there: a customer managed one has another ARN in every account. */
function inAccount(policy: LivePolicy, account: string): LivePolicy {
  if (policy.kind !== 'managed') return policy;
  const policyArn = policy.policyArn.replace(/^(arn:[^:]+:iam::)\d{12}:/, `$1${account}:`);
  return { kind: 'managed', policyArn };
}

async function liveOther(api: AwsApi, policy: LivePolicy): Promise<Other> {
  const name = describeLive(policy);
  const live = await readLivePolicy(api, policy);
  if (live === undefined) throw new Error(`There is no ${name} to compare with.`);
  return { name, text: live.text };
}

/** Menus give the document's URI as VS Code has it. */
function uriOf(argument: unknown): { readonly scheme: string; readonly path: string } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { scheme, path } = argument as Readonly<Record<string, unknown>>;
  return typeof scheme === 'string' && typeof path === 'string' ? { scheme, path } : undefined;
}
