import type { StringNode } from './node.ts';
import { adopt, type OpenContainer, type OpenObject } from './treeBuilder.ts';

/** A container that is still open, and where in it the reader stands. */
export interface Frame {
  readonly container: OpenContainer;
  /** A container that found no place in the tree is read, but not kept. */
  readonly attached: boolean;
  expecting: 'key' | 'colon' | 'value' | 'comma';
  /** The comma that the last token is. */
  comma: { readonly start: number; readonly end: number } | undefined;
}

export function openFrame(container: OpenContainer, attached: boolean): Frame {
  return {
    container,
    attached,
    expecting: container.kind === 'object' ? 'key' : 'value',
    comma: undefined,
  };
}

export function isEmpty({ container }: Frame): boolean {
  return (container.kind === 'object' ? container.members : container.items).length === 0;
}

export function expectsKey(frame: Frame | undefined): boolean {
  return frame?.container.kind === 'object' && (frame.expecting === 'key' || frame.expecting === 'comma');
}

export function lacksValue({ container, expecting }: Frame): boolean {
  return container.kind === 'object' && (expecting === 'colon' || expecting === 'value');
}

/** Begins a member; its colon and value are still to come. */
export function addKey(frame: Frame, object: OpenObject, key: StringNode): void {
  adopt(object, key);
  object.members.push({ key, value: undefined });
  frame.expecting = 'colon';
  frame.comma = undefined;
}
