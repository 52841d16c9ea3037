import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import type { BudgetLine } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';
import '../books/books.css';
import './budget.css';
import { budgetQueries } from './budget-queries.ts';
import { BudgetTable } from './budget-table.tsx';
import { LineDialog } from './line-dialog.tsx';

/** Before the next year begins its budget is set; of the years before, what became of them. */
const yearsBack = 4;

function yearsAround(now: number): number[] {
  return Array.from({ length: yearsBack + 2 }, (_, at) => now + 1 - at);
}

/** What a year allows, by account, project and source, and what is committed, spent and left of it. */
export default function BudgetPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const duty = useQuery(queries.session()).data?.duty;
  const thisYear = new Date().getFullYear();
  const years = yearsAround(thisYear);
  const year = years.find((one) => String(one) === read('year')) ?? thisYear;
  const unionId = read('union') || (duty?.scopeUnionId ?? '');
  const [asked, setAsked] = useState<BudgetLine | 'new'>();
  const query = useQuery(budgetQueries.lines(unionId, year));
  const sets = duty?.duty === 'finance';
  const add = sets && (
    <button type="button" className="button button-main" onClick={() => setAsked('new')}>
      {t('budget.add')}
    </button>
  );
  return (
    <Page title={t('budget.title')} lead={t('budget.lead')} tools={add}>
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor="budget-union">{t('budget.union')}</label>
          <UnionSelect
            id="budget-union"
            value={unionId}
            placeholder={t('imports.unionHint')}
            onChange={(union) => patch({ union })}
          />
        </div>
        <ChoiceField
          label={t('budget.year')}
          value={String(year)}
          choices={years.map((one) => [String(one), t('budget.yearOf', { year: one })])}
          onValue={(to) => patch({ year: to })}
        />
      </div>
      <Loaded query={query} lines={6}>
        {(budget) =>
          budget.items.length === 0 ? (
            <Empty title={t('budget.none', { year })}>
              <p>{t(sets ? 'budget.noneNext' : 'budget.noneWait')}</p>
            </Empty>
          ) : (
            <>
              <Sums of={budget} />
              <Section title={t('budget.lines')} note={t('budget.linesNote')}>
                <BudgetTable items={budget.items} onChange={sets ? setAsked : undefined} />
              </Section>
            </>
          )
        }
      </Loaded>
      {asked && (
        <LineDialog
          of={{ unionId, fiscalYear: year }}
          line={asked === 'new' ? undefined : asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Page>
  );
}

const sums = ['approvedFen', 'committedFen', 'spentFen', 'availableFen'] as const;

/** Over all lines of the year. */
function Sums({ of }: { of: Readonly<Record<(typeof sums)[number], string>> }): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="steps budget-sums">
      {sums.map((name) => (
        <div key={name}>
          <dt>{t(`budget.${name}`)}</dt>
          <dd>
            <Money fen={of[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
