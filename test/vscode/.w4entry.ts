
import Mocha from 'mocha';
export async function run() {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('/work/main/test/vscode/policyType.ts');
await import('/work/main/test/vscode/completion.ts');
  const n = await new Promise<number>((s) => { mocha.run(s); });
  if (n) throw new Error(n + ' failed');
}