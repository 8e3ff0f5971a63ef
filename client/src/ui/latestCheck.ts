import type { Complaint, InputQuestion } from './ui.ts';

export type Severe = Exclude<Complaint, string | undefined>;

export interface LatestCheck {
  /** Checks the text when no other comes for a moment. */
  changed(text: string): void;
  /** Whether the text may be accepted as it is. */
  accepts(text: string): Promise<boolean>;
  dispose(): void;
}

export interface CheckDisplay {
  show(complaint: Severe | undefined): void;
  busy(isBusy: boolean): void;
}

/** Milliseconds without a further change before a text is checked. */
const pause = 250;

/** Checks what is typed, of which only the latest counts: what is found of an older text is never shown. */
export function latestCheck(validate: InputQuestion['validate'], display: CheckDisplay): LatestCheck {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = async (text: string): Promise<boolean> => {
    clearTimeout(timer);
    const own = ++latest;
    display.busy(true);
    const complaint = await complaintOf(validate, text);
    if (own !== latest) return false;
    display.busy(false);
    display.show(complaint);
    return complaint?.severity !== 'error';
  };
  return {
    changed(text) {
      latest++;
      clearTimeout(timer);
      timer = setTimeout(() => check(text), pause);
    },
    accepts: check,
    dispose() {
      latest++;
      clearTimeout(timer);
    },
  };
}

/** What cannot be checked is not wrong for that, and AWS has the last word. */
async function complaintOf(validate: InputQuestion['validate'], text: string): Promise<Severe | undefined> {
  try {
    const complaint = await validate?.(text);
    return typeof complaint === 'string' ? { severity: 'error', message: complaint } : complaint;
  } catch (error) {
    return { severity: 'warning', message: error instanceof Error ? error.message : String(error) };
  }
}
