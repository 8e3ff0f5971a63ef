import type { Block, Inline } from './block.ts';

/** For a terminal: nothing but line breaks and indentation. */
export function plainTextOf(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? block.text : block.text.toUpperCase();
    case 'paragraph':
      return block.line.map(pieceText).join('');
    case 'quote':
      return indented(block.text, '  > ');
    case 'code':
      return indented(block.text, '  ');
  }
}

function pieceText(piece: Inline): string {
  if (typeof piece === 'string') return piece;
  if ('code' in piece) return piece.code;
  return 'strong' in piece ? piece.strong : `${piece.label} (${piece.link})`;
}

function indented(text: string, indentation: string): string {
  return text.replaceAll(/^(?=.)/gm, indentation);
}
