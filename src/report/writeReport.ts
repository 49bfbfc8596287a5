import { join } from 'node:path';
import { writeWholeFile } from '../experiment/index.ts';
import { domDocument } from '../page/index.ts';
import { reportHtml } from './reportHtml.ts';
import { readResultsFolder } from './resultsFolder.ts';

/** A report that was written. */
export interface WrittenReport {
  readonly file: string;
  /** What is wrong with the folder, as the report says at its top. */
  readonly problems: readonly string[];
}

/**
 * Reads a results folder and writes its report, by default `report.html` in the folder.
 *
 * @throws InputError when there is nothing to show; what the file system throws.
 * @example await writeReport({ folder: 'results/openai-aws-38b' });
 */
export async function writeReport({
  folder: path,
  out = join(path, 'report.html'),
}: {
  folder: string;
  out?: string | undefined;
}): Promise<WrittenReport> {
  const folder = await readResultsFolder(path);
  writeWholeFile(out, reportHtml({ folder, document: domDocument() }));
  return { file: out, problems: folder.problems };
}
