import { join } from 'node:path';
import { packageRoot } from '../../experiment/index.ts';
import { buildSite } from './buildSite.ts';

await buildSite(join(packageRoot(), 'dist', 'explorer'));
