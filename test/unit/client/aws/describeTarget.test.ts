import { expect, test } from 'vitest';
import { describeTarget } from '../../../../client/src/aws/describeTarget.ts';
import { profileNamed } from './profileNamed.ts';

const account = '123456789012';
const user = { account, arn: `arn:aws:iam::${account}:user/Alice` };
const dev = { profile: profileNamed('dev'), region: 'eu-west-1', endpoint: undefined };

test('names account, profile, Region and a custom endpoint', () => {
  expect(describeTarget(dev, user)).toEqual({
    phrase: `account ${account} (profile dev, eu-west-1)`,
    warnings: [],
  });
  expect(describeTarget({ ...dev, endpoint: 'http://localhost:5000' }, user).phrase).toBe(
    `account ${account} (profile dev, eu-west-1, custom endpoint http://localhost:5000)`,
  );
});

test('warns of the root user, in every partition, and of production', () => {
  const root = { account, arn: `arn:aws-us-gov:iam::${account}:root` };
  const prod = { ...dev, profile: profileNamed('prod', { production: true }) };
  expect(describeTarget(dev, root).warnings.join()).toContain('root user');
  expect(describeTarget(prod, user).warnings).toEqual(['The profile prod is marked as production.']);
  expect(describeTarget(prod, root).warnings).toHaveLength(2);
  expect(describeTarget(dev, { account, arn: `arn:aws:iam::${account}:user/root` }).warnings).toEqual([]);
});
