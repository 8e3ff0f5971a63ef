import type { Data } from './data.ts';

/** An element of this name; nothing for undefined. `item` is what elements of lists are called. */
export function xml(name: string, data: Data, item: 'member' | 'item'): string {
  return data === undefined ? '' : `<${name}>${content(data, item)}</${name}>`;
}

function content(data: Data, item: 'member' | 'item'): string {
  if (Array.isArray(data)) return data.map((element) => xml(item, element, item)).join('');
  if (data instanceof Map)
    return [...data].map(([key, value]) => xml('entry', { key, value }, item)).join('');
  if (typeof data === 'object')
    return Object.entries(data)
      .map(([name, value]) => xml(name, value, item))
      .join('');
  return escapeXml(String(data));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => entities[character] ?? character);
}
