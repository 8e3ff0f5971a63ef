/** Takes two places, as ideographs and most emoji do. Unicode Standard Annex 11, roughly. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{3ffff}]/u;

/** The beginning of a text that takes no more than so many places, with `…` where something is cut. */
export function fitText(text: string, places: number): string {
  let taken = 0;
  let fitting = '';
  for (const character of text) {
    taken += wide.test(character) ? 2 : 1;
    if (taken > places) return `${fitting.replace(/.$/u, '')}…`;
    fitting += character;
  }
  return fitting;
}
