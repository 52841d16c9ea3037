import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { Problem } from '../problem.ts';
import { queries } from '../queries.ts';
import type { Competition } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { LongField } from '../ui/long-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { COMPETITIONS } from './competitions-queries.ts';
import { readEntrants, type Entrant } from './read-entrants.ts';

interface Props {
  competition: Competition;
  onClose: () => void;
}

/** A unit enters its people in a trade: all of them or, where one may not, nobody. */
export function EnrolDialog({ competition, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const { trades, competitionId } = competition;
  const first = { tradeId: trades[0]?.tradeId ?? '', unionId: scope, teamName: '', people: '' };
  const { values, change, key } = useValues(first);
  const { entrants, wrong } = readEntrants(values.people);
  const enrol = useEnrol(competitionId, onClose);
  return (
    <AskDialog title={t('competitions.enrol.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enrol.mutate({ ...values, entrants, key });
        }}
      >
        <p className="consequence">{t('competitions.enrol.follows')}</p>
        <ChoiceField
          label={t('competitions.trade')}
          value={values.tradeId}
          choices={trades.map(({ tradeId, title, places, taken }) => [
            tradeId,
            `${title} · ${t('competitions.left', { count: places - taken })}`,
          ])}
          onValue={(tradeId) => change({ tradeId })}
        />
        <div className="field">
          <label htmlFor={id}>{t('competitions.unit')}</label>
          <UnionSelect
            id={id}
            value={values.unionId}
            placeholder={t('imports.unionHint')}
            onChange={(unionId) => change({ unionId })}
          />
        </div>
        <TextField
          label={t('competitions.team')}
          value={values.teamName}
          maxLength={60}
          onValue={(teamName) => change({ teamName })}
        />
        <LongField
          field={{
            label: t('competitions.enrol.people'),
            note: t('competitions.enrol.peopleNote'),
            maxLength: 20_000,
          }}
          value={values.people}
          onValue={(people) => change({ people })}
        />
        {wrong.length > 0 && (
          <p className="field-fault" role="alert">
            {t('competitions.enrol.wrong', { lines: wrong.join('、') })}
          </p>
        )}
        <AskFoot
          error={enrol.error}
          disabled={enrol.isPending || wrong.length > 0 || entrants.length === 0}
          onClose={onClose}
        >
          {t('competitions.enrol.doCount', { count: entrants.length })}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface Asked {
  tradeId: string;
  unionId: string;
  teamName: string;
  entrants: readonly Entrant[];
  key: string;
}

function useEnrol(competitionId: string, onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ tradeId, unionId, teamName, entrants, key }: Asked) => {
      const people = [];
      for (const { memberNo, ...person } of entrants) {
        const missing = t('competitions.enrol.noMember', { memberNo });
        people.push({ ...person, memberId: await memberOf(memberNo, missing) });
      }
      const params = { path: { competitionId } };
      const headers = { 'Idempotency-Key': key };
      const body = { tradeId, unionId, teamName, people };
      const path = '/competitions/{competitionId}/entries';
      return answer(client.POST(path, { params, headers, body }));
    },
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: COMPETITIONS });
    },
    gcTime: 0,
  });
}

/** Whose own account is to show it. */
async function memberOf(memberNo: string, title: string): Promise<string> {
  if (memberNo === '') return '';
  const params = { query: { memberNo, limit: 1 } };
  const { items } = await answer(client.GET('/members', { params }));
  const member = items[0];
  if (!member) throw new Problem(404, { code: 'MEMBER_UNKNOWN', title });
  return member.memberId;
}
