import { escapeHtml } from '../page/index.ts';
import type { ResultsFolder } from './resultsFolder.ts';

/** What a section would show of tables that are too large to be read, in the place where it is missing. */
export function unreadNote({ unread }: ResultsFolder, tables: readonly string[]): string[] {
  const missing = unread.filter((path) => tables.includes(path.replace(/\.csv$/, '')));
  if (missing.length === 0) return [];
  const [files, verb] = [
    missing.map((path) => `<code>${escapeHtml(path)}</code>`),
    missing.length === 1 ? 'is' : 'are',
  ];
  return [
    `<p class="note">Missing here is what ${files.join(', ')} would show, which ${verb} too large to be read for a report.</p>`,
  ];
}
