import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import type { Refund, RefundLine } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import type { Removals } from './refund-actions.ts';
import { refundQueries } from './refunds-queries.ts';
import { RemoveDialog } from './remove-dialog.tsx';

const tones: Readonly<Record<string, Tone>> = { PAID: 'good', FAILED: 'bad', NO_ACCOUNT: 'warn' };

interface Props {
  refund: Refund;
  /** Who is taken off by whoever looks through the list, until he says that he has. */
  removals: Removals;
  onRemovals: (removals: Removals) => void;
}

/** To whom how much goes back, why he is small, and how far his payment has come. */
export function RefundLines({ refund, removals, onRemovals }: Props): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<RefundLine>();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const reviews = useReach().whole && duty === 'finance' && refund.state === 'LISTED';
  const query = useInfiniteQuery(refundQueries.lines(refund.refundId));
  const put = (unionId: string, reason: string): void => {
    const { [unionId]: _, ...others } = removals;
    onRemovals(reason === '' ? others : { ...others, [unionId]: reason });
  };
  return (
    <>
      <Loaded query={query} lines={8}>
        {({ pages }) => (
          <TableFrame label={t('refunds.lines')} className="table-cards">
            <Head reviews={reviews} />
            <tbody>
              {pages
                .flatMap((page) => page.items)
                .map((line) => (
                  <Row
                    key={line.unionId}
                    line={line}
                    pays={paying.includes(refund.state)}
                    removed={line.removedReason || (removals[line.unionId] ?? '')}
                    reviews={reviews}
                    onRemove={() => setAsked(line)}
                    onKeep={() => put(line.unionId, '')}
                  />
                ))}
            </tbody>
          </TableFrame>
        )}
      </Loaded>
      <MoreButton query={query} />
      {asked && (
        <RemoveDialog
          line={asked}
          onReason={(reason) => put(asked.unionId, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

const paying = ['APPROVED', 'PAYING', 'PAID'];
const levels = ['countyFen', 'cityFen', 'provinceFen', 'nationalFen'] as const;

function Head({ reviews }: { reviews: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('refunds.union')}</th>
        {(['yearlyMean', 'surrendered', 'refund', ...levels] as const).map((name) => (
          <th key={name} scope="col" className="number">
            {t(`refunds.column.${name}`)}
          </th>
        ))}
        <th scope="col">{t('refunds.standing')}</th>
        {reviews && <th scope="col">{t('refunds.reviewing')}</th>}
      </tr>
    </thead>
  );
}

interface RowProps {
  line: RefundLine;
  /** It is approved: who has no account yet matters before, all else only from now on. */
  pays: boolean;
  /** Why it is off the list; empty while it stands. */
  removed: string;
  reviews: boolean;
  onRemove: () => void;
  onKeep: () => void;
}

function Row({ line, pays, removed, reviews, onRemove, onKeep }: RowProps): ReactElement {
  const { t } = useTranslation();
  const amounts = [
    ['yearlyMean', line.yearlyMeanFen],
    ['surrendered', line.surrenderedFen],
    ['refund', line.refundFen],
    ...levels.map((level) => [level, line[level]] as const),
  ] as const;
  return (
    <tr className={removed === '' ? '' : 'refund-removed'}>
      <th scope="row">{line.unionName}</th>
      {amounts.map(([name, fen]) => (
        <td key={name} className="number" data-label={t(`refunds.column.${name}`)}>
          <Money fen={fen} />
        </td>
      ))}
      <td data-label={t('refunds.standing')}>
        {removed === '' ? (
          <Standing line={line} pays={pays} />
        ) : (
          `${t('refunds.removed')}：${removed}`
        )}
      </td>
      {reviews && (
        <td data-label={t('refunds.reviewing')}>
          <button
            type="button"
            className="button"
            aria-label={`${t(removed === '' ? 'refunds.remove.do' : 'refunds.keep')} ${line.unionName}`}
            onClick={removed === '' ? onRemove : onKeep}
          >
            {t(removed === '' ? 'refunds.remove.do' : 'refunds.keep')}
          </button>
        </td>
      )}
    </tr>
  );
}

function Standing({ line, pays }: Pick<RowProps, 'line' | 'pays'>): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { paymentState: state, paymentId } = line;
  if (!pays && state !== 'NO_ACCOUNT') return <>–</>;
  return (
    <>
      <Chip tone={tones[state] ?? 'plain'} {...(state === 'FAILED' ? { icon: 'warning' } : {})}>
        {label('refundStanding', state)}
      </Chip>{' '}
      {paymentId !== '' && (
        <Link to={`/payments/${paymentId}`}>
          {t(state === 'FAILED' ? 'refunds.reissue' : 'refunds.toPayment')}
        </Link>
      )}
    </>
  );
}
