import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { useDesk } from '../honours/use-honours.ts';
import { Problem } from '../problem.ts';
import type { LivingCheck } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import { careQueries } from './care-queries.ts';

const METHODS = ['VISIT', 'IN_PERSON', 'VIDEO', 'REGISTER'] as const;
const OUTCOMES = ['ALIVE', 'DECEASED', 'MOVED', 'EMIGRATED', 'UNTRACEABLE'] as const;

/** The yearly check that those who are paid are alive and here: who was seen, and who was not yet. */
export function CheckList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [asked, setAsked] = useState<LivingCheck>();
  const [read, patch] = useUrl();
  const year = read('year') || today().slice(0, 4);
  const outcome = read('outcome');
  const query = useInfiniteQuery(careQueries.checks(Number(year), outcome));
  const unopened = query.error instanceof Problem && query.error.status === 404;
  return (
    <>
      <div className="filter">
        <YearField label={t('checks.year')} value={year} onValue={(one) => patch({ year: one })} />
        <ChoiceField
          label={t('checks.outcome')}
          value={outcome}
          choices={[
            ['', t('holders.all')],
            ...(['UNCHECKED', ...OUTCOMES] as const).map(
              (one) => [one, label('checkOutcome', one)] as const,
            ),
          ]}
          onValue={(one) => patch({ outcome: one })}
        />
      </div>
      {unopened ? (
        <Unopened year={year} />
      ) : (
        <Loaded query={query}>
          {({ pages }) => (
            <Checks
              round={pages[0]?.round}
              items={pages.flatMap((page) => page.items)}
              onAsk={setAsked}
            />
          )}
        </Loaded>
      )}
      <MoreButton query={query} />
      {asked && <RecordDialog one={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Unopened({ year }: { year: string }): ReactElement {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const { whole, writes } = useDesk();
  return (
    <Empty title={t('checks.unopened', { year })}>
      <p>{t('checks.unopenedNext')}</p>
      {whole && writes && (
        <button type="button" className="button button-main" onClick={() => setOpening(true)}>
          {t('checks.open.do')}
        </button>
      )}
      {opening && (
        <FormDialog
          title={t('checks.open.title', { year })}
          follows={t('checks.open.follows')}
          does={t('checks.open.do')}
          fields={[
            {
              name: 'documentNo',
              label: t('honours.field.documentNo'),
              as: 'text',
              maxLength: 100,
            },
          ]}
          send={({ documentNo = '' }, key) => {
            const headers = { 'Idempotency-Key': key };
            const body = { roundYear: Number(year), documentNo };
            return answer(client.POST('/living-checks', { headers, body }));
          }}
          stale={[RECORDS]}
          onClose={() => setOpening(false)}
        />
      )}
    </Empty>
  );
}

interface ChecksProps {
  round: { holders: number; checked: number; unchecked: number } | undefined;
  items: readonly LivingCheck[];
  onAsk: (one: LivingCheck) => void;
}

function Checks({ round, items, onAsk }: ChecksProps): ReactElement {
  const { t } = useTranslation();
  const { writes } = useDesk();
  if (items.length === 0) return <Empty title={t('checks.none')} />;
  return (
    <>
      {round && <p className="note honour-acts">{t('checks.sum', { ...round })}</p>}
      <TableFrame label={t('workers.view.checks')} className="table-cards">
        <thead>
          <tr>
            <th scope="col">{t('roll.holder')}</th>
            <th scope="col">{t('workers.union')}</th>
            <th scope="col">{t('checks.outcome')}</th>
            <th scope="col">{t('checks.method')}</th>
            <th scope="col">{t('checks.checkedOn')}</th>
            {writes && <th scope="col">{t('quotas.give')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row key={one.personId} one={one} {...(writes ? { onAsk: () => onAsk(one) } : {})} />
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

function Row({ one, onAsk }: { one: LivingCheck; onAsk?: () => void }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const outcome = one.checkOutcome || 'UNCHECKED';
  const tone = outcome === 'ALIVE' ? 'good' : outcome === 'UNCHECKED' ? 'warn' : 'plain';
  return (
    <tr>
      <th scope="row">{one.personNameMasked}</th>
      <td data-label={t('workers.union')}>{one.unionName}</td>
      <td data-label={t('checks.outcome')}>
        <Chip tone={tone}>{label('checkOutcome', outcome)}</Chip>
      </td>
      <td data-label={t('checks.method')}>{label('checkMethod', one.checkMethod)}</td>
      <td className="date" data-label={t('checks.checkedOn')}>
        {one.checkedOn || '–'}
      </td>
      {onAsk && (
        <td data-label={t('quotas.give')}>
          <button type="button" className="button" onClick={onAsk}>
            {t('checks.record.do')}
          </button>
        </td>
      )}
    </tr>
  );
}

interface RecordProps {
  one: LivingCheck;
  onClose: () => void;
}

function RecordDialog({ one, onClose }: RecordProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <FormDialog
      title={t('checks.record.title', { person: one.personNameMasked })}
      follows={t('checks.record.follows')}
      does={t('checks.record.do')}
      fields={[
        { name: 'checkedOn', label: t('checks.checkedOn'), as: 'past', first: today() },
        {
          name: 'checkMethod',
          label: t('checks.method'),
          as: 'choice',
          choices: METHODS.map((code) => [code, label('checkMethod', code)]),
        },
        {
          name: 'checkOutcome',
          label: t('checks.outcome'),
          as: 'choice',
          choices: OUTCOMES.map((code) => [code, label('checkOutcome', code)]),
        },
        { name: 'note', label: t('nominations.field.note'), as: 'long', optional: true },
      ]}
      send={(said, key) => record(one, said, key)}
      stale={[RECORDS]}
      onClose={onClose}
    />
  );
}

function record({ roundYear, personId }: LivingCheck, said: FormValues, key: string) {
  const { checkedOn = '', checkMethod = '', checkOutcome = '', note = '' } = said;
  const params = { path: { roundYear } };
  const headers = { 'Idempotency-Key': key };
  const body = { personId, checkedOn, checkMethod, checkOutcome, note };
  return answer(client.POST('/living-checks/{roundYear}/checks', { params, headers, body }));
}
