/**
 * Counts how often the server died: the answer is false from the death on that makes more than `most`
 * restarts within `period` milliseconds. `now` is the time of the death in milliseconds.
 */
export function restartLimit(most: number, period: number): (now: number) => boolean {
  let deaths: number[] = [];
  return (now) => {
    deaths = [...deaths.filter((death) => now - death < period), now];
    return deaths.length <= most;
  };
}
