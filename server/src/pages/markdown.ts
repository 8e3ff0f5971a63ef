import type { Block, Inline } from './block.ts';

/** CommonMark, with tables left to others. */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
      return lineText(block.line);
    case 'quote':
      return `> ${escaped(block.text)}`;
    case 'code':
      return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
  }
}

/** A line of a paragraph or of a cell. */
export function lineText(line: readonly Inline[]): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return escaped(piece);
      if ('code' in piece) return `\`${piece.code}\``;
      if ('strong' in piece) return `**${escaped(piece.strong)}**`;
      return `[${escaped(piece.label)}](${piece.link})`;
    })
    .join('');
}

/** Keeps the characters that ARNs and wildcards have from being taken as Markdown; `_` within a word never is. */
function escaped(text: string): string {
  return text.replaceAll(/[*<>[\]`\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&');
}
