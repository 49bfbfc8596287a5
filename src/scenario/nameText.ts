import * as z from 'zod';

// Controls, line ends, invisible and bidirectional marks, lone surrogates, and what no script uses.
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;
// What a spreadsheet takes for the beginning of a formula, in the widths of Latin and of East Asia.
const FORMULA = /^[=+\-@＝＋－＠]/u;

/**
 * A text on one line that every terminal, table and page shows as it is: printable, without control characters, line ends or marks
 * that change the direction of writing.
 *
 * @example z.strictObject({ title: lineText({ max: 200 }) })
 */
export function lineText({ min = 0, max }: { min?: number; max: number }): z.ZodType<string, string> {
  return z
    .string()
    .min(min)
    .max(max)
    .superRefine((text, context) => {
      const strange = UNPRINTABLE.exec(text)?.[0];
      if (strange !== undefined) {
        const code = strange.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
        context.addIssue({
          code: 'custom',
          message: `expected printable text, got the character U+${code} in it`,
        });
      }
    });
}

/**
 * The name of a thing: printable text that neither begins nor ends with a space and is no formula to a spreadsheet.
 *
 * @example z.array(z.strictObject({ name: nameText() }))
 */
export function nameText({ max = 60 }: { max?: number } = {}): z.ZodType<string, string> {
  return lineText({ min: 1, max }).superRefine((name, context) => {
    const refuse = (expected: string): void =>
      context.addIssue({ code: 'custom', message: `expected a name that ${expected}, got "${name}"` });
    if (name !== name.trim()) refuse('neither begins nor ends with a space');
    else if (FORMULA.test(name)) refuse('does not begin with =, +, - or @');
  });
}
