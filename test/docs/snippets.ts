import { readFileSync } from 'node:fs';

/** A block of code on a page of the documentation. */
export interface Snippet {
  readonly language: string;
  /** The heading above it. */
  readonly heading: string;
  readonly code: string;
}

/** All blocks of code of a page in `docs/`, in order. */
export function snippetsOf(page: string): Snippet[] {
  const markdown = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const snippets: Snippet[] = [];
  let heading = '';
  for (const [, title, language, code] of markdown.matchAll(/^## (.*)$|^```(\w+)\n([\s\S]*?)^```/gm)) {
    if (title !== undefined) heading = title;
    else snippets.push({ language: language!, heading, code: code! });
  }
  return snippets;
}
