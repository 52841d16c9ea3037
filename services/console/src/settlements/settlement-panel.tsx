import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountName } from '../books/account-name.tsx';
import { VoucherLink } from '../receipts/voucher-link.tsx';
import type { Int64, Settlement } from '../shapes.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { settlementQueries } from './settlements-queries.ts';

/** One payment between two nodes whole: what it is bound to, both of its legs, and what became of it. */
export function SettlementPanel({ settlementId }: { settlementId: string }): ReactElement {
  const query = useQuery(settlementQueries.one(settlementId));
  return (
    <Loaded query={query}>
      {(one) => (
        <>
          <Head one={one} />
          {one.shares.length > 0 && <Shares one={one} />}
          <Legs one={one} />
          <Decision one={one} />
          <Use one={one} />
        </>
      )}
    </Loaded>
  );
}

/** What it is, and what it may be spent on. */
function Head({ one }: { one: Settlement }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <Facts
      of={[
        [t('settlements.what'), label('settlementKind', one.kind)],
        [t('settlements.propose.period'), one.period],
        [
          t('settlements.neighbour'),
          `${t(`settlements.directions.${one.direction as 'OUT' | 'IN'}`)} ${one.neighbour}`,
        ],
        [t('settlements.amount'), <Money key="amount" fen={one.amountFen} />],
        [t('settlements.state'), label('settlementState', one.state)],
        [t('settlements.propose.purpose'), one.purpose],
        [t('settlements.project'), one.project],
        [t('settlements.docNo'), one.docNo],
        [t('settlements.permitted'), one.permittedCodes.length > 0 && <Permitted of={one} />],
        [t('settlements.deadline'), one.deadline],
      ].map(withValue)}
    />
  );
}

const withValue = ([name, value]: readonly unknown[]): Fact =>
  [name as string, value === false ? '' : value] as Fact;

function Permitted({ of }: { of: Settlement }): ReactElement {
  return (
    <ul>
      {of.permittedCodes.map((code) => (
        <li key={code}>
          <AccountName account={{ code, partyId: '', project: '', mark: '' }} nameZh="" />
        </li>
      ))}
    </ul>
  );
}

function Shares({ one }: { one: Settlement }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <h3 className="panel-part">{t('settlements.shares')}</h3>
      <TableFrame label={t('settlements.shares')}>
        <thead>
          <tr>
            <th scope="col">{t('receipts.level')}</th>
            <th scope="col" className="number">
              {t('settlements.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.shares.map(({ level, amountFen }) => (
            <tr key={level}>
              <th scope="row">{label('level', level)}</th>
              <td className="number">
                <Money fen={amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

/** This node's leg leads to its voucher; of the other one the number is known. */
function Legs({ one }: { one: Settlement }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const whom = (account: string) => account && who(account);
  const booked = (no: Int64) => no !== '0';
  return (
    <>
      <h3 className="panel-part">{t('settlements.legs')}</h3>
      <Facts
        of={[
          [t('settlements.proposedBy'), whom(one.proposedBy)],
          [t('settlements.approvedBy'), whom(one.approvedBy)],
          [t('settlements.sentOn'), one.sentOn],
          [
            t('settlements.voucher'),
            booked(one.voucherNo) && <VoucherLink key="voucher" no={one.voucherNo} />,
          ],
          [t('settlements.answeredOn'), one.answeredOn],
          [
            t('settlements.receivedFen'),
            one.answeredOn !== '' && <Money key="received" fen={one.receivedFen} />,
          ],
          [
            t('settlements.field.reasonCode'),
            one.reasonCode && label('settlementReason', one.reasonCode),
          ],
          [
            t('settlements.neighbourVoucher'),
            booked(one.neighbourVoucherNo) && t('books.no', { no: one.neighbourVoucherNo }),
          ],
          [t('settlements.returnedOn'), one.returnedOn],
        ].map(withValue)}
      />
    </>
  );
}

/** Of a transfer that could not wait, or was large. */
function Decision({ one }: { one: Settlement }): ReactElement | null {
  const { t } = useTranslation();
  if (one.emergencyEvent === '' && one.decisionNo === '') return null;
  return (
    <>
      <h3 className="panel-part">{t('settlements.decision')}</h3>
      <Facts
        of={[
          [t('settlements.propose.emergencyEvent'), one.emergencyEvent],
          [t('settlements.propose.emergencyReason'), one.emergencyReason],
          [t('settlements.dueOn'), one.decisionDueOn],
          [t('settlements.field.decisionNo'), one.decisionNo],
          [t('settlements.field.decisionOn'), one.decisionOn],
          [
            t('settlements.minutes'),
            one.decisionSha256 && <code key="hash">{one.decisionSha256}</code>,
          ],
        ].map(withValue)}
      />
    </>
  );
}

/** What its receiver has told of it: spent, and not yet spent. */
function Use({ one }: { one: Settlement }): ReactElement | null {
  const { t } = useTranslation();
  if (one.usedOn === '') return null;
  const left = String(BigInt(one.amountFen) - BigInt(one.usedFen));
  return (
    <>
      <h3 className="panel-part">{t('settlements.use')}</h3>
      <Facts
        of={[
          [t('settlements.usedOn'), one.usedOn],
          [t('settlements.usedFen'), <Money key="used" fen={one.usedFen} />],
          [t('settlements.leftFen'), <Money key="left" fen={left} />],
          [t('settlements.field.note'), one.usedNote],
        ]}
      />
    </>
  );
}
