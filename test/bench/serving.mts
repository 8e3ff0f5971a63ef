import { TextDocument } from 'vscode-languageserver-textdocument';
import { quantile, timesOf } from './measure.mts';
import type { Row } from './row.mts';
import { type StartedServer, type servers, startServer, uri } from './startedServer.mts';
import { smallText } from './texts.mts';

const text = smallText.replace('"Allow"', '"Alow"');
const names = ['own', 'json'] as const satisfies readonly (keyof typeof servers)[];
type Name = (typeof names)[number];
type Pair = Readonly<Record<Name, readonly number[]>>;

/** Start to first diagnostics and resident memory: the middle of nine starts of each server, in turn. */
export async function startRows(): Promise<Row[]> {
  const times: Record<Name, number[]> = { own: [], json: [] };
  const sizes: Record<Name, number[]> = { own: [], json: [] };
  for (let count = 0; count < 9; count++) {
    for (const name of names) {
      const server = await startServer(name, text);
      times[name].push(server.toDiagnostics);
      if (server.memory !== undefined) sizes[name].push(server.memory);
      await server.stop();
    }
  }
  return [
    row('server start to first diagnostics', 'ms', times),
    row('resident memory after them', 'MB', sizes),
  ];
}

function row(what: string, unit: Row['unit'], { own, json }: Pair): Row {
  if (own.length === 0)
    return { what, unit, figure: undefined, budget: 'peer', note: 'not told by this system' };
  return { what, unit, figure: quantile(own, 0.5), peer: quantile(json, 0.5), budget: 'peer' };
}

const places = [
  /"Action": (?:\[\s*)?"\w+/,
  /"Resource": (?:\[\s*)?"/,
  /"Effect": "/,
  /"Version": "/,
  /\{\s*/,
];

/** Requests to a running server over its pipe, at several places of a 5 KB policy. */
export async function answerRows(): Promise<Row[]> {
  const document = TextDocument.create(uri, 'json', 1, text);
  const positions = places.map((place) => {
    const match = place.exec(text);
    return document.positionAt((match?.index ?? 0) + (match?.[0].length ?? 0));
  });
  const measure = async (server: StartedServer, method: string) => {
    let largest = 0;
    const { p99 } = await timesOf(1000, 200, async (index) => {
      const position = positions[index % positions.length];
      const answer = await server.connection.sendRequest(method, { textDocument: { uri }, position });
      largest = Math.max(largest, JSON.stringify(answer).length / 1024);
    });
    return { p99, largest };
  };
  const own = await startServer('own', text);
  const json = await startServer('json', text);
  const rows: Row[] = [];
  for (const [name, method] of [
    ['completion', 'textDocument/completion'],
    ['hover', 'textDocument/hover'],
  ] as const) {
    const peer = await measure(json, method);
    const { p99, largest } = await measure(own, method);
    rows.push({ what: `${name}, p99, pipe included`, unit: 'ms', figure: p99, peer: peer.p99, budget: 5 });
    if (name === 'completion')
      rows.push({
        what: 'largest completion reply',
        unit: 'KB',
        figure: largest,
        peer: peer.largest,
        budget: 40,
      });
  }
  await own.stop();
  await json.stop();
  return rows;
}
