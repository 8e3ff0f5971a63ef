import { strict as assert } from 'node:assert';
import { commands, type Hover, MarkdownString } from 'vscode';
import { readCursor } from '../markedText.ts';
import { waitFor } from './waitFor.ts';
import { closeAll, openText } from './workbench.ts';

const identity = (members: string) => `{"Version":"2012-10-17","Statement":[{"Effect":"Allow",${members}}]}`;
const trust = (members: string) => identity(`${members},"Action":"sts:AssumeRole"`);

/** Where the cursor is in the text, and what the hover there must say. */
const hovers: readonly (readonly [string, string, readonly RegExp[]])[] = [
  [
    'an action',
    identity('"Action":"s3:Get|Object","Resource":"*"'),
    [/s3:GetObject/, /Read/, /arn:\$\{Partition\}:s3:::/, /docs\.aws\.amazon\.com/],
  ],
  [
    'a wildcard',
    identity('"Action":"s3:GetObjectT|*","Resource":"*"'),
    [/2 actions/, /s3:GetObjectTagging/, /s3:GetObjectTorrent/],
  ],
  [
    'an ARN',
    identity('"Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-|demo-bucket/*"'),
    [/Partition/i, /Service/i, /bucket/i],
  ],
  ['a service principal', trust('"Principal":{"Service":"ec2.ama|zonaws.com"}'), [/EC2/]],
  [
    'an account',
    trust('"Principal":{"AWS":"arn:aws:iam::1111|22223333:root"}'),
    [/111122223333/, /account/i],
  ],
  [
    'a condition operator',
    identity('"Action":"s3:ListBucket","Resource":"*","Condition":{"StringLi|ke":{"s3:prefix":"a/*"}}'),
    [/StringLike/, /pattern|wildcard/i],
  ],
  [
    'a condition key',
    identity('"Action":"s3:ListBucket","Resource":"*","Condition":{"StringLike":{"s3:pre|fix":"a/*"}}'),
    [/s3:prefix/, /String/],
  ],
  [
    'a policy variable',
    identity('"Action":"s3:GetObject","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/${aws:user|name}/*"'),
    [/aws:username/],
  ],
  ['a key', identity('"Act|ion":"s3:GetObject","Resource":"*"'), [/Action/]],
  [
    'a version',
    '{"Version":"2012-|10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    [/2012-10-17/],
  ],
  [
    'a managed policy',
    '{"Role":{"ManagedPolicyArns":["arn:aws:iam::aws:policy/ReadOnly|Access"],"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}}}',
    [/ReadOnlyAccess/],
  ],
  [
    'a statement as a sentence',
    `{"Version":"2012-10-17","Statement":[|{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}`,
    [/Allows.*EC2.*assume this role/],
  ],
];

describe('Hover', () => {
  afterEach(closeAll);

  for (const [name, text, words] of hovers) {
    it(`tells of ${name}`, async () => {
      const { text: plain, cursor } = readCursor(text);
      const { document, selection } = await openText(plain, cursor);
      const told = await waitFor(
        () => hoverText(document.uri, selection.active),
        (value) => value !== '',
      );
      for (const word of words) assert.match(told, word);
    });
  }

  it('is silent where there is no policy', async () => {
    const { text, cursor } = readCursor('{"Comment":"s3:Get|Object","Effect":"sepia"}');
    const { document, selection } = await openText(text, cursor);
    assert.equal(await hoverText(document.uri, selection.active), '');
  });
});

async function hoverText(...place: unknown[]): Promise<string> {
  const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...place);
  const contents = found.flatMap((hover) => hover.contents);
  return contents.map((part) => (part instanceof MarkdownString ? part.value : String(part))).join('\n');
}
