import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { WithDocument } from './featureHandlers.ts';
import type { Session } from './session.ts';

export const completionCapabilities = {} satisfies ServerCapabilities;
export function answerCompletion(_c: Connection, _w: WithDocument, _s: () => Session): void {}
