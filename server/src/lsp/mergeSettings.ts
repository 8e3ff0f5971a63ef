import { type CheckLevel, type CheckLevels, checkLevels } from '../policy/checkLevel.ts';
import { defaultSettings, type Settings } from '../protocol.ts';

/**
 * Settings as a client sent them, whole or in part; what is missing or of a wrong type keeps its default.
 */
export function mergeSettings(given: unknown): Settings {
  return {
    ...merge(defaultSettings, given),
    checks: levelsIn(isRecord(given) ? given['checks'] : undefined),
  };
}

/** The codes are judged where the checks are known. */
function levelsIn(given: unknown): CheckLevels {
  const levels = Object.entries(isRecord(given) ? given : {}).flatMap(
    ([code, value]): [string, CheckLevel][] => {
      const level = checkLevels.find((one) => one === value);
      return level === undefined ? [] : [[code, level]];
    },
  );
  return Object.fromEntries(levels);
}

function merge<Value>(fallback: Value, given: unknown): Value {
  if (Array.isArray(fallback)) {
    return Array.isArray(given) && given.every((item) => typeof item === 'string')
      ? (given as Value)
      : fallback;
  }
  if (!isRecord(fallback)) return typeof given === typeof fallback ? (given as Value) : fallback;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fallback))
    result[key] = merge(value, isRecord(given) ? given[key] : undefined);
  return result as Value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
