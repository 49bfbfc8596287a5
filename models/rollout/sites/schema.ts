import { z } from 'zod';
import type { FlowSite } from '../capacity/flowSite.ts';
import { dedicatedSite } from './dedicatedSchema.ts';
import { readySite, reassignedSite, retrofitSite } from './existingSchema.ts';

export const siteSchema = z.discriminatedUnion('kind', [
  reassignedSite,
  readySite,
  retrofitSite,
  dedicatedSite,
]);

/** A site of the scenario's own, or that of a provider's flow. */
export type Site = z.output<typeof siteSchema> | FlowSite;
export type ReassignedSite = Extract<Site, { kind: 'reassigned' }>;
export type ReadySite = Extract<Site, { kind: 'ready' }>;
export type RetrofitSite = Extract<Site, { kind: 'retrofit' }>;
export type DedicatedSite = Extract<Site, { kind: 'dedicated' }>;
export type Hall = DedicatedSite['halls'][number];
