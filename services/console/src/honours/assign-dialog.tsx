import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { queries } from '../queries.ts';
import type { HonourCategory, HonourRound } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { HONOURS } from './honour-queries.ts';

interface Props {
  round: HonourRound;
  category: HonourCategory;
  onClose: () => void;
}

/** Sets what a node directly below has from now on, and tells it. */
export function AssignDialog({ round, category, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const nodes = useQuery(queries.node()).data?.subordinates ?? [];
  return (
    <FormDialog
      title={t('quotas.assign.do')}
      follows={t('quotas.assign.follows')}
      does={t('quotas.assign.do')}
      fields={[
        {
          name: 'toNode',
          label: t('quotas.assign.node'),
          as: 'choice',
          choices: nodes.map((node) => [node, node]),
        },
        { name: 'places', label: t('quotas.assign.places'), as: 'count' },
        { name: 'singleListed', label: t('quotas.assign.singleListed'), as: 'count', first: '0' },
        {
          name: 'pooled',
          label: t('quotas.assign.pooled'),
          as: 'choice',
          choices: (['no', 'yes'] as const).map((one) => [one, t(`quotas.assign.ways.${one}`)]),
        },
        { name: 'slateDueOn', label: t('quotas.assign.dueOn'), as: 'date' },
      ]}
      send={({ toNode = '', places, singleListed, pooled, slateDueOn = '' }, key) => {
        const numbers = { places: Number(places), singleListed: Number(singleListed) };
        const how = { ...numbers, pooled: pooled === 'yes', slateDueOn };
        return answer(
          client.PUT('/honour-rounds/{roundId}/node-quotas', {
            params: { path: { roundId: round.roundId } },
            headers: { 'Idempotency-Key': key },
            body: { honourCode: category.honourCode, toNode, ...how },
          }),
        );
      }}
      stale={[HONOURS]}
      onClose={onClose}
    />
  );
}
