import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import type { Competition, CompetitionEntry } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { COMPETITIONS } from './competitions-queries.ts';

interface Props {
  competition: Competition;
  entry: CompetitionEntry;
  onClose: () => void;
}

const prizes = ['', 'FIRST', 'SECOND', 'THIRD'] as const;

/** What somebody came back with from a superior's contest, which was ranked there. */
export function JoinedResultDialog({ competition, entry, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { competitionId, version: expectedVersion } = competition;
  const words = (prize: string) =>
    prize === '' ? t('competitions.noPrize') : label('competitionPrize', prize);
  return (
    <FormDialog
      title={t('competitions.joined.title', { name: entry.personNameMasked })}
      follows={t('competitions.joined.follows')}
      does={t('competitions.joined.do')}
      fields={[
        { name: 'rank', label: t('competitions.place'), as: 'count' },
        {
          name: 'prize',
          label: t('competitions.prize'),
          as: 'choice',
          choices: prizes.map((prize) => [prize, words(prize)] as const),
        },
      ]}
      send={({ rank = '', prize = '' }, key) => {
        const params = { path: { competitionId } };
        const headers = { 'Idempotency-Key': key };
        const results = [{ entryId: entry.entryId, rank: Number(rank), prize }];
        const path = '/competitions/{competitionId}/joined-results';
        return answer(client.POST(path, { params, headers, body: { expectedVersion, results } }));
      }}
      stale={[COMPETITIONS]}
      onClose={onClose}
    />
  );
}
