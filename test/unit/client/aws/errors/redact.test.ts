import { describe, expect, it } from 'vitest';
import { redact } from '../../../../../client/src/aws/errors/redact.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCY=EXAMPLEKEY';

describe('taken out are', () => {
  it.each([
    ['a secret access key in JSON', `{"SecretAccessKey":"${secret}"}`],
    ['a secret access key in XML', `<SecretAccessKey>${secret}</SecretAccessKey>`],
    ['a secret access key in a file', `aws_secret_access_key = ${secret}`],
    ['a session token in a query', `X-Amz-Security-Token=${secret}&X-Amz-Date=1`],
    ['a session token in JSON', `"SessionToken": "${secret}"`],
    ['a sign-in token', `SigninToken=${secret}`],
    ['an external id', `ExternalId=${secret}&Version=1`],
    ['an MFA code', `TokenCode=${secret}`],
    ['an invalid value', `Value '${secret}' at 'tokenCode' failed to satisfy constraint`],
    ['an authorization header', `Authorization: AWS4-HMAC-SHA256 Credential=x, Signature=${secret}`],
  ])('%s', (_what, text) => {
    const shown = redact(text);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(secret.slice(0, 8));
    expect(shown).not.toContain(secret.slice(-8));
  });

  it('access key ids but for their last four characters', () => {
    expect(redact('The key AKIAIOSFODNN7EXAMPLE is unknown')).toBe('The key …MPLE is unknown');
    expect(redact('ASIAIOSFODNN7EXAMPLE')).toBe('…MPLE');
  });
});

it('the rest stays', () => {
  const text =
    'User: arn:aws:iam::123456789012:user/ann is not authorized to perform: iam:CreateRole; the security token included in the request is invalid; AROAEXAMPLE stays.';
  expect(redact(text)).toBe(text);
});
