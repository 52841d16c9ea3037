import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sha256Of } from '../imports/upload.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { assessmentQueries } from './assessments-queries.ts';
import type { Typed } from './claims.ts';

interface Props {
  unionId: string;
  item: { title: string; maxPoints: number };
  typed: Typed;
  onTyped: (typed: Typed) => void;
}

/** One item: points, and what shows that they are right. */
export function ClaimField({ unionId, item, typed, onTyped }: Props): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const audits = useQuery(assessmentQueries.audits(unionId)).data ?? [];
  const put = (some: Partial<Typed>) => onTyped({ ...typed, ...some });
  return (
    <fieldset className="claim">
      <legend>{item.title}</legend>
      <TextField
        label={t('assessments.points', { max: item.maxPoints })}
        type="number"
        min={0}
        max={item.maxPoints}
        value={typed.points}
        onValue={(points) => put({ points })}
      />
      <TextField
        label={t('assessments.note')}
        value={typed.note}
        onValue={(note) => put({ note })}
      />
      <ChoiceField
        label={t('assessments.auditEvidence')}
        value={typed.auditId}
        choices={[
          ['', t('assessments.noAudit')],
          ...audits.map(({ auditId, title }) => [auditId, title] as const),
        ]}
        onValue={(auditId) => put({ auditId })}
      />
      <div className="field">
        <label htmlFor={id}>{t('assessments.files')}</label>
        <input
          id={id}
          className="input"
          type="file"
          multiple
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            void Promise.all(files.map(sha256Of)).then(
              (hashes) => put({ hashes: hashes.join(' ') }),
              // Without hashes the node says what is missing.
              () => put({ hashes: '' }),
            );
          }}
        />
      </div>
    </fieldset>
  );
}
