import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { HonourGrant } from '../shapes.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { GrantTable } from './grant-table.tsx';
import { HONOURS, honourQueries } from './honour-queries.ts';
import { useNominee } from './nomination-words.tsx';
import { useDesk } from './use-honours.ts';
import '../payments/payments.css';
import './honours.css';

const CODES = ['MODEL_WORKER', 'ADVANCED_WORKER', 'CRAFTSMAN', 'MAY_DAY_MEDAL'] as const;
const LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
const STANDINGS = ['LIVING', 'MOVED', 'DECEASED', 'WITHDRAWN'] as const;
/** What is set by hand; withdrawn is who was revoked. */
const SET = ['LIVING', 'MOVED', 'DECEASED'] as const;

/** The roster of model workers and craftsmen: who holds an honour, and how each of them stands. */
export default function HoldersPage(): ReactElement {
  const { t } = useTranslation();
  const [setting, setSetting] = useState<HonourGrant>();
  const [read] = useUrl();
  const { writes } = useDesk();
  const honourCode = read('honour') || CODES[0];
  const of = { honourCode, level: read('level'), standing: read('standing') };
  const query = useInfiniteQuery(honourQueries.holders(of));
  const act = (grant: HonourGrant) =>
    grant.revokedOn === '' && (
      <button type="button" className="button" onClick={() => setSetting(grant)}>
        {t('holders.set.do')}
      </button>
    );
  return (
    <Page
      title={t('holders.title')}
      lead={t('holders.lead')}
      tools={
        <Link className="button" to="/model-workers">
          {t('workers.title')}
        </Link>
      }
      above={
        <Link to="/honours" className="payment-back">
          <Icon name="back" />
          {t('honours.title')}
        </Link>
      }
    >
      <Filter honourCode={honourCode} />
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <Empty title={t('holders.none')}>{t('holders.noneNext')}</Empty>;
          return (
            <GrantTable
              items={items}
              label={t('holders.title')}
              {...(writes ? { act: [t('holders.change'), act] as const } : {})}
            />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {setting && <StandingDialog grant={setting} onClose={() => setSetting(undefined)} />}
    </Page>
  );
}

function Filter({ honourCode }: { honourCode: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const all = (group: string, codes: readonly string[]) => [
    ['', t('holders.all')] as const,
    ...codes.map((code) => [code, label(group, code)] as const),
  ];
  return (
    <div className="filter">
      <ChoiceField
        label={t('honours.honour')}
        value={honourCode}
        choices={CODES.map((code) => [code, label('honourCode', code)])}
        onValue={(honour) => patch({ honour })}
      />
      <ChoiceField
        label={t('honours.field.level')}
        value={read('level')}
        choices={all('honourLevel', LEVELS)}
        onValue={(level) => patch({ level })}
      />
      <ChoiceField
        label={t('roll.standing')}
        value={read('standing')}
        choices={all('honourStanding', STANDINGS)}
        onValue={(standing) => patch({ standing })}
      />
    </div>
  );
}

interface StandingProps {
  grant: HonourGrant;
  onClose: () => void;
}

function StandingDialog({ grant, onClose }: StandingProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const nomineeOf = useNominee();
  return (
    <FormDialog
      title={t('holders.set.title', { person: nomineeOf(grant) })}
      follows={t('holders.set.follows')}
      does={t('holders.set.do')}
      fields={[
        {
          name: 'standing',
          label: t('roll.standing'),
          as: 'choice',
          first: grant.standing,
          choices: SET.map((code) => [code, label('honourStanding', code)]),
        },
        { name: 'sinceOn', label: t('holders.sinceOn'), as: 'past', first: today() },
      ]}
      send={({ standing = '', sinceOn = '' }, key) => {
        const params = { path: { personId: grant.personId } };
        const headers = { 'Idempotency-Key': key };
        const body = { standing, sinceOn };
        return answer(client.PUT('/honour-holders/{personId}/standing', { params, headers, body }));
      }}
      stale={[HONOURS]}
      onClose={onClose}
    />
  );
}
