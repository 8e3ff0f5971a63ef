/** The script of a role page, which runs in the webview: buttons, and the keyboard in the graph. */
import './rolePage.css';
import type { PageMessage } from '../src/rolePage/messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const nodes = [...document.querySelectorAll<SVGGElement>('[data-node]')];
const edges = [...document.querySelectorAll<SVGPathElement>('[data-from]')];

/** By the data of a button. */
const messages: Readonly<Record<string, (data: DOMStringMap) => PageMessage>> = {
  refresh: () => ({ kind: 'refresh' }),
  export: ({ format }) => ({ kind: 'export', format: format === 'svg' ? 'svg' : 'mermaid' }),
  open: ({ policy }) => ({ kind: 'open', policy: Number(policy) }),
};

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-message]')) {
  button.addEventListener('click', () => {
    const message = messages[button.dataset['message'] ?? '']?.(button.dataset);
    if (message !== undefined) vscode.postMessage(message);
  });
}

/** By the name of a key, the side of the node that has the id of the next one. */
const sides: Readonly<Record<string, string>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function nodeAfter(node: SVGGElement, key: string): SVGGElement | undefined {
  if (key === 'Home') return nodes[0];
  if (key === 'End') return nodes.at(-1);
  const id = node.dataset[sides[key] ?? ''];
  return nodes.find((one) => one.dataset['node'] === id);
}

/** One node takes part in the order of Tab, the one that had the focus last. */
function choose(node: SVGGElement): void {
  for (const one of nodes) one.setAttribute('tabindex', one === node ? '0' : '-1');
  const id = node.dataset['node'];
  for (const { dataset, classList } of edges)
    classList.toggle('of-chosen', dataset['from'] === id || dataset['to'] === id);
  vscode.setState(id);
}

for (const node of nodes) {
  node.addEventListener('focus', () => choose(node));
  node.addEventListener('keydown', (event) => {
    const next = nodeAfter(node, event.key);
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

const before = nodes.find((node) => node.dataset['node'] === vscode.getState());
if (before !== undefined) choose(before);
