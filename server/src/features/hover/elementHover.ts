import type { ElementName } from '../../policy/shape/shapeProblem.ts';
import { code, link, paragraphs } from './markdown.ts';

interface ElementText {
  readonly text: string;
  /** The end of the page's name in the IAM User Guide. */
  readonly page: string;
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_';

const elements: Readonly<Record<ElementName, ElementText>> = {
  Version: {
    text: 'The version of the policy language, not of this policy. Policy variables need `2012-10-17`.',
    page: 'version',
  },
  Id: {
    text: 'A name for the policy, which some services ask for in resource policies. IAM policies take none.',
    page: 'id',
  },
  Statement: {
    text: 'One statement, or a list of them: each says what is allowed or denied, to whom, on what, and when.',
    page: 'statement',
  },
  Sid: {
    text: 'A name for the statement. In IAM policies letters and digits only, and each once in a policy.',
    page: 'sid',
  },
  Effect: {
    text: '`Allow` or `Deny`. Nothing is allowed unless a statement allows it, and a deny always wins.',
    page: 'effect',
  },
  Principal: {
    text: 'Who is allowed or denied: accounts, roles, users, services or federated identities.',
    page: 'principal',
  },
  NotPrincipal: {
    text: 'Everyone but those named. Only for `Deny`, and only where the service supports it.',
    page: 'notprincipal',
  },
  Action: { text: 'The actions, as `service:Name`; `*` and `?` match several.', page: 'action' },
  NotAction: { text: 'Every action but those named, also the ones AWS adds later.', page: 'notaction' },
  Resource: { text: 'The ARNs the actions work on; `*` is every resource.', page: 'resource' },
  NotResource: { text: 'Every resource but those named.', page: 'notresource' },
  Condition: {
    text: 'When the statement applies: every operator and every key must hold, any one of a key’s values is enough.',
    page: 'condition',
  },
};

/** What an element is for. */
export function elementHover(name: ElementName): string {
  const { text, page } = elements[name];
  return paragraphs(`**${name}**`, text, link('AWS documentation', `${guide}${page}.html`));
}

const versions: Readonly<Record<string, string>> = {
  '2012-10-17':
    'The current version of the policy language, with policy variables. It is what every policy should name.',
  '2008-10-17': 'The older version of the policy language: `${…}` is plain text in it. Use `2012-10-17`.',
};

export function versionHover(text: string): string | undefined {
  const meaning = versions[text];
  return meaning && paragraphs(`**${text}**`, meaning, link('AWS documentation', `${guide}version.html`));
}

const principalTypes: Readonly<Record<string, string>> = {
  AWS: 'Accounts, roles, users and sessions: account ids or ARNs, or `*` for everyone.',
  Service: 'AWS services, such as `ec2.amazonaws.com`.',
  Federated: 'Identity providers: SAML and OpenID Connect providers of IAM, and those AWS knows by name.',
  CanonicalUser: 'An AWS account by the 64-digit id that Amazon S3 uses.',
};

export function principalTypeHover(name: string): string | undefined {
  const meaning = principalTypes[name];
  return (
    meaning &&
    paragraphs(`**${code(name)}** principals`, meaning, link('AWS documentation', `${guide}principal.html`))
  );
}
