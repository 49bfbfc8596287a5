import { USUAL_STEP } from '../../design/relaxation.ts';
import type { JSX } from 'preact';
import { compactText } from '../../plot/numberText.ts';
import type { Facts, Step } from '../scenarioFacts.ts';
import type { PageState } from '../link/pageState.ts';
import { NumberField } from './NumberField.tsx';

const MILLION = 1e6;

interface Props {
  readonly state: PageState;
  readonly facts: Facts;
  readonly onChange: (part: Partial<PageState>) => void;
}

/**
 * One click makes one constraint less tight, against the scenario before it as the baseline: all by the same part of
 * themselves, or, where it is stated what that costs, for the same sum.
 */
export function Steps({ state, facts, onChange }: Props): JSX.Element | null {
  const { steps, stepProblem } = facts;
  const { size = USUAL_STEP, spend, costs } = state;
  if (steps.length === 0) return null;
  const makers = [...new Set(steps.map(({ by }) => by))];
  return (
    <details class="relax">
      <summary>
        Relax a constraint <span class="quiet">{steps.length}</span>
      </summary>
      <div class="asked">
        <NumberField
          label="Every step, %"
          value={Number((100 * size).toPrecision(6))}
          from={1}
          to={50}
          onValue={(percent) =>
            onChange({
              size: percent === undefined || percent === 100 * USUAL_STEP ? undefined : percent / 100,
            })
          }
        />
        <NumberField
          label="For, $ million"
          value={spend === undefined ? undefined : spend / MILLION}
          from={0.001}
          to={1e6}
          onValue={(millions) => onChange({ spend: millions === undefined ? undefined : millions * MILLION })}
        />
      </div>
      {stepProblem !== undefined && (
        <p class="failure" role="alert">
          {stepProblem}
        </p>
      )}
      <p class="note">
        Each changes its constraint by the same part of itself, or all of it where it says so. With a sum, a
        step whose cost you state is made as large as that sum pays for, in proportion; costs are yours to
        state, none is built in.
      </p>
      {makers.map((by) => (
        <Maker
          key={by}
          by={by}
          steps={steps.filter((step) => step.by === by)}
          costs={costs}
          onMake={(step) => onChange({ baseline: state.baseline ?? state.settings, ...made(state, step) })}
          onCost={(name, dollars) => onChange({ costs: withCost(costs, name, dollars) })}
        />
      ))}
    </details>
  );
}

function made({ settings }: PageState, step: Step): Pick<PageState, 'settings'> {
  const own = Object.entries(step.settings).map(([path, value]) => [path, String(value)] as const);
  return { settings: { ...settings, ...Object.fromEntries(own) } };
}

function withCost(costs: PageState['costs'], name: string, dollars: number | undefined): PageState['costs'] {
  const { [name]: _, ...rest } = costs;
  return dollars === undefined ? rest : { ...rest, [name]: dollars };
}

interface MakerProps {
  readonly by: string;
  readonly steps: readonly Step[];
  readonly costs: PageState['costs'];
  readonly onMake: (step: Step) => void;
  readonly onCost: (name: string, dollars: number | undefined) => void;
}

/** The steps that one party can make. */
function Maker({ by, steps, costs, onMake, onCost }: MakerProps): JSX.Element {
  return (
    <>
      <h3>{by === '' ? 'Steps' : `What the ${by} can do`}</h3>
      <ul class="steps">
        {steps.map((step) => (
          <li key={step.name}>
            <button type="button" onClick={() => onMake(step)}>
              {step.name}
            </button>{' '}
            <span class="note">
              {step.step}
              {step.costDollars === undefined ? '' : `, for $${compactText(step.costDollars)}`}
            </span>
            <NumberField
              label={`Cost of “${step.name}”, $ million`}
              isShort
              value={costs[step.name] === undefined ? undefined : costs[step.name]! / MILLION}
              from={0.001}
              to={1e6}
              onValue={(millions) =>
                onCost(step.name, millions === undefined ? undefined : millions * MILLION)
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
}
