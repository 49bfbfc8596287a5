import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError } from '../experiment/index.ts';

/** A user of this machine. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Users that own nothing of importance, the best first. */
const unprivileged = ['postgres', 'nobody'];

/**
 * The user as whom PostgreSQL has to run, which refuses to run as root; nothing where we are not root.
 *
 * @throws InputError where there is no such user, or the user cannot enter the folder.
 */
export function serverAccount(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = accountsOf(readFileSync('/etc/passwd', 'utf8'));
  const account = unprivileged.flatMap((name) => accounts.get(name) ?? [])[0];
  if (account === undefined) {
    throw new InputError(
      `queue: embedded as root, and there is no user ${unprivileged.join(' or ')} to run PostgreSQL as, expected another user than root`,
    );
  }
  const closed = closedFolder(resolve(folder));
  if (closed !== undefined) {
    throw new InputError(
      `queue: embedded as root runs PostgreSQL as ${account.name}, who cannot enter ${closed}, expected --out in a folder open to all, or another user than root`,
    );
  }
  return account;
}

/** Accounts by name, from the text of `/etc/passwd`. */
function accountsOf(text: string): Map<string, Account> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name === undefined || gid === undefined
        ? []
        : [[name, { name, uid: Number(uid), gid: Number(gid) }] as const];
    }),
  );
}

/** The folder nearest to the root, of those on the way, that not everybody may enter. */
function closedFolder(folder: string): string | undefined {
  const parent = dirname(folder);
  const above = parent === folder ? undefined : closedFolder(parent);
  if (above !== undefined) return above;
  const mayEnterAll = ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0o1) & 0o1) !== 0;
  return mayEnterAll ? undefined : folder;
}
