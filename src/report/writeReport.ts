import { join } from 'node:path';
import { isFileThere, writeNamedFile } from '../experiment/index.ts';
import { domDocument } from '../page/index.ts';
import { reportHtml } from './reportHtml.ts';
import { writeCharts } from './chartFiles.ts';
import { readResultsFolder } from './resultsFolder.ts';

/** A report that was written. */
export interface WrittenReport {
  readonly file: string;
  /** What is wrong with the pictures, and with the folder, as the report says at its top. */
  readonly problems: readonly string[];
  /** Charts that were written beside it. */
  readonly chartFiles: readonly string[];
}

/**
 * Reads a results folder and writes its report, by default `report.html` in the folder.
 *
 * @throws InputError when there is nothing to show, or a file cannot be written.
 * @example await writeReport({ folder: 'results/openai-aws-38b' });
 */
export async function writeReport({
  folder: path,
  out,
  charts,
  written = [],
}: {
  folder: string;
  out?: string | undefined;
  /** Folder for every chart as SVG and PNG. */
  charts?: string | undefined;
  /** Names of files that this process has just written as the manifest says: their hashes are not taken again. */
  written?: readonly string[];
}): Promise<WrittenReport> {
  const file = out ?? join(path, 'report.html');
  const folder = await readResultsFolder(path, written);
  const html = reportHtml({ folder, document: domDocument() });
  // A folder that came from somewhere may have a pipe there, which nobody reads.
  if (out === undefined) isFileThere(file);
  writeNamedFile('report', file, html);
  const drawn = charts === undefined ? { files: [], problems: [] } : writeCharts(html, charts);
  return { file, problems: [...drawn.problems, ...folder.problems], chartFiles: drawn.files };
}
