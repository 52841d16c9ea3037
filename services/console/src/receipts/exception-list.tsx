import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCauseWords } from '../imports/cause-words.ts';
import { exact, yuan } from '../numbers.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import type { components } from '../gen/api.d.ts';
import { ExceptionTable } from './exception-table.tsx';
import { receiptQueries } from './receipts-queries.ts';

type Group = components['schemas']['finance.v1.CollectionExceptionGroup'];

const states = ['WAITING', 'ASSIGNED', 'PREPARATORY', 'REJECTED'] as const;

/** The work list: lines nobody could be found for, that came twice, that lack something; each with why. */
export function ExceptionList(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const state = states.find((one) => one === read('state')) ?? 'WAITING';
  const asked = { collectionId: read('file'), code: read('cause'), state };
  const query = useInfiniteQuery(receiptQueries.exceptions(asked));
  return (
    <>
      <div className="filter">
        <ChoiceField
          label={t('receipts.state')}
          value={state}
          choices={states.map((one) => [one, t(`exceptionState.${one}`)])}
          onValue={(to) => patch({ state: to, cause: '' })}
        />
        {asked.collectionId !== '' && (
          <button type="button" className="button filter-off" onClick={() => patch({ file: '' })}>
            {t('receipts.allFiles')}
          </button>
        )}
      </div>
      <Loaded query={query} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const groups = pages[0]?.groups ?? [];
          if (items.length === 0) {
            return (
              <Empty title={t(state === 'WAITING' ? 'receipts.noneWait' : 'receipts.noneDecided')}>
                {t(state === 'WAITING' ? 'receipts.noneWaitNext' : 'receipts.noneDecidedNext')}
              </Empty>
            );
          }
          return (
            <>
              <Causes groups={groups} chosen={asked.code} onChoose={(cause) => patch({ cause })} />
              <ExceptionTable items={items} />
            </>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

interface CausesProps {
  groups: readonly Group[];
  chosen: string;
  onChoose: (code: string) => void;
}

function Causes({ groups, chosen, onChoose }: CausesProps): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const words = useCauseWords();
  return (
    <ul className="cause-list receipt-causes">
      {groups.map(({ code, count, totalFen }) => (
        <li key={code}>
          <p className="cause-title">
            <Icon name="warning" />
            <strong>{words(code).title}</strong>
            <span>
              {t('receipts.linesRead', { count, lines: exact(count, i18n.language) })}
              {' · '}
              {t('receipts.yuan', { amount: yuan(totalFen, i18n.language) })}
            </span>
          </p>
          <p className="note">{label('exceptionRemedy', code)}</p>
          {groups.length > 1 && (
            <button
              type="button"
              className="button"
              aria-pressed={chosen === code}
              onClick={() => onChoose(chosen === code ? '' : code)}
            >
              {t(chosen === code ? 'receipts.allCauses' : 'receipts.onlyCause')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
