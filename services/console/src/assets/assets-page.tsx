import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';
import '../books/books.css';
import { AssetPanel } from './asset-panel.tsx';
import { AssetTable } from './asset-table.tsx';
import { STATES } from './asset-actions.ts';
import { assetQueries } from './assets-queries.ts';
import './assets.css';
import { BalanceLines } from './balance-line.tsx';
import { CountsSection } from './counts-section.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { UnionDialog, type UnionActName } from './union-dialog.tsx';

type Asked = 'register' | UnionActName;
const DOES: Readonly<Record<Asked, readonly string[]>> = {
  register: ['clerk', 'finance'],
  depreciate: ['finance'],
  openCount: ['clerk', 'finance'],
};

/** What the union owns: a card a thing, what it is still worth, and whether it was there when somebody looked. */
export default function AssetsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const { duty = '', scopeUnionId = '' } = useQuery(queries.session()).data?.duty ?? {};
  const unionId = read('union') || scopeUnionId;
  const [asked, setAsked] = useState<Asked>();
  const names = (Object.keys(DOES) as Asked[]).filter((name) => DOES[name].includes(duty));
  const close = () => setAsked(undefined);
  return (
    <Page
      title={t('assets.title')}
      lead={t('assets.lead')}
      tools={names.map((name) => (
        <button
          key={name}
          type="button"
          className={name === 'register' ? 'button button-main' : 'button'}
          onClick={() => setAsked(name)}
        >
          {t(`assets.${name}.do`)}
        </button>
      ))}
    >
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor="assets-union">{t('budget.union')}</label>
          <UnionSelect
            id="assets-union"
            value={unionId}
            placeholder={t('imports.unionHint')}
            onChange={(union) => patch({ union })}
          />
        </div>
        <ChoiceField
          label={t('assets.state')}
          value={read('state')}
          choices={[
            ['', t('assets.everyState')],
            ...STATES.map((one) => [one, t(`assetState.${one}`)] as const),
          ]}
          onValue={(state) => patch({ state })}
        />
      </div>
      <Register unionId={unionId} state={read('state')} />
      <CountsSection unionId={unionId} />
      {asked === 'register' && <RegisterDialog unionId={unionId} onClose={close} />}
      {asked !== undefined && asked !== 'register' && (
        <UnionDialog name={asked} unionId={unionId} onClose={close} />
      )}
    </Page>
  );
}

function Register({ unionId, state }: { unionId: string; state: string }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(assetQueries.list(unionId, state));
  const [opened, setOpened] = useState<string>();
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={6}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const month = pages[0]?.depreciatedMonth ?? '';
        return (
          <>
            <BalanceLines balances={pages[0]?.balances ?? []} />
            <Section
              title={t('assets.cards')}
              note={
                month === '' ? t('assets.neverDepreciated') : t('assets.depreciatedTo', { month })
              }
            >
              {items.length === 0 ? (
                <Empty title={t('assets.none')}>{t('assets.noneNext')}</Empty>
              ) : (
                <AssetTable items={items} onOpen={setOpened} />
              )}
              <MoreButton query={query} />
            </Section>
            <AssetPanel
              asset={items.find(({ assetId }) => assetId === opened)}
              onClose={() => setOpened(undefined)}
            />
          </>
        );
      }}
    </Loaded>
  );
}
