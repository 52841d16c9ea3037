import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import type { PotRef, Voucher } from '../shapes.ts';
import { TraceLinks } from '../trace/trace-links.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { AccountName } from './account-name.tsx';
import { bookQueries } from './books-queries.ts';

interface Props {
  unionId: string;
  no: string;
  onAccount: (accountNo: string) => void;
  onVoucher: (no: string) => void;
}

/** A voucher whole: its legs, the way of the money, who signed, and what seals it. */
export function VoucherPanel({ unionId, no, onAccount, onVoucher }: Props): ReactElement {
  const query = useQuery(bookQueries.voucher(unionId, no));
  return (
    <Loaded query={query}>
      {(voucher) => (
        <>
          <Head voucher={voucher} onVoucher={onVoucher} />
          <Legs voucher={voucher} onAccount={onAccount} />
          {voucher.moves.length > 0 && <Moves voucher={voucher} />}
          <Seal voucher={voucher} />
          {voucher.moves.length > 0 && <TraceLinks unionId={unionId} of={{ voucher: no }} />}
        </>
      )}
    </Loaded>
  );
}

function Head({
  voucher,
  onVoucher,
}: {
  voucher: Voucher;
  onVoucher: (no: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const whoOf = (account: string) => (account === '' ? '' : who(account));
  const other = (no: string) =>
    no === '0' ? (
      ''
    ) : (
      <button type="button" className="traced" onClick={() => onVoucher(no)}>
        {t('books.no', { no })}
      </button>
    );
  return (
    <Facts
      of={[
        [t('books.number'), t('books.numberOf', { period: voucher.period, no: voucher.periodNo })],
        [t('books.date'), voucher.eventOn],
        [t('books.postedAt'), moment(voucher.postedAt)],
        [t('books.summary'), voucher.summary],
        [t('books.document'), `${label('docKind', voucher.docKind)} ${voucher.docId}`],
        [t('books.maker'), whoOf(voucher.makerId)],
        [t('books.checker'), whoOf(voucher.checkerId)],
        [t('books.approver'), whoOf(voucher.approverId)],
        [t('books.reverses'), other(voucher.reversesNo)],
        [t('books.reversedBy'), other(voucher.reversedByNo)],
      ]}
    />
  );
}

function Legs({
  voucher,
  onAccount,
}: {
  voucher: Voucher;
  onAccount: (accountNo: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('books.legs')}>
      <thead>
        <tr>
          <th scope="col">{t('books.account')}</th>
          <th scope="col" className="number">
            {t('books.debit')}
          </th>
          <th scope="col" className="number">
            {t('books.credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {voucher.legs.map((leg) => {
          const credit = leg.amountFen.startsWith('-');
          const size = credit ? leg.amountFen.slice(1) : leg.amountFen;
          return (
            <tr key={`${leg.accountNo} ${leg.version}`}>
              <td>
                <button type="button" className="traced" onClick={() => onAccount(leg.accountNo)}>
                  <AccountName
                    account={leg.account}
                    nameZh=""
                    party={nameOf(voucher, leg.account?.partyId ?? '')}
                  />
                </button>
              </td>
              <td className="number">{!credit && <Money fen={size} />}</td>
              <td className="number">{credit && <Money fen={size} />}</td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

function Moves({ voucher }: { voucher: Voucher }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="panel-part">{t('books.moves')}</h3>
      <ul className="moves">
        {voucher.moves.map((move) => (
          <li key={`${move.outEnd} ${move.inEnd}`}>
            <Pot pot={move.source} of={voucher} /> → <Pot pot={move.target} of={voucher} />{' '}
            <Money fen={move.amountFen} />
          </li>
        ))}
      </ul>
    </>
  );
}

type Named = Pick<Voucher, 'unions'>;

/** A purse by its kind, and what tells it from others of that kind. */
export function Pot({ pot, of }: { pot: PotRef | undefined; of?: Named }): ReactElement {
  const label = useLabels();
  const key = pot?.key ?? '';
  const apart = [of ? nameOf(of, key) || key : key, pot?.bank].filter(Boolean).join(' · ');
  return (
    <span>
      {label('potKind', pot?.kind ?? '')}
      {apart !== '' && <span className="account-part"> {apart}</span>}
    </span>
  );
}

/** The union that an account or a pot of the voucher is kept for; empty for what is none, or is not known here. */
function nameOf({ unions }: Named, unionId: string): string {
  return unions.find((one) => one.unionId === unionId)?.unionName ?? '';
}

/** What anybody can check without us: the hash over the voucher, in which block of the chain. */
function Seal({ voucher }: { voucher: Voucher }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="panel-part">{t('books.seal')}</h3>
      <p className="seal">
        <code>{voucher.leaf}</code>
      </p>
      <p className="note">{t('books.block', { no: voucher.blockNo })}</p>
    </>
  );
}
