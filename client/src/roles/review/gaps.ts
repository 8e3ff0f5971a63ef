import { type AwsError, isDenied } from '../awsError.ts';
import { text } from '../markdown.ts';

/** A call that was refused for want of a permission, and what a review lacks for it. */
export interface Gap {
  /** Such as `iam:ListRolePolicies`. */
  readonly operation: string;
  /** Of the first refusal. */
  readonly message: string;
  readonly times: number;
}

/** Calls that a review does without where they are refused. */
export interface Gaps {
  readonly list: readonly Gap[];
  /** What the call gives; the fallback where it is refused for want of a permission, which is then noted. */
  orElse<T>(fallback: T, call: () => Promise<T>): Promise<T>;
}

export function collectGaps(): Gaps {
  const found = new Map<string, Gap>();
  const note = ({ message, details: { operation = 'A call' } }: AwsError) => {
    const before = found.get(operation);
    found.set(operation, { operation, message: before?.message ?? message, times: (before?.times ?? 0) + 1 });
  };
  return {
    get list() {
      return [...found.values()];
    },
    async orElse(fallback, call) {
      try {
        return await call();
      } catch (error) {
        if (!isDenied(error)) throw error;
        note(error);
        return fallback;
      }
    },
  };
}

/** A section of a report on what is missing in it; empty where nothing is. */
export function gapsSection(gaps: readonly Gap[]): readonly string[] {
  if (gaps.length === 0) return [];
  const lines = gaps.map(
    ({ operation, message, times }) =>
      `- ${text(operation)}, refused ${times === 1 ? 'once' : `${times} times`}: ${text(message)}`,
  );
  return [
    `## What could not be read\n\nThe profile lacks permissions, so what these calls tell is missing above:\n\n${lines.join('\n')}`,
  ];
}
