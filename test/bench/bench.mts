/**
 * Prints the budgets of docs/architecture.md, each figure beside that of VS Code's JSON language service measured in
 * the same run. Needs `npm run build`. It judges nothing but its own table: times on a busy machine are no test.
 */
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { awsRows } from './awsBundle.mts';
import { changeRows, corpusRow } from './checking.mts';
import { type Row, tableOf } from './row.mts';
import { answerRows, startRows } from './serving.mts';
import { shippedRows } from './shipped.mts';
import { servers } from './startedServer.mts';

// As the server sets it; what it is compared with is measured so too, to which it makes no difference.
setFlagsFromString('--no-allocation-site-pretenuring');

async function servingRows(): Promise<Row[]> {
  if (existsSync(servers.own)) return [...(await answerRows()), ...(await startRows())];
  return [
    {
      what: 'the server',
      unit: 'ms',
      figure: undefined,
      budget: undefined,
      note: 'run `npm run build` first',
    },
  ];
}

const rows = [
  await corpusRow(),
  ...(await changeRows()),
  ...(await servingRows()),
  ...(await awsRows()),
  ...shippedRows(),
];
console.log(tableOf(rows));
