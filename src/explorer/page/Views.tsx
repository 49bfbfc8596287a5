import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { VIEWS, type View } from '../link/pageState.ts';
import { Ledger } from './Ledger.tsx';
import type { ViewProps } from './viewProps.ts';

const TITLES: Readonly<Record<View, string>> = {
  readiness: 'Readiness',
  fan: 'GPUs in service',
  sites: 'Sites',
  binding: 'What binds',
  blame: 'Blame',
  tenants: 'Tenants',
  spend: 'Spend',
  ledger: 'Ledger',
};

/** The views behind their tabs; the charts are loaded after the page stands. */
export function Views({ state, said, facts, tell, onChange }: Omit<ViewProps, 'picture'>): JSX.Element {
  const [Charts, setCharts] = useState<ComponentType<ViewProps> | undefined>(undefined);
  useEffect(() => {
    void import('./ChartView.tsx').then(({ ChartView }) => setCharts(() => ChartView));
  }, []);
  const { view } = state;
  const { picture, isCurrent } = said;
  const views = VIEWS.filter((name) => name !== 'tenants' || facts.hasFleets || view === name);
  const go = (step: number): void => {
    const next = views[(views.indexOf(view) + step + views.length) % views.length]!;
    onChange({ view: next });
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Views">
        {views.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === view}
            aria-controls="view"
            tabIndex={name === view ? 0 : -1}
            onClick={() => onChange({ view: name })}
            onKeyDown={({ key }) => {
              if (key === 'ArrowRight') go(1);
              if (key === 'ArrowLeft') go(-1);
            }}
          >
            {TITLES[name]}
          </button>
        ))}
      </div>
      <div
        id="view"
        role="tabpanel"
        aria-labelledby={`tab-${view}`}
        class={isCurrent ? 'view' : 'view stale'}
      >
        {view === 'ledger' ? (
          <Ledger facts={facts} />
        ) : picture === undefined || Charts === undefined ? (
          <p class="quiet">The first curve is on its way.</p>
        ) : (
          <Charts state={state} said={said} facts={facts} picture={picture} tell={tell} onChange={onChange} />
        )}
      </div>
    </>
  );
}
