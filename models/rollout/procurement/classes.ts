/** Classes of long-lead goods that are bought under a regime of their own, beside the transformers. */
export const PROCURED_CLASSES = [
  'hvBreakers',
  'mvSwitchgear',
  'relays',
  'generators',
  'cooling',
  'switches',
  'optics',
  'storage',
] as const;

export type ProcuredClass = (typeof PROCURED_CLASSES)[number];

/** Classes whose lead times under each regime stand in `construction.equipment`. */
export type EquipmentClass = 'hvBreakers' | 'mvSwitchgear' | 'relays';

export function isEquipment(of: ProcuredClass): of is EquipmentClass {
  return of === 'hvBreakers' || of === 'mvSwitchgear' || of === 'relays';
}

/** Classes whose open lead time stands with their trade; what a slot or a store makes of it is stated apart. */
export type SecuredClass = Exclude<ProcuredClass, EquipmentClass>;

export type Regime = 'open' | 'reserved' | 'held';
