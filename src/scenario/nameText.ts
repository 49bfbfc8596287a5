import * as z from 'zod';
import { canonicalName } from './canonicalName.ts';

// Controls, line ends and marks of direction cannot be seen, and lone surrogates are no characters.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

// Fillers and selectors, which show as nothing, and the empty Braille cell, which shows as a blank.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/u;

// U+FFFE and its like, which stand for no character and which tools take for a byte order mark or an error.
const NO_CHARACTER = /\p{Noncharacter_Code_Point}/u;

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@＝＋－＠]/u;

/** What in a text cannot be seen or is obeyed by a terminal; nothing where all of it is printed as it is. */
export function unprintable(text: string): string | undefined {
  if (UNPRINTABLE.test(text))
    return 'expected printable text, got a control character or a mark of direction';
  const [none] = NO_CHARACTER.exec(text) ?? [];
  if (none !== undefined) return `expected printable text, got ${codeOf(none)}, which is no character`;
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined)
    return `expected printable text, got the invisible character ${codeOf(invisible)}`;
  return undefined;
}

function complaint(text: string): string | undefined {
  const unseen = unprintable(text);
  if (unseen !== undefined) return unseen;
  if (text !== text.trim()) return 'expected a name without blanks around it';
  return FORMULA.test(text)
    ? `expected a name that does not begin with "${text[0]}", which spreadsheets run`
    : undefined;
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The name of something that has it elsewhere: whether there is such a thing is for a check across values. */
export function nameReference(): z.ZodType<string, string> {
  return z.string().overwrite(canonicalName);
}

/**
 * A name or title: printable text of any script, at most so many characters, that no terminal obeys and no spreadsheet
 * runs. It comes out as names are compared.
 *
 * @example z.strictObject({ name: nameText() })
 */
export function nameText({ most = 60 }: { most?: number } = {}): z.ZodType<string, string> {
  return z
    .string()
    .min(1)
    .max(most)
    .overwrite(canonicalName)
    .superRefine((text, context) => {
      const message = complaint(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}
