import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { VoucherPanel } from '../books/voucher-panel.tsx';
import { yuan } from '../numbers.ts';
import type { MoneyTrace } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useUrl } from '../url.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import { TraceEnds } from './trace-ends.tsx';
import { traceQueries, type TraceAsked } from './trace-queries.ts';
import { TraceSteps } from './trace-steps.tsx';
import './trace.css';

const directions = ['BACK', 'FORWARD'] as const;

/** Money followed through the book, either way, by the address; each step with its voucher. */
export default function TracePage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const asked: TraceAsked = {
    unionId: read('union'),
    direction: read('direction') === 'FORWARD' ? 'FORWARD' : 'BACK',
    voucherNo: read('voucher'),
    moveN: read('move'),
    receiptId: read('receipt'),
    lineId: read('line'),
    potKind: read('kind'),
    potKey: read('key'),
    potBank: read('bank'),
    fromFen: read('from'),
  };
  const { unionId, voucherNo, receiptId, lineId, potKind } = asked;
  const named = unionId !== '' && [voucherNo, receiptId, lineId, potKind].some((one) => one !== '');
  return (
    <Page title={t('tracing.title')} lead={t('tracing.lead')}>
      {named ? (
        <>
          <div className="filter">
            <div className="field">
              <label htmlFor="trace-direction">{t('tracing.direction')}</label>
              <select
                id="trace-direction"
                className="input"
                value={asked.direction}
                onChange={({ target }) => patch({ direction: target.value, from: '' })}
              >
                {directions.map((direction) => (
                  <option key={direction} value={direction}>
                    {t(`tracing.directions.${direction}`)}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <Traced asked={asked} />
        </>
      ) : (
        <Empty title={t('tracing.nothing')}>{t('tracing.nothingNext')}</Empty>
      )}
      <Panels unionId={unionId} />
    </Page>
  );
}

function Traced({ asked }: { asked: TraceAsked }): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  const query = useQuery(traceQueries.trace(asked));
  return (
    <Loaded query={query}>
      {(trace) => (
        <>
          <Head asked={asked} trace={trace} />
          <Section
            title={t(`tracing.ends.${trace.direction as 'BACK'}`)}
            note={t('tracing.endsNote')}
          >
            <TraceEnds trace={trace} />
          </Section>
          <Section title={t('tracing.steps')} note={t('tracing.stepsNote')}>
            <TraceSteps trace={trace} />
          </Section>
          {(trace.nextFromFen !== '0' || trace.fromFen !== '0') && (
            <p className="trace-pages">
              {trace.fromFen !== '0' && (
                <button type="button" className="button" onClick={() => patch({ from: '' })}>
                  {t('tracing.first')}
                </button>
              )}
              {trace.nextFromFen !== '0' && (
                <button
                  type="button"
                  className="button"
                  onClick={() => patch({ from: trace.nextFromFen })}
                >
                  {t('tracing.more')}
                </button>
              )}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

/** What is traced, how much of it this page answers, and whether anything was lost on the way. */
function Head({ asked, trace }: { asked: TraceAsked; trace: MoneyTrace }): ReactElement {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const lost = trace.ends
    .filter(({ reason }) => reason !== '')
    .reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
  const shown = BigInt(trace.toFen) - BigInt(trace.fromFen);
  const of = asked.voucherNo
    ? t('tracing.ofVoucher', { no: asked.voucherNo })
    : asked.receiptId
      ? t('tracing.ofReceipt')
      : asked.lineId
        ? t('tracing.ofLine')
        : [t('tracing.ofPot'), label('potKind', asked.potKind), asked.potKey].join(' ');
  return (
    <>
      <Facts
        of={[
          [t('tracing.of'), of],
          [t('tracing.whole'), <Money key="whole" fen={trace.wholeFen} />],
          [
            t('tracing.shown'),
            String(shown) === trace.wholeFen ? '' : <Money key="shown" fen={String(shown)} />,
          ],
        ]}
      />
      <p className="note trace-state">
        {trace.complete ? (
          <Chip tone="good" icon="check">
            {t('tracing.complete')}
          </Chip>
        ) : (
          <Chip tone="warn" icon="warning">
            {t('tracing.incomplete', { amount: yuan(String(lost), i18n.language) })}
          </Chip>
        )}{' '}
        {t('tracing.convention')}
      </p>
    </>
  );
}

/** A voucher with its seal, or the evidence of a payment, beside the trace; a panel that closes asks for nothing. */
function Panels({ unionId }: { unionId: string }): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const navigate = useNavigate();
  const [opened, evidence] = [read('open'), read('evidence')];
  return (
    <>
      <SidePanel
        open={opened !== ''}
        title={t('tracing.voucherPanel')}
        onClose={() => patch({ open: '' })}
      >
        {opened !== '' && (
          <VoucherPanel
            unionId={unionId}
            no={opened}
            onAccount={(account) => {
              const to = new URLSearchParams({ union: unionId, account });
              void navigate(`/books?${to.toString()}`);
            }}
            onVoucher={(no) => patch({ open: no })}
          />
        )}
      </SidePanel>
      <SidePanel
        open={evidence !== '' && opened === ''}
        title={t('evidence.title')}
        onClose={() => patch({ evidence: '' })}
      >
        {evidence !== '' && (
          <EvidencePanel lineId={evidence} onVoucher={(no) => patch({ open: no })} />
        )}
      </SidePanel>
    </>
  );
}
