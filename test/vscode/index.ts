/** The suite VS Code runs. Which part: that for trusted folders or that for others, as the window is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { workspace } from 'vscode';
import { activationTime } from './activationTime.ts';

/** In the order they run: the first wants a window in which no policy was open yet. */
const inTrustedFolder = [
  () => import('./activation.ts'),
  () => import('./commands.ts'),
  () => import('./diagnostics.ts'),
  () => import('./analyzerFindings.ts'),
  () => import('./quickFixes.ts'),
  () => import('./refactorings.ts'),
  () => import('./completion.ts'),
  () => import('./hover.ts'),
  () => import('./lens.ts'),
  () => import('./inlayHints.ts'),
  () => import('./symbols.ts'),
  () => import('./links.ts'),
  () => import('./checkPages.ts'),
  () => import('./snippets.ts'),
  () => import('./policyType.ts'),
  () => import('./settings.ts'),
  () => import('./profile.ts'),
  () => import('./restart.ts'),
];
const inUntrustedFolder = [() => import('./untrusted.ts')];

export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    color: false,
    reporter: 'spec',
    forbidPending: true,
  });
  mocha.fgrep(process.env['IAM_ROLES_TESTS'] ?? '');
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of workspace.isTrusted ? inTrustedFolder : inUntrustedFolder) await load();
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((settle) => {
    const runner = mocha.run((failures) => {
      settle({ passed: runner.stats?.passes ?? 0, failed: failures });
    });
  });
  const activation = await activationTime();
  writeFileSync(join(__dirname, 'results.json'), JSON.stringify({ passed, failed, activation }));
  if (failed > 0) throw new Error(`${failed} failed`);
}
