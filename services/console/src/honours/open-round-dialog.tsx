import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { TextField } from '../ui/text-field.tsx';
import { useValues } from '../ui/use-values.ts';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { PlacesField } from './places-field.tsx';
import { placesOf, type PlacesTyped } from './places.ts';
import { useDesk } from './use-honours.ts';

const LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;

/** How many of which honours, by which document. */
export function OpenRoundDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { level: own } = useDesk();
  const { values, change, key } = useValues({
    roundYear: today().slice(0, 4),
    level: own,
    title: '',
    documentNo: '',
    openedOn: today(),
    places: {} as PlacesTyped,
  });
  const { places: typed, roundYear, ...plain } = values;
  const table = useQuery(honourQueries.table(values.openedOn));
  const honours = table.data?.items.filter(({ level }) => level === values.level) ?? [];
  const codes = honours.map(({ honourCode }) => honourCode);
  const places = placesOf(typed).filter(({ honourCode }) => codes.includes(honourCode));
  const open = useOpen(onClose);
  return (
    <AskDialog title={t('honours.open.do')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ body: { ...plain, roundYear: Number(roundYear), places }, key });
        }}
      >
        <p className="consequence">{t('honours.open.follows')}</p>
        <TextField
          label={t('honours.field.title')}
          value={values.title}
          required
          maxLength={100}
          onValue={(title) => change({ title })}
        />
        <TextField
          label={t('honours.field.documentNo')}
          value={values.documentNo}
          required
          maxLength={100}
          onValue={(documentNo) => change({ documentNo })}
        />
        <div className="honour-pair">
          <TextField
            label={t('honours.field.roundYear')}
            value={roundYear}
            required
            inputMode="numeric"
            pattern="(19|20|21)\d{2}"
            title={t('honours.open.yearForm')}
            onValue={(year) => change({ roundYear: year })}
          />
          <TextField
            label={t('honours.field.openedOn')}
            type="date"
            value={values.openedOn}
            required
            max={today()}
            onValue={(openedOn) => change({ openedOn })}
          />
        </div>
        <ChoiceField
          label={t('honours.field.level')}
          value={values.level}
          choices={LEVELS.map((level) => [level, label('honourLevel', level)])}
          onValue={(level) => change({ level })}
        />
        <PlacesField honours={honours} typed={typed} onTyped={(now) => change({ places: now })} />
        <AskFoot
          error={open.error ?? table.error}
          disabled={open.isPending || places.length === 0}
          onClose={onClose}
        >
          {t('honours.open.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface Asked {
  body: {
    roundYear: number;
    level: string;
    title: string;
    documentNo: string;
    openedOn: string;
    places: ReturnType<typeof placesOf>;
  };
  key: string;
}

function useOpen(onDone: () => void) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ body, key }: Asked) => {
      const headers = { 'Idempotency-Key': key };
      return answer(client.POST('/honour-rounds', { headers, body }));
    },
    onSuccess: async ({ round }) => {
      onDone();
      await cache.invalidateQueries({ queryKey: HONOURS });
      await navigate(`/honours/${round?.roundId ?? ''}`);
    },
  });
}
