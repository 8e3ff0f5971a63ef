import { defaultSettings, type Settings } from '../../server/src/protocol.ts';

/** Reads one setting by its key below `iamRoles`, or gives the fallback. */
export type ReadSetting = <T>(key: string, fallback: T) => T;

/** The settings as the server takes them. */
export function readSettings(read: ReadSetting): Settings {
  const { validate, checks, account, trustedAccounts, organizationIds, inlayHints, codeLens, catalog } =
    defaultSettings;
  return {
    validate: { enable: read('validate.enable', validate.enable) },
    checks: read('checks', checks),
    account: {
      id: read('account.id', account.id),
      partition: read('account.partition', account.partition),
      region: read('account.region', account.region),
    },
    trustedAccounts: read('trustedAccounts', trustedAccounts),
    organizationIds: read('organizationIds', organizationIds),
    inlayHints: { wildcardActions: read('inlayHints.wildcardActions', inlayHints.wildcardActions) },
    codeLens: { enable: read('codeLens.enable', codeLens.enable) },
    catalog: {
      additionalActions: read('catalog.additionalActions', catalog.additionalActions),
      additionalConditionKeys: read('catalog.additionalConditionKeys', catalog.additionalConditionKeys),
      additionalServices: read('catalog.additionalServices', catalog.additionalServices),
    },
  };
}
