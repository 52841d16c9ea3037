import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useUrl } from '../url.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { GrantPanel } from './grant-panel.tsx';
import { GrantTable } from './grant-table.tsx';
import { ListTable } from './list-table.tsx';
import { ListView } from './list-view.tsx';
import { RuleTable } from './rule-table.tsx';
import './grants.css';

const views = { grants: GrantTable, lists: ListTable, rules: RuleTable } as const;
type View = keyof typeof views;
const viewNames = Object.keys(views) as View[];

/** What a superior gives and by what rule: applications, the lists that rules make, and the rules. */
export default function GrantsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const [applies, setApplies] = useState(false);
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const { whole } = useReach();
  const view = viewNames.find((name) => name === read('view')) ?? 'grants';
  const List = views[view];
  const [grantId, listId] = [read('grant'), read('list')];
  const writes = view === 'grants' && ['clerk', 'finance'].includes(duty);
  return (
    <Page
      title={t('grants.title')}
      lead={t('grants.lead')}
      tools={
        writes && (
          <button type="button" className="button button-main" onClick={() => setApplies(true)}>
            {t('grants.act.apply.do')}
          </button>
        )
      }
    >
      <nav className="views" aria-label={t('grants.views')}>
        {viewNames.map((one) => (
          <Link
            key={one}
            to={one === 'grants' ? '/grants' : `/grants?view=${one}`}
            aria-current={one === view ? 'page' : undefined}
          >
            {t(`grants.view.${one}`)}
          </Link>
        ))}
      </nav>
      {view === 'lists' && listId !== '' ? <ListView listId={listId} /> : <List whole={whole} />}
      {applies && <ApplyDialog onClose={() => setApplies(false)} />}
      <SidePanel open={grantId !== ''} title={t('grants.one')} onClose={() => patch({ grant: '' })}>
        <GrantPanel grantId={grantId} />
      </SidePanel>
    </Page>
  );
}
