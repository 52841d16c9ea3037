import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EvidenceItem, EvidenceStep, Int64 } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';
import { traceQueries } from './trace-queries.ts';
import { useWelfareEvidence } from './use-welfare-evidence.ts';

interface Props {
  lineId: string;
  onVoucher: (no: string) => void;
}

/** The auditor's chain of one paid line: every step, or why it is not there. */
export function EvidencePanel({ lineId, onVoucher }: Props): ReactElement {
  const query = useQuery(traceQueries.evidence(lineId));
  return (
    <Loaded query={query}>
      {({ steps, amountFen }) => (
        <Chain steps={steps} amountFen={amountFen} onVoucher={onVoucher} />
      )}
    </Loaded>
  );
}

interface ChainProps {
  steps: readonly EvidenceStep[];
  amountFen: Int64;
  onVoucher: (no: string) => void;
}

/** Finance knows a payment, and welfare for whom and after which notice it was. */
function Chain({ steps: known, amountFen, onVoucher }: ChainProps): ReactElement {
  const { t } = useTranslation();
  const steps = useWelfareEvidence(known);
  const missing = steps.filter(({ gap }) => gap !== '').length;
  const complete = missing === 0;
  return (
    <>
      <p className="panel-lead">
        {t('evidence.amount')} <Money fen={amountFen} />{' '}
        <Chip tone={complete ? 'good' : 'warn'} icon={complete ? 'check' : 'warning'}>
          {complete ? t('evidence.complete') : t('evidence.incomplete', { count: missing })}
        </Chip>
      </p>
      <ol className="evidence">
        {steps.map((step) => (
          <Step key={step.step} step={step} onVoucher={onVoucher} />
        ))}
      </ol>
    </>
  );
}

function Step({
  step,
  onVoucher,
}: {
  step: EvidenceStep;
  onVoucher: (no: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const missing = step.gap !== '';
  return (
    <li>
      <strong>{label('evidenceStep', step.step)}</strong>{' '}
      <Chip tone={missing ? 'warn' : 'good'} icon={missing ? 'warning' : 'check'}>
        {missing ? label('evidenceGap', step.gap) : t('evidence.there')}
      </Chip>
      {step.items.length > 0 && (
        <ul className="evidence-items">
          {step.items.map((item) => (
            <li key={`${item.part} ${item.ref} ${item.accountId} ${item.voucherNo}`}>
              <Item item={item} onVoucher={onVoucher} />
            </li>
          ))}
        </ul>
      )}
      {step.leftOut > 0 && <p className="note">{t('evidence.leftOut', { count: step.leftOut })}</p>}
    </li>
  );
}

/** Where welfare shows it; nothing there tells an auditor of an illness. */
const places: Readonly<Record<string, string>> = {
  GRANT: 'relief-grants',
  FILE_OF_HOUSEHOLD: 'hardship',
  NOTICE: 'notices',
};

function Item({
  item,
  onVoucher,
}: {
  item: EvidenceItem;
  onVoucher: (no: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const { ref, code, onDate, accountId, hash, voucherNo, amountFen } = item;
  const said = code === '' ? '' : label('evidenceCode', code);
  const words = [ref, said, onDate, accountId === '' ? '' : who(accountId)].filter(Boolean);
  return (
    <>
      <span className="account-part">{label('evidencePart', item.part)}</span> {words.join(' · ')}
      {amountFen !== '0' && (
        <>
          {' '}
          <Money fen={amountFen} />
        </>
      )}
      {places[item.part] !== undefined && (
        <>
          {' '}
          <Link to={`/${places[item.part]}/${ref}`}>{t('evidence.open')}</Link>
        </>
      )}
      {voucherNo !== '0' && (
        <>
          {' '}
          <button type="button" className="traced trace-open" onClick={() => onVoucher(voucherNo)}>
            {t('evidence.voucherNo', { no: voucherNo })}
          </button>
        </>
      )}
      {hash !== '' && (
        <span className="seal">
          {' '}
          {t('evidence.hash')} <code>{hash}</code>
        </span>
      )}
    </>
  );
}
