import {
  goTo,
  hideSideBar,
  hoverAt,
  openFile,
  pickShown,
  policyTypeShown,
  problemsShown,
  renderedPage,
  runCommand,
  selectSuggestion,
  showQuickFixes,
  showRefactorings,
  showSuggestionDetails,
  statusShown,
  triggerSuggest,
  type,
} from '../vscode/workbench.mts';
import type { Scene } from './scene.mts';
import { lister, misspelt, readOnlyRole, rolesOfTeams, wildcards, writer } from './texts.mts';

export const scenes: readonly Scene[] = [
  {
    name: 'diagnostics',
    theme: 'light',
    file: 'trust/many-mistakes.json',
    async steps(page) {
      await problemsShown(page);
      await hoverAt(page, 19, 12);
    },
  },
  {
    name: 'completion-actions',
    theme: 'dark',
    file: 'permissions/reports.json',
    text: writer,
    size: { width: 960, height: 520 },
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await goTo(page, 9, 10);
      await type(page, 's3:PutOb');
      await triggerSuggest(page);
      await selectSuggestion(page, 's3:PutObject');
      await showSuggestionDetails(page);
    },
  },
  {
    name: 'completion-conditions',
    theme: 'light',
    file: 'permissions/reports.json',
    text: lister,
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await goTo(page, 11, 12);
      await triggerSuggest(page);
      await selectSuggestion(page, 's3:prefix');
      await showSuggestionDetails(page);
    },
  },
  {
    name: 'hover-action',
    theme: 'dark',
    file: 'permissions/deploy-service.json',
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await hoverAt(page, 17, 16);
    },
  },
  {
    name: 'hover-statement',
    theme: 'light',
    file: 'trust/github-actions-deploy.json',
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await hoverAt(page, 4, 5);
    },
  },
  {
    name: 'code-lens',
    theme: 'dark',
    file: 'permissions/reports.json',
    text: wildcards,
    settings: { 'iamRoles.inlayHints.wildcardActions': true },
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await page.locator('.codelens-decoration a, .codelens-decoration span').first().waitFor();
      await page
        .locator('.view-line', { hasText: /\d\sactions/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'quick-fix',
    theme: 'light',
    file: 'permissions/reports.json',
    text: misspelt,
    async steps(page) {
      await hideSideBar(page);
      await problemsShown(page);
      await goTo(page, 8, 18);
      await showQuickFixes(page, 'Suppress');
    },
  },
  {
    name: 'refactorings',
    theme: 'dark',
    file: 'permissions/reports.json',
    text: wildcards,
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await goTo(page, 13, 36);
      await showRefactorings(page, 'Expand');
    },
  },
  {
    name: 'policy-type',
    theme: 'light',
    file: 'trust/ec2-instance.json',
    async steps(page) {
      await policyTypeShown(page);
      await page.locator('.statusbar-item[id="iam-roles.iam-roles.iamRoles.policyType"] a').click();
      await pickShown(page, 'Trust policy');
    },
  },
  {
    name: 'snippet',
    theme: 'dark',
    file: 'trust/vendor.json',
    text: '',
    async steps(page) {
      await hideSideBar(page);
      await type(page, 'iam-trust-cross');
      await triggerSuggest(page);
      await page.keyboard.press('Enter');
      await policyTypeShown(page);
      await page.locator('.snippet-placeholder').first().waitFor();
    },
  },
  {
    name: 'problems',
    theme: 'light',
    file: 'permissions/s3-misspelt-actions.json',
    size: { width: 1060, height: 600 },
    async steps(page) {
      await hideSideBar(page);
      await problemsShown(page);
      await openFile(page, 'permissions/pass-any-role.json');
      await problemsShown(page);
      await openFile(page, 'trust/github-actions-any-repository.json');
      await problemsShown(page);
      await runCommand(page, 'View: Focus Problems');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'check-page',
    theme: 'dark',
    file: 'permissions/s3-misspelt-actions.json',
    size: { width: 1240, height: 760 },
    async steps(page) {
      await hideSideBar(page);
      await problemsShown(page);
      await runCommand(page, 'View: Split Editor Right');
      await page.locator('.editor-group-container.active .squiggly-error').first().waitFor();
      await hoverAt(page, 8, 12);
      await page.locator('.monaco-hover:visible a.code-link').first().click();
      await renderedPage(page, 'INVALID_ACTION');
    },
  },
  {
    name: 'settings-file',
    theme: 'dark',
    file: 'iam-roles.config.json',
    text: rolesOfTeams,
    async steps(page) {
      await hideSideBar(page);
      await goTo(page, 4, 54);
      for (const _ of 'boundary') await page.keyboard.press('Backspace');
      await page.locator('.editor-instance .squiggly-warning').waitFor();
      await triggerSuggest(page);
    },
  },
  {
    name: 'managed-policy',
    theme: 'light',
    file: 'templates/reader.json',
    text: readOnlyRole,
    size: { width: 1120, height: 560 },
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page, 'Trust policy');
      await runCommand(page, 'View: Split Editor Right');
      await page.locator('.editor-group-container.active .detected-link').first().waitFor();
      await goTo(page, 7, 50);
      await runCommand(page, 'Open Link');
      await page.locator('.tabs-container .tab.active', { hasText: 'AmazonS3ReadOnlyAccess' }).waitFor();
      await policyTypeShown(page, 'Identity-based policy');
      await page.locator('.codelens-decoration', { hasText: 'actions allowed' }).waitFor();
    },
  },
  {
    name: 'aws-profiles',
    theme: 'dark',
    file: 'trust/ec2-instance.json',
    settings: { 'iamRoles.aws.profile': 'sandbox' },
    async steps(page) {
      await hideSideBar(page);
      await policyTypeShown(page);
      await statusShown(page, 'profile', /sandbox/);
      await runCommand(page, 'IAM Roles: Choose AWS Profile…');
      await pickShown(page, 'prod-deploy');
    },
  },
];
