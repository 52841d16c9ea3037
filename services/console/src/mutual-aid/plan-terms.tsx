import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuan } from '../numbers.ts';
import type { AidPlan } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';

type Terms = AidPlan['terms'][number];

/** Every version, the newest first: what happened before its day is claimed by the one before. */
export function PlanTerms({ plan }: { plan: AidPlan }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('aid.terms')} note={t('aid.termsNote')}>
      {plan.terms.toReversed().map((terms) => (
        <Version key={terms.termsVersion} terms={terms} />
      ))}
    </Section>
  );
}

function Version({ terms }: { terms: Terms }): ReactElement {
  const { t } = useTranslation();
  const rate = (bp: number) => (bp === 0 ? '' : `${bp / 100}%`);
  const fen = (amount: string) => (amount === '0' ? '' : <Money key={amount} fen={amount} />);
  return (
    <>
      <h3>{t('aid.versionFrom', { no: terms.termsVersion, day: terms.effectiveFrom })}</h3>
      <Facts
        of={[
          [
            t('aid.field.orderedBy'),
            <span key="by" lang="zh-CN">
              {terms.orderedBy}
            </span>,
          ],
          [t('aid.tiers'), terms.tiers.length > 0 ? <Tiers key="tiers" terms={terms} /> : ''],
          [t('aid.field.resident'), rate(terms.residentBp)],
          [t('aid.field.residentThird'), rate(terms.residentThirdBp)],
          [t('aid.field.minimum'), fen(terms.minFen)],
          [t('aid.field.fromDay'), terms.fromDay === 0 ? '' : String(terms.fromDay)],
          [t('aid.field.perDay'), fen(terms.perDayFen)],
          [
            t('aid.lumpSums'),
            terms.lumpSums.length > 0 ? <LumpSums key="sums" terms={terms} /> : '',
          ],
          [t('aid.field.cap'), fen(terms.capFen)],
        ]}
      />
    </>
  );
}

function Tiers({ terms: { tiers } }: { terms: Terms }): ReactElement {
  const { t, i18n } = useTranslation();
  const fen = (amount: string) => yuan(amount, i18n.language);
  return (
    <ul className="aid-tiers">
      {tiers.map(({ upToFen, rateBp }, at) => (
        <li key={at}>
          {upToFen === '0'
            ? t('aid.tierAbove', { from: fen(tiers[at - 1]?.upToFen ?? '0') })
            : t('aid.tierUpTo', {
                from: fen(tiers[at - 1]?.upToFen ?? '0'),
                to: fen(upToFen),
              })}{' '}
          <strong>{rateBp / 100}%</strong>
        </li>
      ))}
    </ul>
  );
}

function LumpSums({ terms: { lumpSums } }: { terms: Terms }): ReactElement {
  return (
    <ul className="aid-tiers">
      {lumpSums.map(({ diseaseCode, amountFen }) => (
        <li key={diseaseCode}>
          {diseaseCode} <Money fen={amountFen} />
        </li>
      ))}
    </ul>
  );
}
