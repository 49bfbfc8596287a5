/** What the error codes of the file system and of ports mean, in plain words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EADDRINUSE: 'another program uses it',
  EADDRNOTAVAIL: 'this machine has no such address',
  EBUSY: 'another program uses it',
  EDQUOT: 'no more room is allowed on this disk',
  EEXIST: 'it is there already',
  EFBIG: 'larger than the file system takes',
  EIO: 'the disk reports an error',
  EISDIR: 'a folder has that name',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENODEV: 'no such device',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no room is left on the disk',
  ENOTDIR: 'a part of its path is a file and no folder',
  ENOTEMPTY: 'the folder is not empty',
  ENXIO: 'no such device',
  EPIPE: 'the program that read it has stopped',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'another program uses it',
};

/** What is wrong, in place of a code such as ENOENT. */
export function fileReason(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return REASONS[code] ?? `the system says ${code}`;
  return error instanceof Error ? error.message : String(error);
}

/** The code of what the system refused; nothing for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * What the file system refused, with the file, in one line; nothing for any other error.
 *
 * @example refusedFile(error); // 'results/runs.csv: no room is left on the disk'
 */
export function refusedFile(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === undefined || !(code in REASONS) || !(error instanceof Error && 'syscall' in error))
    return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return `${path ?? 'a file'}: ${fileReason(error)}`;
}
