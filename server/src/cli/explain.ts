import { knownCodes } from '../checks/knownCodes.ts';
import { policyTypes } from '../policy/policyType.ts';
import { unknownCode } from '../policy/settingsFileProblems.ts';
import { type CheckPage, checkPage } from './checkPage.ts';

/** What there is to know of a code, in any letter case; a message where there is no such code. */
export function explain(code: string): { readonly page: string } | { readonly message: string } {
  const page = checkPage(code.toUpperCase());
  return page === undefined ? { message: unknownCode(code, knownCodes) } : { page: textOf(page) };
}

function textOf({ code, severity, types, what, why, fix, source, bad, good }: CheckPage): string {
  const where = types.length === policyTypes.length ? 'every policy' : types.join(', ');
  const parts = [
    `${code} (${severity})`,
    what,
    `Why: ${why}`,
    `What to do: ${fix}`,
    ...(types.length > 0 ? [`In: ${where}`] : []),
    ...(source === undefined ? [] : [`Source: ${source}`]),
    ...bad.map(({ type, text }) => `Found in a policy of type ${type}, between « and »:\n\n${block(text)}`),
    ...good.map(({ type, text }) => `Fine in a policy of type ${type}:\n\n${block(text)}`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Longer ones, such as those above a quota, show nothing more in full. */
const longestExample = 2000;

/** Examples stand indented in the code: they lose what their lines have in common behind the first. */
function block(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const common = Math.min(...rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const lines = [first, ...rest.map((line) => `  ${line.slice(common)}`)];
  const whole = lines.map((line) => `  ${line}`.trimEnd()).join('\n');
  return whole.length > longestExample ? `${whole.slice(0, longestExample)} …` : whole;
}
