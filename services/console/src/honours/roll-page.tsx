import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/icons.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useUrl } from '../url.ts';
import { GrantTable } from './grant-table.tsx';
import { honourQueries } from './honour-queries.ts';
import { useNominee } from './nomination-words.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { useDesk } from './use-honours.ts';
import '../payments/payments.css';
import './honours.css';

/** All honours of a person, or of a union with its teams and people; revoked ones too. */
export default function RollPage(): ReactElement {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const [read, patch] = useUrl();
  const id = useId();
  const { writes } = useDesk();
  const [personId, unionId] = [read('personId'), read('unionId')];
  const query = useQuery(honourQueries.roll({ personId, unionId }));
  const nomineeOf = useNominee();
  const [first] = query.data ?? [];
  const person = personId !== '' && first ? nomineeOf(first) : '';
  return (
    <Page
      title={person === '' ? t('roll.title') : t('roll.of', { person })}
      lead={t('roll.lead')}
      above={
        <Link to="/honours" className="payment-back">
          <Icon name="back" />
          {t('honours.title')}
        </Link>
      }
      tools={
        writes && (
          <button type="button" className="button button-main" onClick={() => setRecording(true)}>
            {t('roll.record.do')}
          </button>
        )
      }
    >
      <div className="filter">
        <div className="field field-wide">
          <label htmlFor={id}>{t('roll.union')}</label>
          <UnionSelect
            id={id}
            value={unionId}
            placeholder={t('imports.unionHint')}
            clearable
            onChange={(chosen) => patch({ unionId: chosen, personId: '' })}
          />
        </div>
      </div>
      {personId === '' && unionId === '' ? (
        <Empty title={t('roll.choose')}>{t('roll.chooseNext')}</Empty>
      ) : (
        <Loaded query={query}>
          {(items) =>
            items.length === 0 ? (
              <Empty title={t('roll.none')}>{t('roll.noneNext')}</Empty>
            ) : (
              <GrantTable items={items} label={t('roll.title')} />
            )
          }
        </Loaded>
      )}
      {recording && <RecordDialog unionId={unionId} onClose={() => setRecording(false)} />}
    </Page>
  );
}
