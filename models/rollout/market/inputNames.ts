/** Inputs of which each tenant, provider or product has its own. */
type OwnedInput =
  'price' | 'tenantCap' | 'providerShare' | 'rackScalePart' | 'hallShare' | 'pace' | 'facilityKilowatts';

/** Name of an uncertain input: what the scenario itself states has no owner's name before it. */
export function inputName<Name extends string>(owner: string, input: Name): Name | `${string}.${Name}` {
  return owner === '' ? input : `${owner}.${input}`;
}

/** The value of an owner's input in this replication. */
export function inputOf(
  inputs: Readonly<Record<OwnedInput | `${string}.${OwnedInput}`, number>>,
  owner: string,
  input: OwnedInput,
): number {
  return inputs[inputName(owner, input)];
}
