import * as z from 'zod';

const file = z.object({ name: z.string(), sha256: z.string() });

const manifestSchema = z.object({
  schema: z.literal(1),
  experiment: z.string(),
  gigaramp: z.string(),
  model: z.object({ name: z.string(), version: z.string() }),
  seed: z.string(),
  points: z.array(z.string()).min(1),
  inputs: z.array(file),
  replications: z.int().min(0),
  outputs: z.array(file),
  run: z.object({
    scenario: z.string().optional(),
    module: z.string().optional(),
    export: z.string().optional(),
    commit: z.string().optional(),
    dirty: z.boolean().optional(),
  }),
});

/** What the report takes from `manifest.json`: nothing that differs between two runs of the same experiment on one machine. */
export type ManifestFile = z.infer<typeof manifestSchema>;

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
          }),
        ),
      }),
    }),
  ),
});

/** What the report takes from `datapackage.json`. */
export type PackageFile = z.infer<typeof packageSchema>;

/** A file that was read, or in words why not. */
export type Parsed<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** Reads the text of `manifest.json`. */
export function parseManifest(text: string): Parsed<ManifestFile> {
  return parsed(text, manifestSchema);
}

/** Reads the text of `datapackage.json`. */
export function parsePackage(text: string): Parsed<PackageFile> {
  return parsed(text, packageSchema);
}

function parsed<T>(text: string, schema: z.ZodType<T>): Parsed<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'is no JSON' };
  }
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: `at ${issue!.path.join('.') || 'the top'}: ${issue!.message}` };
}
