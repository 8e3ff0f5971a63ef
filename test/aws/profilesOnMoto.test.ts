import { expect, it } from 'vitest';
import { describeTarget } from '../../client/src/aws/describeTarget.ts';
import { motoOfThisFile } from './moto.ts';
import { homeOfEachTest } from './profileHome.ts';

const moto = motoOfThisFile();
const home = homeOfEachTest();
const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = not-a-secret\n';

it('a profile with an endpoint_url reaches it, and names account, profile and Region', async () => {
  home.write('.aws/config', `[profile dev]\nregion = eu-west-1\nendpoint_url = ${moto.url}\n`);
  home.write('.aws/credentials', `[dev]\n${keys}`);
  const connection = await home.connect('dev');
  const { phrase, warnings } = describeTarget(connection, await connection.caller());
  expect(phrase).toBe(`account 123456789012 (profile dev, eu-west-1, custom endpoint ${moto.url})`);
  expect(warnings).toEqual([]);
});

it.each([
  ['aws', 'eu-west-1'],
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
])(
  'a role of the partition %s is assumed in %s, where the profile names no Region',
  async (partition, region) => {
    const role = `arn:${partition}:iam::123456789012:role/Deploy`;
    const source = partition === 'aws' ? `region = ${region}\n` : '';
    home.write(
      '.aws/config',
      `[profile deploy]\nrole_arn = ${role}\nsource_profile = base\nservices = local\n[profile base]\n${keys}${source}[services local]\nsts =\n  endpoint_url = ${moto.url}\n`,
    );
    const connection = await home.connect('deploy');
    expect(connection.region).toBe(region);
    expect((await connection.caller()).arn).toContain(':assumed-role/Deploy/');
    expect((await connection.credentials()).expiration?.getTime()).toBeGreaterThan(Date.now());
  },
);

it('an MFA device makes a session of keys', async () => {
  const device = 'arn:aws:iam::123456789012:mfa/Alice';
  home.write('.aws/config', `[profile dev]\n${keys}mfa_serial = ${device}\nendpoint_url = ${moto.url}\n`);
  home.codes.push('123456');
  expect((await (await home.connect('dev')).credentials()).sessionToken).toBeDefined();
  expect(home.asked).toEqual([[device, undefined]]);
});
