import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HonourNodeSlate, HonourQuota, HonourRound } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { Categories } from './categories.tsx';
import { honourQueries } from './honour-queries.ts';
import { NominateDialog } from './nominate-dialog.tsx';
import { NodeSlates } from './node-slates.tsx';
import { NominationList } from './nomination-list.tsx';
import { QuotaTree } from './quota-tree.tsx';
import { RoundChip } from './round-table.tsx';
import { Slate } from './slate.tsx';
import { useDesk, useHonourName } from './use-honours.ts';

/** One round: which honours, who may give how many of them on, what the slate looks like, and who is on it. */
export function RoundView({ roundId }: { roundId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(honourQueries.round(roundId));
  const { round } = query.data ?? {};
  const [nominating, setNominating] = useState(false);
  const { writes } = useDesk();
  const open = round?.categories.some(({ slateSubmittedOn }) => slateSubmittedOn === '') ?? false;
  return (
    <Page
      title={round?.title ?? t('honours.one')}
      lead={round && <Lead round={round} />}
      above={
        <Link to="/honours" className="payment-back">
          <Icon name="back" />
          {t('honours.title')}
        </Link>
      }
      tools={
        writes &&
        open && (
          <button type="button" className="button button-main" onClick={() => setNominating(true)}>
            {t('nominations.nominate.do')}
          </button>
        )
      }
    >
      <Loaded query={query} lines={10}>
        {(file) =>
          file.round && <Whole round={file.round} quotas={file.quotas} slates={file.slates} />
        }
      </Loaded>
      {nominating && round && <NominateDialog round={round} onClose={() => setNominating(false)} />}
    </Page>
  );
}

function Lead({ round }: { round: HonourRound }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      {label('honourLevel', round.level)} · {round.documentNo} ·{' '}
      {t('honours.openedOn', { day: round.openedOn })} <RoundChip round={round} />
    </>
  );
}

interface WholeProps {
  round: HonourRound;
  quotas: HonourQuota[];
  slates: HonourNodeSlate[];
}

function Whole({ round, quotas, slates }: WholeProps): ReactElement {
  const { t } = useTranslation();
  const { reads } = useDesk();
  const nameOf = useHonourName();
  const [read] = useUrl();
  const asked = round.categories.find(({ honourCode }) => honourCode === read('honour'));
  const shown = asked ?? round.categories[0];
  if (!shown) return <p>{t('honours.none')}</p>;
  const name = nameOf({ ...shown, level: round.level });
  return (
    <>
      <Section title={t('honours.honours')} note={reads && t('honours.chooseNote')}>
        <Categories round={round} quotas={quotas} shown={shown.honourCode} />
      </Section>
      <Section title={t('slate.title', { honour: name })} note={reads && t('slate.note')}>
        <Slate round={round} category={shown} />
      </Section>
      <Section title={t('quotas.title', { honour: name })} note={t('quotas.note')}>
        <QuotaTree round={round} category={shown} quotas={quotas} />
      </Section>
      <NodeSlates round={round} category={shown} slates={slates} />
      {reads && (
        <Section title={t('nominations.of', { honour: name })}>
          <NominationList roundId={round.roundId} honourCode={shown.honourCode} />
        </Section>
      )}
    </>
  );
}
