/**
 * The token kinds of jsonc-parser's scanner. The package declares them as ambient const enums, which a
 * module that is compiled alone cannot read; a test compares these numbers with the package's.
 */
export const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  end: 17,
} as const;

/** Of the scanner's errors the two that the reader tells apart. */
export const unclosedComment = 1;
export const unclosedString = 2;

/** What each of the scanner's errors says to a person, by its number; 0 is no error. */
export const scanErrors = [
  undefined,
  'The comment is not closed.',
  'The closing double quote is missing.',
  'The number is not complete.',
  'A \\u escape takes four hexadecimal digits.',
  'This escape is not one that JSON knows.',
  'A control character must be escaped, a line break as \\n.',
] as const;
