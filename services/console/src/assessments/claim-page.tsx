import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, client, randomKey } from '../client.ts';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { ASSESSMENTS, assessmentQueries } from './assessments-queries.ts';
import { ClaimField } from './claim-field.tsx';
import { checklistOf, claimsOf, NOTHING, type Typed } from './claims.ts';

/** A union's claims for a year, item by item. */
export function ClaimPage(): ReactElement {
  const { t } = useTranslation();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const [chosen, setChosen] = useState('');
  const [year, setYear] = useState(today().slice(0, 4));
  const unionId = chosen || scope;
  const checklists = useQuery(assessmentQueries.checklists());
  return (
    <Page
      title={t('assessments.new')}
      above={<Link to="/assessments">{t('assessments.toList')}</Link>}
      lead={t('assessments.lead')}
    >
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor="claim-union">{t('assessments.union')}</label>
          <UnionSelect
            id="claim-union"
            value={unionId}
            placeholder={t('audits.chooseUnion')}
            onChange={setChosen}
          />
        </div>
        <TextField
          label={t('assessments.year')}
          type="number"
          max={today().slice(0, 4)}
          value={year}
          onValue={setYear}
        />
      </div>
      <Loaded query={checklists}>
        {(all) => {
          const checklist = checklistOf(all, year);
          if (!checklist)
            return <Empty title={t('assessments.noneYet')}>{t('assessments.noneNext')}</Empty>;
          const key = `${checklist.checklistId} ${unionId}`;
          return <Claims key={key} of={{ unionId, year }} items={checklist.items} />;
        }}
      </Loaded>
    </Page>
  );
}

interface ClaimsProps {
  of: { unionId: string; year: string };
  items: readonly { title: string; maxPoints: number }[];
}

function Claims({ of: { unionId, year }, items }: ClaimsProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [typed, setTyped] = useState<ReadonlyMap<number, Typed>>(new Map());
  // Until something else is claimed, a second click is the same command.
  const [key, setKey] = useState(randomKey);
  const submit = useMutation({
    mutationFn: () => {
      const body = { unionId, fiscalYear: Number(year), claims: claimsOf(typed) };
      const headers = { 'Idempotency-Key': key };
      return answer(client.POST('/audit-assessments', { headers, body }));
    },
    onSuccess: async ({ assessmentId }) => {
      await cache.invalidateQueries({ queryKey: ASSESSMENTS });
      await navigate(`/assessments/${assessmentId}`);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      {items.map((item, at) => (
        <ClaimField
          key={item.title}
          unionId={unionId}
          item={item}
          typed={typed.get(at + 1) ?? NOTHING}
          onTyped={(next) => {
            setTyped((now) => new Map(now).set(at + 1, next));
            setKey(randomKey());
          }}
        />
      ))}
      {submit.error && <ProblemPanel problem={submit.error} />}
      <button type="submit" className="button button-main" disabled={submit.isPending}>
        {t('assessments.submit')}
      </button>
    </form>
  );
}
