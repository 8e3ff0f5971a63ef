import type { Environment, ProfileFiles } from './profileFiles.ts';
import { sourcesOf, withSsoSession } from './profileKind.ts';

/** https://docs.aws.amazon.com/general/latest/gr/iam-service.html: where each partition has IAM's control plane. */
const partitionRegions: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
};

/**
 * The Region of a profile: what the setting says, the environment, the profile, the profile its credentials are from,
 * its sign-in, else the first of its partition.
 */
export function resolveRegion(
  name: string,
  files: ProfileFiles,
  env: Environment,
  setting: string | undefined,
): string {
  const sections = sourcesOf(name, files).map((one) => withSsoSession(files.profiles.get(one) ?? {}, files));
  const candidates = [
    setting,
    env['AWS_REGION'],
    env['AWS_DEFAULT_REGION'],
    ...sections.map(({ region }) => region),
    ...sections.map(({ sso_region }) => sso_region),
  ];
  const arn = sections[0]?.['role_arn'] ?? sections[0]?.['login_session'];
  return candidates.find(Boolean) ?? partitionRegions[arn?.split(':')[1] ?? ''] ?? 'us-east-1';
}
