import * as z from 'zod';

// Controls, line ends and marks of direction cannot be seen, and lone surrogates are no characters.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

// Fillers and selectors, which show as nothing, and the empty Braille cell, which shows as a blank.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠]/u;

function complaint(text: string): string | undefined {
  if (UNPRINTABLE.test(text))
    return 'expected printable text, got a control character or a mark of direction';
  const invisible = INVISIBLE.exec(text)?.[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  if (invisible !== undefined) return `expected printable text, got the invisible character U+${invisible}`;
  if (text !== text.trim()) return 'expected a name without blanks around it';
  return FORMULA.test(text)
    ? `expected a name that does not begin with "${text[0]}", which spreadsheets run`
    : undefined;
}

/**
 * A name or title: printable text of any script, at most so many characters, that no terminal obeys and no spreadsheet
 * runs.
 *
 * @example z.strictObject({ name: nameText() })
 */
export function nameText({ most = 60 }: { most?: number } = {}): z.ZodType<string, string> {
  return z
    .string()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      const message = complaint(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}
