import { type LiveAddress, liveOfPath } from '../../roles/live/address.ts';
import { readLivePolicy } from '../../roles/live/readLivePolicy.ts';
import { settledDocument, type Written } from '../../roles/live/saveDecision.ts';
import { formattedDocument, sameDocument } from '../../roles/sameDocument.ts';
import { connectionOf } from './connectionOf.ts';
import type { LiveParts } from './liveParts.ts';
import { saveLivePolicy } from './saveLivePolicy.ts';

/** A live policy as a file. Times are milliseconds. */
export interface LiveFile {
  readonly created: number;
  /** Moves with every change that is seen. */
  readonly changed: number;
  readonly text: string;
  /** A sentence; undefined where it may be written. */
  readonly readOnly: string | undefined;
}

/** The live policies of a window as files, by path. Undefined where AWS has none; errors are for people. */
export interface LivePolicies {
  /** Of an open document without asking AWS, so that VS Code compares with what the editor was given. */
  stat(path: string): Promise<LiveFile | undefined>;
  read(path: string): Promise<LiveFile | undefined>;
  /** Settles when AWS has it, or when the user wants what AWS has. Throws an `Error` where it was not saved. */
  save(path: string, text: string): Promise<void>;
  /** The editor has taken note of a save. */
  saved(path: string): Promise<void>;
  closed(path: string): void;
}

/** What is known of a document; replaced, never changed. */
export interface LiveEntry {
  readonly address: LiveAddress;
  readonly file: LiveFile;
  /** What AWS had when the editor got its text. */
  readonly document: string;
  readonly isOpen: boolean;
  /** Was read for its size and time just now, so that its text need not be read again. */
  readonly isFresh: boolean;
  /** What AWS had when the user saw it beside the editor's text. */
  readonly compared?: string;
  readonly written?: Written;
  /** The user wants what AWS has in place of what was saved. */
  readonly isDropped?: true;
}

/** `changed` is called when a document that is open has another text. */
export function createLivePolicies(parts: LiveParts, changed: (path: string) => void): LivePolicies {
  const entries = new Map<string, LiveEntry>();
  let saves: Promise<unknown> = Promise.resolve();

  const load = async (path: string): Promise<LiveEntry | undefined> => {
    const address = liveOfPath(path);
    if (address === undefined) return undefined;
    const connection = await connectionOf(parts.activeProfile, address);
    const live = await readLivePolicy(connection.api(), address.policy);
    const known = entries.get(path);
    if (live === undefined) {
      entries.delete(path);
      return undefined;
    }
    const document = settledDocument(live.text, known?.written, parts.now());
    const isSame = known !== undefined && sameDocument(known.document, document) && !known.isDropped;
    const { isDropped: _, compared: __, ...kept } = known ?? { isOpen: false };
    const entry: LiveEntry = {
      ...kept,
      address,
      document,
      isFresh: false,
      file: {
        created: live.created?.getTime() ?? 0,
        changed: isSame ? known.file.changed : later(parts.now(), known),
        text: isSame ? known.file.text : `${formattedDocument(document)}\n`,
        readOnly: live.readOnly,
      },
    };
    entries.set(path, entry);
    if (known?.isOpen && !isSame) changed(path);
    return entry;
  };
  const saveNow = async (path: string, text: string): Promise<void> => {
    const entry = entries.get(path) ?? (await load(path));
    if (entry === undefined) throw new Error('This policy is not there any more.');
    if (entry.file.readOnly !== undefined) throw new Error(entry.file.readOnly);
    const end = await saveLivePolicy(parts, entry, text);
    if (end.kind === 'compared') entries.set(path, { ...entry, compared: end.live });
    if (end.kind === 'compared' || end.kind === 'refused') throw new Error(end.problem);
    const file = { ...entry.file, text, changed: later(parts.now(), entry) };
    if (end.kind === 'dropped') entries.set(path, { ...entry, file, isDropped: true });
    else {
      const { document, before, told } = end;
      const written = before === undefined ? entry.written : { document, before, at: parts.now() };
      const { compared: _, ...kept } = entry;
      entries.set(path, { ...kept, file, document, ...(written && { written }) });
      void told.then((undone) => (undone ? forgetWritten(path) : undefined));
    }
  };
  const forgetWritten = async (path: string) => {
    const entry = entries.get(path);
    if (entry === undefined) return;
    const { written: _, ...kept } = entry;
    entries.set(path, kept);
    if (kept.isOpen) await load(path).then((now) => now && entries.set(path, { ...now, isFresh: true }));
  };
  return {
    async stat(path) {
      const known = entries.get(path);
      if (known?.isOpen) return known.file;
      const entry = await load(path);
      if (entry !== undefined) entries.set(path, { ...entry, isFresh: true });
      return entry?.file;
    },
    async read(path) {
      const known = entries.get(path);
      const entry = known?.isFresh ? known : await load(path);
      if (entry !== undefined) entries.set(path, { ...entry, isOpen: true, isFresh: false });
      return entry?.file;
    },
    save(path, text) {
      const saved = saves.then(() => saveNow(path, text));
      saves = saved.catch(() => undefined);
      return saved;
    },
    async saved(path) {
      if (!entries.get(path)?.isDropped) return;
      const entry = await load(path);
      if (entry !== undefined) entries.set(path, { ...entry, isFresh: true });
    },
    closed(path) {
      const entry = entries.get(path);
      if (entry !== undefined) entries.set(path, { ...entry, isOpen: false, isFresh: false });
    },
  };
}

function later(now: Date, entry: LiveEntry | undefined): number {
  return Math.max(now.getTime(), (entry?.file.changed ?? 0) + 1);
}
