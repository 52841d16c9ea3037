import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HardshipAssessment } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';

interface Line {
  moneyKind: string;
  amountFen: string;
}

/** How the category came of what was declared, figure by figure, against the local standard of that day. */
export function Assessment({ assessment }: { assessment: HardshipAssessment }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const { declaration, lossFen, lossBasisPoints, lossAboveBasisPoints } = assessment;
  const causes = [declaration?.mainCause, declaration?.secondCause, declaration?.illness];
  return (
    <div className="assessment">
      <h3>
        {t('household.assessed', {
          on: assessment.assessedOn,
          category: label('householdCategory', assessment.category),
        })}
      </h3>
      <Sum assessment={assessment} />
      <Facts
        of={[
          [t('household.incomes'), lines(declaration?.incomes ?? [], 'incomeKind', label)],
          [t('household.rigid'), lines(declaration?.rigidExpenses ?? [], 'rigidKind', label)],
          [
            t('household.causes'),
            causes
              .filter((one) => one !== undefined && one !== '')
              .map((one) => label('hardshipCause', one ?? ''))
              .join('；'),
          ],
          [
            t('household.loss'),
            lossFen === '0' ? (
              ''
            ) : (
              <>
                <Money fen={lossFen} />{' '}
                {t('household.lossShare', {
                  share: percent(lossBasisPoints),
                  above: percent(lossAboveBasisPoints),
                })}
              </>
            ),
          ],
          [
            t('household.orderedBy'),
            <span key="by" lang="zh-CN">
              {assessment.orderedBy}
            </span>,
          ],
        ]}
      />
    </div>
  );
}

/** (Income − rigid expenses) ÷ 12 ÷ heads, held against the line. */
function Sum({ assessment }: { assessment: HardshipAssessment }): ReactElement {
  const { t } = useTranslation();
  const { incomeFen, rigidFen, familySize, perHeadMonthFen, lineFen, comparison } = assessment;
  const times = Number(lineFen) / Number(assessment.minimumLivingFen);
  return (
    <div className="arithmetic">
      <p>
        ({t('household.income')} <Money fen={incomeFen} /> − {t('household.rigid')}{' '}
        <Money fen={rigidFen} />) ÷ 12 ÷ {t('household.heads', { count: familySize })} ={' '}
        <strong>
          <Money fen={perHeadMonthFen} />
        </strong>
      </p>
      <p>
        {t('household.line', { times })} <Money fen={lineFen} />{' '}
        <span className="note">
          {t('household.standard')} <Money fen={assessment.minimumLivingFen} />
          {' · '}
          {t(comparison === '<' ? 'household.below' : 'household.notAbove')}
        </span>
      </p>
    </div>
  );
}

function lines(
  all: readonly Line[],
  words: string,
  label: (group: string, code: string) => string,
): ReactElement | string {
  if (all.length === 0) return '';
  return (
    <ul>
      {all.map(({ moneyKind, amountFen }) => (
        <li key={`${moneyKind} ${amountFen}`}>
          {label(words, moneyKind)} <Money fen={amountFen} />
        </li>
      ))}
    </ul>
  );
}

const percent = (basisPoints: string) => (Number(basisPoints) / 100).toFixed(2);
