import type { Page } from 'playwright-core';
import type { FakeAws } from '../aws/fake/startFakeAws.ts';
import { accessAnalyzerTests } from './accessAnalyzer.mts';
import { compareLivePolicyTests } from './compareLivePolicy.mts';
import { createRoleTests } from './createRole.mts';
import { failingPlanTests } from './failingPlan.mts';
import { instanceProfileTests } from './instanceProfiles.mts';
import { livePolicyTests } from './livePolicies.mts';
import { mfaTests } from './mfa.mts';
import { profileTests } from './profile.mts';
import { interruptedReviewTests, reviewAccountTests } from './reviewAccount.mts';
import { reviewRoleTests } from './reviewRole.mts';
import { rolePageTests } from './rolePage.mts';
import { rolesViewTests } from './rolesView.mts';
import { rolesViewStateTests } from './rolesViewStates.mts';
import { sessionTests } from './sessions.mts';
import { sessionUseTests } from './sessionUses.mts';
import { singleCommandTests } from './singleCommands.mts';
import { walkthroughTests } from './walkthrough.mts';

/** What a person does, and sees, in a window of VS Code on a copy of test/vscode/workspace. */
export interface InterfaceTest<Aws> {
  readonly name: string;
  /** Of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** `aws` is the account that the active profile calls. Throws where something is not as it should be. */
  run(page: Page, aws: Aws): Promise<void>;
}

/** By the address of a moto. */
export type MotoTest = InterfaceTest<string>;

/** For what moto lacks. */
export interface FakeAwsTest extends InterfaceTest<FakeAws> {
  /** Sections of the AWS config file, beside the profile `dev`, with the fake at this address. */
  profiles?(url: string): string;
}

export const motoTests: readonly MotoTest[] = [
  ...createRoleTests,
  ...reviewAccountTests,
  ...rolePageTests,
  ...sessionTests,
  ...singleCommandTests,
  ...instanceProfileTests,
  ...profileTests,
  ...walkthroughTests,
  ...rolesViewTests,
  ...livePolicyTests,
];

export const fakeAwsTests: readonly FakeAwsTest[] = [
  ...compareLivePolicyTests,
  ...failingPlanTests,
  ...mfaTests,
  ...sessionUseTests,
  ...reviewRoleTests,
  ...accessAnalyzerTests,
  ...interruptedReviewTests,
  ...rolesViewStateTests,
];
