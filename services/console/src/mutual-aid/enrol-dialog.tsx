import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import type { AidListing, AidPlan } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { PEOPLE_MAX, readPeople, textOf, type ReadPerson } from './read-people.ts';

interface Props {
  plan: AidPlan;
  onClose: () => void;
}

/** A list from a file or pasted; what is wrong with a row is told row by row, and the others are on it. */
export function EnrolDialog({ plan, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const { values, change, key } = useValues({ unionId: scope, text: '' });
  const people = readPeople(values.text);
  const send = useMutation({
    mutationFn: () => {
      const about = { params: { path: { planId: plan.planId } }, headers: keyed(key) };
      const body = { unionId: values.unionId, people };
      return answer(client.POST('/mutual-aid-plans/{planId}/batches', { ...about, body }));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: RECORDS }),
  });
  return (
    <AskDialog title={t('aidAct.enrol.do')} onClose={onClose}>
      {send.data ? (
        <Result listing={send.data} people={people} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <p className="consequence">{t('aidAct.enrol.follows')}</p>
          <ListFields {...values} change={change} count={people.length} />
          <AskFoot
            error={send.error}
            disabled={send.isPending || people.length === 0 || people.length > PEOPLE_MAX}
            onClose={onClose}
          >
            {t('aidAct.enrol.do')}
          </AskFoot>
        </form>
      )}
    </AskDialog>
  );
}

interface FieldsProps {
  unionId: string;
  text: string;
  count: number;
  change: (part: { unionId?: string; text?: string }) => void;
}

function ListFields({ unionId, text, count, change }: FieldsProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-union`}>{t('aid.union')}</label>
        <UnionSelect
          id={`${id}-union`}
          value={unionId}
          placeholder={t('imports.unionHint')}
          onChange={(to) => change({ unionId: to })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t('aid.listFile')}</label>
        <input
          id={`${id}-file`}
          className="input"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void textOf(file).then((read) => change({ text: read }));
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-list`}>{t('aid.list')}</label>
        <textarea
          id={`${id}-list`}
          className="input"
          rows={6}
          required
          value={text}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => change({ text: target.value })}
        />
        <p id={`${id}-note`} className="note">
          {t('aid.listNote')} {t('aid.read', { count })}
          {count > PEOPLE_MAX && ` ${t('aid.tooMany', { max: PEOPLE_MAX })}`}
        </p>
      </div>
    </>
  );
}

interface ResultProps {
  listing: AidListing;
  people: readonly ReadPerson[];
  onClose: () => void;
}

/** Rows as they were sent, from 1; the name is the one that was just typed. */
function Result({ listing, people, onClose }: ResultProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { batch, refused } = listing;
  const [all] = useState(people);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <p className="consequence">
        {batch ? t('aid.taken', { count: batch.persons }) : t('aid.noneTaken')}{' '}
        {batch && <Money fen={batch.premiumFen} />}
      </p>
      {refused.length > 0 && (
        <>
          <h3>{t('aid.refused', { count: refused.length })}</h3>
          <ul className="record-lines">
            {refused.map(({ row, code }) => (
              <li key={row}>
                {t('aid.row', { row })} {all[row - 1]?.personName} {label('aidRowFault', code)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="ask-foot">
        <button type="submit" className="button button-main">
          {t('aid.done')}
        </button>
      </div>
    </form>
  );
}
