import { join } from 'node:path';
import { InputError, writeWholeFile } from '../experiment/index.ts';
import { domDocument } from '../page/index.ts';
import { reportHtml } from './reportHtml.ts';
import { writeCharts } from './chartFiles.ts';
import { readResultsFolder } from './resultsFolder.ts';

/** What the file system says when it is asked to write where that is not possible. */
const NO_PLACE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EROFS', 'EPERM']);

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
 * @throws InputError when there is nothing to show; what the file system throws.
 * @example await writeReport({ folder: 'results/openai-aws-38b' });
 */
export async function writeReport({
  folder: path,
  out = join(path, 'report.html'),
  charts,
}: {
  folder: string;
  out?: string | undefined;
  /** Folder for every chart as SVG and PNG. */
  charts?: string | undefined;
}): Promise<WrittenReport> {
  const folder = await readResultsFolder(path);
  const html = reportHtml({ folder, document: domDocument() });
  try {
    writeWholeFile(out, html);
    const written = charts === undefined ? { files: [], problems: [] } : writeCharts(html, charts);
    return {
      file: out,
      problems: [...written.problems, ...folder.problems],
      chartFiles: written.files,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!NO_PLACE.has(code)) throw error;
    const place = charts === undefined ? out : `${out} or ${charts}`;
    throw new InputError(`${place}: cannot be written (${code}), expected a file in a folder that there is`);
  }
}
