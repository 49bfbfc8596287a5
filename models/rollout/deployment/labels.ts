import type { World } from '../world.ts';

/** Activity labels of a rack's steps, looked up once a replication: they are needed at every event. */
export type RolloutLabels = ReturnType<typeof deploymentLabels>;

export function deploymentLabels({ label }: Pick<World, 'label'>) {
  return {
    holdEnds: label('held for a dedicated site'),
    meetsPosition: label('rack meets position'),
    freight: label('freight'),
    askedFor: label('rack asked for by the forecast'),
    commissioning: label('L4/L5 commissioning'),
    installCrew: label('install crew'),
    crewTravels: label('crew travels'),
    crewJoins: label('crew joins'),
    install: label('install'),
    deadOnArrival: label('dead on arrival'),
    burnIn: label('burn-in'),
    rework: label('rack rework'),
    partialPod: label('partial pod'),
    podComplete: label('pod complete'),
    networkFreeze: label('network freeze'),
    bringUp: label('fabric and storage bring-up'),
    podAcceptance: label('pod acceptance'),
    acceptance: label('acceptance'),
  } as const;
}
