import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { HonourCategory, HonourQuota, HonourRound } from '../shapes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { HONOURS } from './honour-queries.ts';
import type { QuotaRow } from './quota-rows.ts';

interface Props {
  round: HonourRound;
  category: HonourCategory;
  giver: QuotaRow;
  /** Who has some already: what it has is said, since what is typed takes its place. */
  receivers: readonly HonourQuota[];
  onClose: () => void;
}

/** Sets what a union below has from now on. */
export function HandDownDialog(props: Props): ReactElement {
  const { round, category, giver, receivers, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const { values, change, key } = useValues({ toUnionId: '', places: '', singleListed: '0' });
  const give = useGive(onClose);
  const { unionName, unionId } = giver.quota;
  const has = receivers.find(
    (one) => one.unionId === values.toUnionId && one.honourCode === category.honourCode,
  );
  const left = { count: giver.free, single: giver.freeSingle, union: unionName };
  return (
    <AskDialog title={t('quotas.giveOf', { union: unionName })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { toUnionId, places, singleListed } = values;
          const numbers = { places: Number(places), singleListed: Number(singleListed) };
          const from = { honourCode: category.honourCode, fromUnionId: unionId };
          give.mutate({ roundId: round.roundId, body: { ...from, toUnionId, ...numbers }, key });
        }}
      >
        <p className="consequence">{t('quotas.handDown.follows', left)}</p>
        <div className="field">
          <label htmlFor={id}>{t('quotas.to')}</label>
          <UnionSelect
            id={id}
            value={values.toUnionId}
            placeholder={t('imports.unionHint')}
            onChange={(toUnionId) => change({ toUnionId })}
          />
          {has && (
            <p className="note">
              {t('quotas.hasNow', { count: has.places, single: has.singleListed })}
            </p>
          )}
        </div>
        <div className="honour-pair">
          {(['places', 'singleListed'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`quotas.field.${name}`)}
              value={values[name]}
              required
              inputMode="numeric"
              pattern="\d{1,4}"
              onValue={(value) => change({ [name]: value })}
            />
          ))}
        </div>
        <AskFoot
          error={give.error}
          disabled={give.isPending || values.toUnionId === ''}
          onClose={onClose}
        >
          {t('quotas.handDown.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface Asked {
  roundId: string;
  body: {
    honourCode: string;
    fromUnionId: string;
    toUnionId: string;
    places: number;
    singleListed: number;
  };
  key: string;
}

function useGive(onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ roundId, body, key }: Asked) => {
      const request = { params: { path: { roundId } }, headers: { 'Idempotency-Key': key }, body };
      return answer(client.PUT('/honour-rounds/{roundId}/quotas', request));
    },
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: HONOURS });
    },
  });
}
