/** How a text says a time: as AWS recommends it, in seconds since 1970, or not at all. */
export type DateForm = 'ISO 8601' | 'epoch' | 'none';

const iso =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;
/** Without separators. */
const basic = /^(\d{4})(\d\d)(\d\d)[Tt]\d\d\d\d(?:\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?$/;

/** Source: IAM User Guide, Date condition operators: the W3C profile of ISO 8601, or epoch time. */
export function dateForm(text: string): DateForm {
  const [, year, month = '1', day = '1'] = iso.exec(text) ?? basic.exec(text) ?? [];
  if (year !== undefined) return isDay(Number(year), Number(month), Number(day)) ? 'ISO 8601' : 'none';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? 'epoch' : 'none';
}

/** The time in the form that AWS recommends, where a text can mean no other. */
export function meantDate(text: string): string | undefined {
  const plain = text.trim();
  if (dateForm(plain) === 'epoch') return fromEpoch(Number(plain));
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\s*([\d:.]+Z?))?$/i.exec(plain) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const meant = time === '' ? date : `${date}T${/z$/i.test(time) ? time : `${time}Z`}`;
  return meant !== text && dateForm(meant) === 'ISO 8601' ? meant : undefined;
}

/** Seconds; a time in milliseconds would be thousands of years from now. */
function fromEpoch(number: number): string | undefined {
  const seconds = number > 1e11 ? number / 1000 : number;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.000Z$/, 'Z');
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
