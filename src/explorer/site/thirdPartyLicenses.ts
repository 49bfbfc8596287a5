import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licence of every package that is in the files, as it asks for; where a package has no file for it, it stands
 * in its read-me.
 *
 * @param inputs paths of the modules that were built in
 */
export function thirdPartyLicenses(inputs: readonly string[]): string {
  const packages = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  return [...packages]
    .sort()
    .map((path) => {
      const text = readFileSync(join(path, 'package.json'), 'utf8');
      const { name, version, license } = JSON.parse(text) as Record<string, string>;
      return `${name} ${version} (${license})\n\n${licenseText(path)}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseText(path: string): string {
  const names = readdirSync(path).sort();
  const name = names.find((each) => /^licen[cs]e/i.test(each)) ?? names.find((each) => /^readme/i.test(each));
  if (name === undefined) throw new Error(`${path}: no licence, expected one of a package that is built in`);
  return readFileSync(join(path, name), 'utf8');
}
