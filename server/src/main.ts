import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openCatalogFile } from './lsp/catalogFile.ts';
import { startServer } from './lsp/startServer.ts';

// V8 takes the nodes of a large document for long-lived where it meets one early. It would then make those of every later
// version outside of its young generation, where garbage is cheap: checks take half as long again.
setFlagsFromString('--no-allocation-site-pretenuring');

/** The transport is named by the caller: `--node-ipc` by VS Code, `--stdio` by other editors. */
startServer(
  createConnection(ProposedFeatures.all),
  openCatalogFile(join(__dirname, 'catalog.data')),
  join(__dirname, '../docs/checks'),
);
