/** Characters that are not seen, or change what others look like: controls, and marks of direction. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function hasHidden(text: string): boolean {
  return text.search(hidden) >= 0;
}

/** `replace` is given one UTF-16 unit. */
export function replaceHidden(text: string, replace: (character: string) => string): string {
  return text.replace(hidden, replace);
}

/**
 * The text with such characters written as escapes of JSON, in which they mean the same within a string; half a
 * character, which AWS takes nowhere, becomes the sign for an unreadable one.
 */
export function withoutHidden(text: string): string {
  return replaceHidden(text, (one) => {
    const code = /[\ud800-\udfff]/.test(one) ? 0xfffd : one.charCodeAt(0);
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** A comment of one line. */
export function comment(mark: '#' | '//', text: string): string {
  return `${mark} ${replaceHidden(text.replaceAll('\n', ' '), () => ' ')}`;
}
