import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCauseWords } from '../imports/cause-words.ts';
import type { Collection } from '../shapes.ts';
import { Icon } from '../ui/icons.tsx';
import { Empty } from '../ui/page.tsx';
import { useReach } from './use-reach.ts';

/** Given up, or refused whole because it does not add up; nothing of it is in the books. */
export function EndedCollection({ one }: { one: Collection }): ReactElement {
  const { t } = useTranslation();
  const { title, remedy } = useCauseWords()(one.failure);
  const { writes } = useReach();
  const again = writes && (
    <Link className="button" to="/receipts/new">
      {t('receipts.another')}
    </Link>
  );
  if (one.state === 'CANCELLED') {
    return (
      <Empty title={t('receipts.cancelled')}>
        <p>{t('receipts.nothingKept')}</p>
        {again}
      </Empty>
    );
  }
  return (
    <>
      <div className="problem" role="alert">
        <Icon name="warning" />
        <div>
          <p className="problem-title">{t('receipts.failed')}</p>
          <p>
            {title}
            {one.failureRow > 0 && ` · ${t('receipts.row', { row: one.failureRow })}`}
          </p>
          {remedy !== '' && <p>{remedy}</p>}
          <p className="problem-facts">
            <code>{one.failure}</code>
          </p>
        </div>
      </div>
      <p>{t('receipts.nothingKept')}</p>
      {again}
    </>
  );
}
