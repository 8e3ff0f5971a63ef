import type { Page } from 'playwright-core';
import { createRoleTests } from './createRole.mts';
import { livePolicyTests } from './livePolicies.mts';
import { profileTests } from './profile.mts';
import { reviewAccountTests } from './reviewAccount.mts';
import { rolePageTests } from './rolePage.mts';
import { rolesViewTests } from './rolesView.mts';
import { sessionTests } from './sessions.mts';
import { walkthroughTests } from './walkthrough.mts';

/** What a person does, and sees, in a window of VS Code on a copy of test/vscode/workspace. */
export interface InterfaceTest {
  readonly name: string;
  /** Of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `aws` is the address of the moto that the active profile calls. Throws where something is not as it should be. */
  run(page: Page, aws: string): Promise<void>;
}

export const interfaceTests: readonly InterfaceTest[] = [
  ...createRoleTests,
  ...reviewAccountTests,
  ...rolePageTests,
  ...sessionTests,
  ...profileTests,
  ...walkthroughTests,
  ...rolesViewTests,
  ...livePolicyTests,
];
