import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact } from '../numbers.ts';
import type { Collection } from '../shapes.ts';
import { Money } from '../ui/money.tsx';

/** What came of the lines: by number and to the fen, together what the bank has. */
export function CollectionOutcome({ one }: { one: Collection }): ReactElement {
  const { t, i18n } = useTranslation();
  const sums = [
    ['posted', one.linesPosted, one.postedFen],
    ['held', one.linesHeld, one.heldFen],
    ['waiting', one.linesWaiting, one.waitingFen],
    ['known', one.linesKnown, one.knownFen],
    ['rejected', one.linesRejected, one.rejectedFen],
  ] as const;
  return (
    <>
      <h2>{t('receipts.doneTitle')}</h2>
      <p className="note">{t('receipts.doneNote')}</p>
      <dl className="steps">
        {sums.map(([name, lines, fen]) => (
          <div key={name}>
            <dt>{t(`receipts.came.${name}`)}</dt>
            <dd>
              <Money fen={fen} />{' '}
              <span className="counted">
                {t('receipts.linesRead', { count: lines, lines: exact(lines, i18n.language) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="import-buttons">
        {one.linesWaiting > 0 && (
          <Link
            className="button button-main"
            to={`/receipts?view=waiting&file=${one.collectionId}`}
          >
            {t('receipts.toWaiting')}
          </Link>
        )}
        <Link className="button" to="/receipts">
          {t('receipts.toReceipts')}
        </Link>
      </div>
    </>
  );
}
