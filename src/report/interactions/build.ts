import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The script of a report as it stands in its page: what `reportScript.ts` holds. */
export async function reportScriptText(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'start.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text.trim();
}

/** The file that holds it, so that a report is written without a bundler. */
function reportScriptFile(text: string): string {
  return `// Written by npm run build:reportScript from src/report/interactions.\n\n/** The script of a report. */\nexport const REPORT_SCRIPT =\n  ${JSON.stringify(text)};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(here, '..', 'reportScript.ts'), reportScriptFile(await reportScriptText()));
