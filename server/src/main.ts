import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openCatalogFile } from './lsp/catalogFile.ts';
import { startServer } from './lsp/startServer.ts';

/** The transport is named by the caller: `--node-ipc` by VS Code, `--stdio` by other editors. */
startServer(
  createConnection(ProposedFeatures.all),
  openCatalogFile(join(__dirname, 'catalog.data')),
  join(__dirname, '../docs/checks'),
);
