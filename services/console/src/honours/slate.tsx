import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { HonourCategory, HonourRound, HonourSlate } from '../shapes.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Loaded } from '../ui/page.tsx';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { SharesAsked } from './shares-asked.tsx';
import { SlateTable } from './slate-table.tsx';
import { useDesk } from './use-honours.ts';

interface Props {
  round: HonourRound;
  category: HonourCategory;
}

/** What a slate must look like, and to whoever reads nominations what it looks like now. */
export function Slate({ round, category }: Props): ReactElement {
  const { reads } = useDesk();
  if (!reads) return <SharesAsked round={round} category={category} />;
  return <Checked round={round} category={category} />;
}

function Checked({ round, category }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { whole, writes } = useDesk();
  const query = useQuery(honourQueries.slate(round.roundId, category.honourCode));
  const submits = whole && writes && category.slateSubmittedOn === '';
  return (
    <Loaded query={query}>
      {(slate) => (
        <>
          <SlateTable slate={slate} />
          <div className="honour-under">
            <p>{t(wordsOf(slate), { count: unmet(slate), day: slate.slateSubmittedOn })}</p>
            {submits && wordsOf(slate) === 'slate.allMet' && (
              <button type="button" className="button" onClick={() => setAsked(true)}>
                {t('slate.submit.do')}
              </button>
            )}
          </div>
          {asked && (
            <FormDialog
              title={t('slate.submit.do')}
              follows={t('slate.submit.follows')}
              does={t('slate.submit.do')}
              fields={[
                {
                  name: 'submittedOn',
                  label: t('slate.submit.on'),
                  as: 'past',
                  first: today(),
                },
              ]}
              send={({ submittedOn = '' }, key) => submit(round, category, submittedOn, key)}
              stale={[HONOURS]}
              onClose={() => setAsked(false)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

const unmet = ({ shares }: HonourSlate) => shares.filter(({ met }) => !met).length;

function wordsOf(slate: HonourSlate) {
  if (slate.slateSubmittedOn !== '') return 'slate.isIn';
  if (slate.nominations + slate.singleListed === 0) return 'slate.isEmpty';
  return unmet(slate) === 0 ? 'slate.allMet' : 'slate.someUnmet';
}

function submit(
  { roundId }: HonourRound,
  { honourCode }: HonourCategory,
  submittedOn: string,
  key: string,
) {
  const params = { path: { roundId, honourCode } };
  const headers = { 'Idempotency-Key': key };
  const path = '/honour-rounds/{roundId}/slates/{honourCode}';
  return answer(client.POST(path, { params, headers, body: { submittedOn } }));
}
