import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { percent } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { GrantRule } from '../shapes.ts';
import { Chip, type Tone } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { GrantForm } from './grant-form.tsx';
import { grantQueries } from './grants-queries.ts';
import { RuleDialog } from './rule-dialog.tsx';

const tones: Readonly<Record<string, Tone>> = { PROPOSED: 'warn', IN_FORCE: 'good' };

/** By what grants are given, version by version, with the document that ordered each. */
export function RuleTable({ whole }: { whole: boolean }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(grantQueries.rules());
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const [sets, setSets] = useState(false);
  const [decides, setDecides] = useState<Decided>();
  return (
    <Section
      title={t('grants.view.rules')}
      note={t('grants.rulesNote')}
      tools={
        whole &&
        duty === 'finance' && (
          <button type="button" className="button" onClick={() => setSets(true)}>
            {t('grants.act.setRule.do')}
          </button>
        )
      }
    >
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('grants.noRules')}>{t('grants.noRulesNext')}</Empty>
          ) : (
            <Rules items={items} onDecide={whole && duty === 'chair' ? setDecides : undefined} />
          )
        }
      </Loaded>
      {sets && <RuleDialog onClose={() => setSets(false)} />}
      {decides && <DecideDialog {...decides} onClose={() => setDecides(undefined)} />}
    </Section>
  );
}

interface Decided {
  name: 'approveRule' | 'rejectRule';
  rule: GrantRule;
}
type Decide = ((of: Decided) => void) | undefined;

function Rules({ items, onDecide }: { items: readonly GrantRule[]; onDecide: Decide }) {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('grants.view.rules')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('grants.rule')}</th>
          <th scope="col">{t('grants.field.kind')}</th>
          <th scope="col">{t('grants.standard')}</th>
          <th scope="col">{t('grants.inForce')}</th>
          <th scope="col">{t('grants.field.documentNo')}</th>
          <th scope="col">{t('grants.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((rule) => (
          <Row key={rule.ruleId} rule={rule} onDecide={onDecide} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ rule, onDecide }: { rule: GrantRule; onDecide: Decide }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <tr>
      <th scope="row">
        {rule.name} <span className="account-part">{rule.ruleCode}</span>
        {rule.issuer !== '' && (
          <span className="account-part"> · {t('grants.ofSuperior', { node: rule.issuer })}</span>
        )}
      </th>
      <td data-label={t('grants.field.kind')}>{label('grantKind', rule.kind)}</td>
      <td data-label={t('grants.standard')}>
        <Amount rule={rule} />
      </td>
      <td data-label={t('grants.inForce')}>
        {rule.validTo === ''
          ? t('grants.fromDay', { day: rule.validFrom })
          : `${rule.validFrom} – ${rule.validTo}`}
      </td>
      <td data-label={t('grants.field.documentNo')}>{rule.documentNo}</td>
      <td data-label={t('grants.state')}>
        <Chip tone={tones[rule.state] ?? 'plain'}>{label('grantRuleState', rule.state)}</Chip>
        {rule.state === 'PROPOSED' &&
          onDecide &&
          (['approveRule', 'rejectRule'] as const).map((name) => (
            <button
              key={name}
              type="button"
              className="button"
              onClick={() => onDecide({ name, rule })}
            >
              {t(`grants.act.${name}.do`)}
            </button>
          ))}
      </td>
    </tr>
  );
}

/** The standard; of tiers each with its own, of a floor for how long, of matching how much is added. */
function Amount({ rule }: { rule: GrantRule }): ReactElement {
  const { t, i18n } = useTranslation();
  if (rule.kind === 'BY_TIER') {
    return (
      <ul>
        {rule.tiers.map(({ tier, amountFen }) => (
          <li key={tier}>
            {tier} · <Money fen={amountFen} /> ·{' '}
            <span className="account-part">
              {t('grants.inTier', {
                count: rule.members.filter((member) => member.tier === tier).length,
              })}
            </span>
          </li>
        ))}
      </ul>
    );
  }
  const share = percent(String(rule.matchingBp), '10000', i18n.language);
  return (
    <>
      <Money fen={rule.amountFen} />
      {rule.years > 0 && (
        <span className="account-part"> · {t('grants.forYears', { count: rule.years })}</span>
      )}
      {rule.matchingBp > 0 && (
        <span className="account-part"> · {t('grants.matches', { share })}</span>
      )}
    </>
  );
}

function DecideDialog({ name, rule, onClose }: Decided & { onClose: () => void }): ReactElement {
  const approve = name === 'approveRule';
  return (
    <GrantForm
      name={name}
      fields={() => (approve ? [] : ['reason'])}
      send={({ reason = '' }, key) => {
        const params = { path: { ruleId: rule.ruleId } };
        const body = { expectedVersion: rule.version, approve, reason };
        const headers = { 'Idempotency-Key': key };
        return answer(
          client.POST('/fund/grant-rules/{ruleId}/decision', { params, headers, body }),
        );
      }}
      onClose={onClose}
    />
  );
}
