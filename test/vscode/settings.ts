import { waitForCodes } from './findings.ts';
import { setSetting } from './setSetting.ts';
import { closeAll, openText } from './workbench.ts';

const policy =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjct","Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"}}';

describe('Settings', () => {
  afterEach(async () => {
    await setSetting('validate.enable', undefined);
    await setSetting('catalog.additionalActions', undefined);
    await closeAll();
  });

  it('turn the checks off and on without a reload', async () => {
    const { uri } = (await openText(policy)).document;
    await waitForCodes(uri, ['INVALID_ACTION']);
    await setSetting('validate.enable', false);
    await waitForCodes(uri, []);
    await setSetting('validate.enable', undefined);
    await waitForCodes(uri, ['INVALID_ACTION']);
  });

  it('add an action the data does not know', async () => {
    const { uri } = (await openText(policy)).document;
    await waitForCodes(uri, ['INVALID_ACTION']);
    await setSetting('catalog.additionalActions', ['s3:GetObjct']);
    await waitForCodes(uri, []);
  });
});
