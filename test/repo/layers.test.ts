import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../scripts/repository.mts';
import { type Import, importsOf, readWith } from './imports.ts';
import { codeIn, tableUnder } from './markdownTable.ts';
import { sourceFiles, textOf } from './projectFiles.ts';

interface Room {
  readonly name: string;
  /** Other rooms, or single files below server/src. */
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
}

const rooms: readonly Room[] = tableUnder(textOf('docs/architecture.md'), 'The server').map((row) => ({
  name: codeIn(row['Room'] ?? '')[0] ?? '',
  mayImport: codeIn(row['Imports'] ?? ''),
  packages: codeIn(row['Packages'] ?? ''),
}));

const server = 'server/src/';
const every = sourceFiles().flatMap(importsOf);
const inServer = every.filter(({ from }) => from.startsWith(server));

/** A folder of server/src, or a file that stands in none. */
function roomOf(file: string): string {
  return file.slice(server.length).split('/')[0] ?? '';
}

function written({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

describe('the table of rooms in docs/architecture.md', () => {
  it('names every folder and file of server/src, and no other', () => {
    expect(rooms.map(({ name }) => name).sort()).toEqual(readdirSync(inRepository(server)).sort());
  });

  it('has no room import one that stands below it', () => {
    const upward = rooms.flatMap(({ name, mayImport }, index) => {
      const above = rooms.slice(0, index).map((room) => room.name);
      const wrong = mayImport.filter((other) => !above.includes(other.split('/')[0] ?? ''));
      return wrong.map((other) => `${name} imports ${other}`);
    });
    expect(upward).toEqual([]);
  });
});

describe.each(rooms)('server/src/$name', ({ name, mayImport, packages }) => {
  const own = inServer.filter(({ from }) => roomOf(from) === name);

  it('imports the rooms that the table says', () => {
    const wrong = own.filter(({ to, kind, typesOnly }) => {
      if (kind === 'package' || (to.startsWith(server) && roomOf(to) === name)) return false;
      // Types of the protocol are everybody's words.
      if (to === `${server}protocol.ts` && typesOnly) return false;
      const target = to.slice(server.length);
      return !to.startsWith(server) || !(mayImport.includes(roomOf(to)) || mayImport.includes(target));
    });
    expect(wrong.map(written)).toEqual([]);
  });

  it('imports the packages that the table says', () => {
    const wrong = own.filter(({ to, kind }) => kind === 'package' && !packages.includes(packageOf(to)));
    expect(wrong.map(written)).toEqual([]);
  });

  it('imports no less than the table says', () => {
    const targets = own.map(({ to, kind }) => (kind === 'package' ? packageOf(to) : to.slice(server.length)));
    const unused = [...mayImport, ...packages].filter(
      (one) => !targets.some((target) => target === one || target.startsWith(`${one}/`)),
    );
    expect(unused).toEqual([]);
  });
});

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('the client', () => {
  const inClient = every.filter(({ from }) => from.startsWith('client/src/'));

  it('imports server/src/protocol.ts and nothing else from outside', () => {
    const outside = inClient.filter(({ to, kind }) => kind === 'file' && !to.startsWith('client/src/'));
    expect(new Set(outside.map(({ to }) => to))).toEqual(new Set(['server/src/protocol.ts']));
  });

  it('keeps role plans pure: the room roles imports itself alone', () => {
    const own = inClient.filter(({ from }) => from.startsWith('client/src/roles/'));
    expect(own.length).toBeGreaterThan(50);
    expect(own.filter(({ to }) => !to.startsWith('client/src/roles/')).map(written)).toEqual([]);
  });

  it('reads little with the protocol', () => {
    expect([...readWith('server/src/protocol.ts')].sort()).toEqual([
      'server/src/policy/policyType.ts',
      'server/src/protocol.ts',
      'server/src/syntax/mayHoldPolicy.ts',
    ]);
  });

  it('loads the language client on demand only', () => {
    const eager = inClient.filter(
      ({ to, typesOnly }) => packageOf(to) === 'vscode-languageclient' && !typesOnly,
    );
    expect(eager.map(({ from }) => from)).toEqual(['client/src/languageClient.ts']);
    const awaited = inClient.filter(
      ({ to, typesOnly }) => to === 'client/src/languageClient.ts' && !typesOnly,
    );
    expect(awaited.map(({ from }) => from)).toEqual(['client/src/languageServer.ts']);
    expect(textOf('client/src/languageServer.ts')).toContain("await import('./languageClient.ts')");
  });

  it('loads what is not needed to start on demand only', () => {
    const loaded = inClient.filter(({ to, typesOnly }) => to === 'client/src/onDemand.ts' && !typesOnly);
    expect(loaded.length).toBeGreaterThan(0);
    for (const { from } of loaded) expect(textOf(from)).toMatch(/await import\('[./]+\/onDemand\.ts'\)/);
  });

  it('reaches AWS from its room `aws` alone, and from there nothing of the editor', () => {
    const sdk = every.filter(({ to }) => /^@(?:aws-sdk|smithy)\//.test(to));
    expect(
      sdk.filter(({ from }) => !/^(?:client\/src\/aws|scripts\/aws|test)\//.test(from)).map(written),
    ).toEqual([]);
    const inAws = inClient.filter(({ from }) => from.startsWith('client/src/aws/'));
    const allowed = /^(?:client\/src\/(?:aws|roles)\/|@aws-sdk\/|@smithy\/|node:)/;
    // What asks the user does so through the port.
    const port = 'client/src/ui/ui.ts';
    const wrong = inAws.filter(({ to, typesOnly }) => !allowed.test(to) && !(to === port && typesOnly));
    expect(wrong.map(written)).toEqual([]);
  });

  it('decides which profile is active without VS Code', () => {
    const inProfiles = inClient.filter(({ from }) => from.startsWith('client/src/profiles/'));
    const allowed = /^client\/src\/(?:profiles|aws|roles)\/|^client\/src\/ui\/ui\.ts$/;
    expect(inProfiles.length).toBeGreaterThan(0);
    expect(inProfiles.filter(({ to }) => !allowed.test(to)).map(written)).toEqual([]);
  });

  it('makes role pages without VS Code: the room `rolePage` is plain functions', () => {
    const own = inClient.filter(({ from }) => from.startsWith('client/src/rolePage/'));
    const allowed = /^client\/src\/(?:rolePage|roles)\/|^server\/src\/protocol\.ts$|^@dagrejs\/dagre$/;
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(({ to }) => !allowed.test(to)).map(written)).toEqual([]);
    const inPage = every.filter(({ from }) => from.startsWith('client/webview/'));
    expect(inPage.filter(({ to, typesOnly }) => !typesOnly && !to.endsWith('.css')).map(written)).toEqual([]);
  });

  it('is the only one that knows VS Code, with the tests that run in it', () => {
    const wrong = every.filter(
      ({ from, to }) =>
        ['vscode', 'vscode-languageclient'].includes(packageOf(to)) &&
        !from.startsWith('client/src/') &&
        !from.startsWith('test/vscode/'),
    );
    expect(wrong.map(written)).toEqual([]);
  });
});

describe('tests and scripts', () => {
  it('are imported by nothing that is shipped', () => {
    const shipped = every.filter(({ from }) => /^(client|server)\//.test(from));
    expect(shipped.filter(({ to }) => /^(test|scripts)\//.test(to)).map(written)).toEqual([]);
  });
});

describe('what is shipped', () => {
  const shipped = sourceFiles().filter((path) => /^(client|server)\/src\//.test(path));

  it('opens no network connection and starts no program, but for AWS’s console', () => {
    const forConsole = ['client/src/aws/consoleSignIn.ts', 'client/src/aws/redirectOnce.ts'];
    const modules = /^node:(?:https?|http2|net|tls|dns|dgram|child_process|worker_threads|vm)(?:\/|$)/;
    const imported = shipped.flatMap(importsOf).filter(({ to }) => modules.test(to));
    expect(imported.filter(({ from }) => !forConsole.includes(from)).map(written)).toEqual([]);
    const calls = /\b(?:fetch|eval)\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource|Function)\b/;
    const callers = shipped.filter((path) => calls.test(textOf(path)));
    expect(callers.filter((path) => !forConsole.includes(path))).toEqual([]);
  });

  it('reads files in the places that are meant to', () => {
    const readers = shipped.flatMap(importsOf).filter(({ to }) => /^node:fs(\/|$)/.test(to));
    expect(readers.map(({ from }) => from).sort()).toEqual([
      'client/src/aws/credentials/webIdentity.ts',
      'client/src/aws/profileFiles.ts',
      'client/src/windowSessions.ts',
      'server/src/cli.ts',
      'server/src/cli/baseline.ts',
      'server/src/cli/inputFiles.ts',
      'server/src/cli/settingsLookup.ts',
      'server/src/cli/unusedSuppressions.ts',
      'server/src/lsp/catalogFile.ts',
      'server/src/lsp/checkPageUrls.ts',
      'server/src/lsp/workspace.ts',
    ]);
  });
});
