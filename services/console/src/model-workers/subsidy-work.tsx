import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates.ts';
import { fenOf } from '../settlements/fen.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { amountPattern, TextField } from '../ui/text-field.tsx';
import { careQueries, type SubsidyAsk } from './care-queries.ts';
import { LIVELIHOODS } from './livelihoods.ts';

/** What a model worker with that income is given a month, with every figure that it comes from; nobody is named. */
export function SubsidyWork(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [livelihood, setLivelihood] = useState<string>(LIVELIHOODS[0]);
  const [income, setIncome] = useState('');
  const [on, setOn] = useState(today());
  const [asked, setAsked] = useState<SubsidyAsk>();
  return (
    <Section title={t('workerCare.view.subsidy')} note={t('workerCare.subsidyNote')}>
      <form
        className="filter subsidy-ask"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ livelihood, incomeFen: fenOf(income), on });
        }}
      >
        <ChoiceField
          label={t('workers.livelihood')}
          value={livelihood}
          choices={LIVELIHOODS.map((one) => [one, label('livelihood', one)])}
          onValue={setLivelihood}
        />
        <TextField
          label={t('workerCare.income')}
          value={income}
          required
          inputMode="decimal"
          pattern={amountPattern}
          title={t('receipts.amountForm')}
          onValue={setIncome}
        />
        <TextField
          label={t('workerCare.on')}
          value={on}
          required
          type="date"
          max={today()}
          onValue={setOn}
        />
        <button type="submit" className="button button-main">
          {t('workerCare.workOut')}
        </button>
      </form>
      {asked && <Result asked={asked} />}
    </Section>
  );
}

function Result({ asked }: { asked: SubsidyAsk }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(careQueries.subsidy(asked));
  return (
    <Section title={t('workerCare.result')} note={t('care.linesNote')}>
      <Loaded query={query}>
        {({ lineFen, incomeFen, differenceFen, capFen, subsidyFen, orderedBy }) => (
          <Facts
            of={[
              [t('care.line'), <Money key="line" fen={lineFen} />],
              [t('workerCare.income'), <Money key="income" fen={incomeFen} />],
              [
                t('workerCare.difference'),
                differenceFen.startsWith('-') ? (
                  t('workerCare.above')
                ) : (
                  <Money key="difference" fen={differenceFen} />
                ),
              ],
              [t('care.cap'), <Money key="cap" fen={capFen} />],
              [
                t('workerCare.subsidy'),
                <strong key="subsidy">
                  <Money fen={subsidyFen} />
                </strong>,
              ],
              [
                t('care.orderedBy'),
                <span key="by" lang="zh-CN">
                  {orderedBy}
                </span>,
              ],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
