import * as z from 'zod';
import { parsedJson, type Parsed } from '../experiment/index.ts';

const packageSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string().regex(/^[\w][\w.-]*\.csv$/, 'expected the name of a CSV file in the folder'),
      description: z.string().default(''),
      schema: z.object({
        fields: z.array(
          z.object({
            name: z.string(),
            type: z.string(),
            unit: z.string().optional(),
            description: z.string().optional(),
            subject: z.string().optional(),
            output: z.string().optional(),
            quantile: z.number().optional(),
            // A role that a later version knows is no reason to refuse its folder.
            role: z.string().optional(),
            measure: z.string().optional(),
            key: z.record(z.string(), z.string()).optional(),
            whole: z.number().optional(),
            heldBy: z.string().optional(),
          }),
        ),
      }),
    }),
  ),
});

/** What the report takes from `datapackage.json`. */
export type PackageFile = z.infer<typeof packageSchema>;

/** Reads the text of `datapackage.json`. */
export function parsePackage(text: string): Parsed<PackageFile> {
  return parsedJson(text, packageSchema);
}
