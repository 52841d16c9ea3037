import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { RECORDS } from '../acts/record-pages.ts';
import { useBanks } from '../acts/use-banks.ts';
import { answer, client } from '../client.ts';
import { useDesk } from '../honours/use-honours.ts';
import { fenOf } from '../settlements/fen.ts';
import type { ModelWorker } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormDialog, type FormField, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useUrl } from '../url.ts';
import { specialActs } from './care-acts.ts';
import { careQueries } from './care-queries.ts';
import { LIVELIHOODS } from './livelihoods.ts';

/** Each once, by the highest level at which he holds the honour. */
export function WorkerList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [asked, setAsked] = useState<ModelWorker>();
  const [read, patch] = useUrl();
  const livelihood = read('livelihood');
  const query = useInfiniteQuery(careQueries.workers({ grade: '', standing: '', livelihood }));
  return (
    <>
      <div className="filter">
        <ChoiceField
          label={t('workers.livelihood')}
          value={livelihood}
          choices={[
            ['', t('holders.all')],
            ...LIVELIHOODS.map((one) => [one, label('livelihood', one)] as const),
          ]}
          onValue={(one) => patch({ livelihood: one })}
        />
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) return <Table items={items} onAsk={setAsked} />;
          return <Empty title={t('workers.none')}>{t('workers.noneNext')}</Empty>;
        }}
      </Loaded>
      <MoreButton query={query} />
      {asked && <SetDialog worker={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface TableProps {
  items: readonly ModelWorker[];
  onAsk: (worker: ModelWorker) => void;
}

function Table({ items, onAsk }: TableProps): ReactElement {
  const { t } = useTranslation();
  const { writes } = useDesk();
  const columns = ['union', 'grade', 'standing', 'livelihood', 'account', 'checked'] as const;
  return (
    <TableFrame label={t('workers.view.register')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('roll.holder')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`workers.${column}`)}
            </th>
          ))}
          {writes && <th scope="col">{t('holders.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Row key={one.personId} one={one} {...(writes ? { onAsk: () => onAsk(one) } : {})} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ one, onAsk }: { one: ModelWorker; onAsk?: () => void }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const banks = useBanks();
  return (
    <tr>
      <th scope="row">
        <Link to={`/honour-roll?personId=${one.personId}`}>{one.personNameMasked}</Link>
      </th>
      <td data-label={t('workers.union')}>{one.unionName}</td>
      <td data-label={t('workers.grade')}>
        {label('honourLevel', one.grade)} <span className="date">{one.grantedOn}</span>
      </td>
      <td data-label={t('workers.standing')}>{label('honourStanding', one.standing)}</td>
      <td data-label={t('workers.livelihood')}>
        {one.livelihood === '' ? t('workers.notYet') : label('livelihood', one.livelihood)}
      </td>
      <td data-label={t('workers.account')}>{one.accountMasked || '–'}</td>
      <td data-label={t('workers.checked')}>
        {one.checkedOn === ''
          ? t('workers.unchecked')
          : `${label('checkOutcome', one.checkOutcome)} ${one.checkedOn}`}
      </td>
      {onAsk && (
        <td data-label={t('holders.change')}>
          <div className="record-acts">
            <button type="button" className="button" onClick={onAsk}>
              {t('workers.set.do')}
            </button>
            <Acts acts={specialActs} record={one} choices={banks} />
          </div>
        </td>
      )}
    </tr>
  );
}

interface SetProps {
  worker: ModelWorker;
  onClose: () => void;
}

function SetDialog({ worker, onClose }: SetProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const fields: FormField[] = [
    { name: 'unionId', label: t('workers.caring'), as: 'union', first: worker.unionId },
    {
      name: 'livelihood',
      label: t('workers.livelihood'),
      as: 'choice',
      first: worker.livelihood,
      choices: LIVELIHOODS.map((one) => [one, label('livelihood', one)]),
    },
    {
      name: 'income',
      label: t('workers.income'),
      note: t('workers.incomeNote'),
      as: 'amount',
      optional: true,
    },
    {
      name: 'accountNumber',
      label: t('workers.accountNumber'),
      as: 'text',
      maxLength: 30,
      optional: true,
    },
    { name: 'bankCode', label: t('workers.bankCode'), as: 'text', maxLength: 14, optional: true },
  ];
  return (
    <FormDialog
      title={t('workers.set.title', { person: worker.personNameMasked })}
      follows={t('workers.set.follows')}
      does={t('workers.set.do')}
      fields={fields}
      send={(said, key) => set(worker, said, key)}
      stale={[RECORDS]}
      onClose={onClose}
    />
  );
}

function set({ personId, version }: ModelWorker, said: FormValues, key: string) {
  const { unionId = '', livelihood = '', income = '', accountNumber = '', bankCode = '' } = said;
  const known = { incomeKnown: income !== '', incomeFen: income === '' ? '0' : fenOf(income) };
  const account = { accountNumber: accountNumber.trim(), bankCode: bankCode.trim() };
  const who = { unionId, livelihood, accountId: '', memberId: '' };
  const body = { ...who, ...known, ...account, seenVersion: version };
  const params = { path: { personId } };
  const headers = { 'Idempotency-Key': key };
  return answer(client.PUT('/model-workers/{personId}', { params, headers, body }));
}
