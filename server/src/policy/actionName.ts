/** An action pattern `service:Name` split at its first colon. */
export interface ActionName {
  readonly prefix: string;
  readonly name: string;
}

/** Undefined for a text without a colon, such as `*`. */
export function parseActionName(text: string): ActionName | undefined {
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { prefix: text.slice(0, colon), name: text.slice(colon + 1) };
}
