import type * as z from 'zod';

/** A file that was read, or in words why not. */
export type Parsed<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** Reads a JSON text of a results folder, which may hold anything, against what a run of this package writes. */
export function parsedJson<T>(
  text: string,
  schema: z.ZodType<T>,
  parse: (text: string) => unknown = JSON.parse,
): Parsed<T> {
  let json: unknown;
  try {
    json = parse(text);
  } catch {
    return { problem: 'is no JSON' };
  }
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: `at ${issue.path.join('.') || 'the top'}: ${issue.message}` };
}
