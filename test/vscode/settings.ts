import { ConfigurationTarget, languages, window, workspace } from 'vscode';
import { waitFor } from './waitFor.ts';
import { closeAll } from './workbench.ts';

const policy =
  '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObjct", "Resource": "*" } }';

describe('Settings', () => {
  const set = (key: string, value: unknown) =>
    workspace.getConfiguration('iamRoles').update(key, value, ConfigurationTarget.Global);

  afterEach(async () => {
    await set('validate.enable', undefined);
    await set('catalog.additionalActions', undefined);
    await closeAll();
  });

  async function openPolicy() {
    const { uri } = await workspace.openTextDocument({ language: 'json', content: policy });
    await window.showTextDocument(uri);
    return (findings: 'some' | 'none') =>
      waitFor(
        () => languages.getDiagnostics(uri).map(({ message }) => message),
        (messages) => messages.some((message) => message.includes('s3:GetObjct')) === (findings === 'some'),
      );
  }

  it('turn the checks off and on without a reload', async () => {
    const wait = await openPolicy();
    await wait('some');
    await set('validate.enable', false);
    await wait('none');
    await set('validate.enable', undefined);
    await wait('some');
  });

  it('add an action the data does not know', async () => {
    const wait = await openPolicy();
    await wait('some');
    await set('catalog.additionalActions', ['s3:GetObjct']);
    await wait('none');
  });
});
