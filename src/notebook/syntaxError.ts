import { createRequire } from 'node:module';

/** Where a script is no TypeScript. */
export interface SyntaxProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The part of esbuild that is used here. */
interface Parser {
  transformSync(source: string, options: Readonly<Record<string, string>>): unknown;
}

/**
 * The first thing that keeps a text from being a TypeScript module, if there is one.
 *
 * @example syntaxError('const a = ;'); // { line: 1, message: 'Unexpected ";"' }
 */
export function syntaxError(source: string): SyntaxProblem | undefined {
  try {
    parser().transformSync(source, { loader: 'ts', format: 'esm', target: 'esnext', logLevel: 'silent' });
    return undefined;
  } catch (error) {
    const [first] = (error as { errors?: { text: string; location?: { line: number } }[] }).errors ?? [];
    if (first === undefined) throw error;
    return { line: first.location?.line ?? 1, message: first.text };
  }
}

/** The parser that tsx runs scripts with, so that what is checked here and what runs agree. */
function parser(): Parser {
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json');
  return createRequire(tsx)('esbuild') as Parser;
}
