/** The settings under `iamRoles.aws`: of this client alone, the server has no use for them. */
export interface AwsSettings {
  /** The profile of a workspace in which none was chosen; empty: that in `AWS_PROFILE`. */
  readonly profile: string;
  /** In place of the profile's; empty: the profile's. */
  readonly region: string;
  /** A path, or a name to look for in `PATH`. */
  readonly cliPath: string;
  /** Names of profiles, with `*` and `?`. */
  readonly productionProfiles: readonly string[];
}

export const defaultAwsSettings: AwsSettings = {
  profile: '',
  region: '',
  cliPath: 'aws',
  productionProfiles: [],
};

/** Whether a name is one of those; `*` stands for any characters, `?` for one. Case plays no part. */
export function isProduction(
  name: string,
  { productionProfiles }: Pick<AwsSettings, 'productionProfiles'>,
): boolean {
  return productionProfiles.some((pattern) => {
    const source = pattern
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      .replace(/(?:\\\*)+/g, '.*')
      .replaceAll('\\?', '.');
    return new RegExp(`^${source}$`, 'i').test(name);
  });
}

/** The settings, each read by its key below `iamRoles.aws`. */
export function readAwsSettings(
  read: <Key extends keyof AwsSettings>(key: Key) => AwsSettings[Key],
): AwsSettings {
  return {
    profile: read('profile'),
    region: read('region'),
    cliPath: read('cliPath') || defaultAwsSettings.cliPath,
    productionProfiles: read('productionProfiles'),
  };
}
