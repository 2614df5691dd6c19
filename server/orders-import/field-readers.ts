import * as z from 'zod';
import { plainText } from '../store/plain-text.ts';
import { addDays, instantAt } from '../policy/store-calendar.ts';

/** How a field is read, from JSON or from the text of a CSV cell. */
export interface FieldReader<Value> {
  /** "dollars like 29.99". */
  readonly expected: string;
  /** Undefined when the text is not what is expected. */
  readonly parse: (text: string) => Value | undefined;
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A field that may be empty, and then is undefined. */
export const optional = <Value>({ expected, parse }: FieldReader<Value>) =>
  z
    .unknown()
    .transform((value, context) => {
      if (isBlank(value)) return undefined;
      const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      const parsed = isScalar ? parse(String(value).trim()) : undefined;
      if (parsed === undefined) context.addIssue({ code: 'custom', message: `expected ${expected}` });
      return parsed;
    })
    .optional();

/** A field that must be there. */
export const needed = <Value>(reader: FieldReader<Value>) =>
  z.unknown().transform((value, context): Value => {
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const parsed = isScalar && !isBlank(value) ? reader.parse(String(value).trim()) : undefined;
    if (parsed !== undefined) return parsed;
    const problem = isBlank(value) ? 'is missing: ' : '';
    context.addIssue({ code: 'custom', message: `${problem}expected ${reader.expected}` });
    return z.NEVER;
  });

export const words = (maxLength: number): FieldReader<string> => ({
  expected: `text of at most ${maxLength} characters`,
  parse: (text) => (text.length > maxLength ? undefined : plainText(text.toWellFormed(), maxLength)),
});

export const oneOf = <const Value extends string>(values: readonly Value[]): FieldReader<Value> => ({
  expected: `one of ${values.join(', ')}`,
  parse: (text) => values.find((value) => value === text.toLowerCase().replaceAll(/[\s-]+/g, '_')),
});

export const matching = (pattern: RegExp, expected: string): FieldReader<string> => ({
  expected,
  parse: (text) => (pattern.test(text) ? text : undefined),
});

export const wholeNumber = (from: number, to: number): FieldReader<number> => ({
  expected: `a whole number from ${from} to ${to}`,
  parse: (text) => within(/^\d{1,9}$/.test(text) ? Number(text) : undefined, from, to),
});

const mostCents = 1_000_000_000;

export const cents: FieldReader<number> = {
  expected: 'whole cents like 2999',
  parse: (text) => within(/^\d{1,10}$/.test(text) ? Number(text) : undefined, 0, mostCents),
};

/** Read as text, so that no cent is lost to a binary fraction. */
export const dollars: FieldReader<number> = {
  expected: 'dollars like 29.99',
  parse: (text) => {
    const [, whole = '', fraction = ''] = /^\$?\s?(\d{1,8}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2})0*)?$/.exec(text) ?? [];
    if (whole === '') return undefined;
    return within(Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0')), 0, mostCents);
  },
};

export const freeOrDollars: FieldReader<number> = {
  expected: 'dollars like 4.99, or free',
  parse: (text) => (text.toLowerCase() === 'free' ? 0 : dollars.parse(text)),
};

export const yesOrNo: FieldReader<boolean> = {
  expected: 'true or false',
  parse: (text) => (/^(true|yes|y|1)$/i.test(text) ? true : /^(false|no|n|0)$/i.test(text) ? false : undefined),
};

export const day: FieldReader<string> = {
  expected: 'a day like 2026-03-08',
  parse: (text) => (isDay(text) ? text : undefined),
};

/**
 * A moment: with its offset as it stands, else by the clocks of `timeZone`. A day without a time is its first moment or,
 * `atEnd`, its last: what was delivered that day was there by its end.
 */
export const moment = (timeZone: string, { atEnd = false } = {}): FieldReader<Date> => ({
  expected: 'a day like 2026-03-08, or a time like 2026-03-08T16:20 or 2026-03-08T16:20:00-05:00',
  parse: (text) => {
    const [, date = '', time, seconds = '', offset] =
      /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2}| UTC)?)?$/i.exec(text) ??
      [];
    if (!isDay(date)) return undefined;
    if (time === undefined) {
      return atEnd
        ? new Date(instantAt(timeZone, addDays(date, 1), '00:00').getTime() - 1000)
        : instantAt(timeZone, date, '00:00');
    }
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
    const secondsMs = seconds === '' ? 0 : Math.floor(Number(seconds.slice(1)) * 1000);
    if (offset === undefined) return new Date(instantAt(timeZone, date, time).getTime() + secondsMs);
    const zone = /^(z| utc)$/i.test(offset) ? 'Z' : offset.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
    const instant = new Date(`${date}T${time}:00${zone}`);
    return Number.isNaN(instant.getTime()) ? undefined : new Date(instant.getTime() + secondsMs);
  },
});

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return (
    /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(instant.getTime()) &&
    instant.toISOString().startsWith(text)
  );
}

const within = (value: number | undefined, from: number, to: number) =>
  value !== undefined && value >= from && value <= to ? value : undefined;
