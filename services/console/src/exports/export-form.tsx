import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../client.ts';
import { FieldFault } from '../ui/field-fault.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { firstFields, reasonChars, reasonCodes, takesWhole, toggled } from './export-fields.ts';
import { FieldChoices } from './field-choices.tsx';

const states = ['ACTIVE', 'RETAINED', 'LEFT', 'DEEMED_LEFT', 'EXPELLED', 'DECEASED'] as const;
const formats = ['xlsx', 'csv'] as const;

const blank = {
  unionId: '',
  state: 'ACTIVE',
  format: 'xlsx',
  fields: firstFields,
  reasonCode: '',
  reason: '',
};

export function ExportForm(): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(blank);
  const [tried, setTried] = useState(false);
  const request = useRequest();
  const change = (to: Partial<typeof blank>): void => setAsked((now) => ({ ...now, ...to }));
  const faults = {
    fields: asked.fields.length === 0,
    reasonCode: asked.reasonCode === '',
    reason: asked.reason.trim().length < reasonChars.least,
  };
  return (
    <Section title={t('exports.ask')}>
      <form
        className="export-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (Object.values(faults).includes(true)) return;
          request.mutate(asked, {
            onSuccess: () => {
              setAsked(blank);
              setTried(false);
            },
          });
        }}
      >
        <Whom asked={asked} onChange={change} />
        <FieldChoices
          chosen={asked.fields}
          fault={tried && faults.fields}
          onToggle={(code) => change({ fields: toggled(asked.fields, code) })}
        />
        <Reason asked={asked} faults={tried ? faults : undefined} onChange={change} />
        {takesWhole(asked.fields) && <p className="export-why">{t('exports.wholeNote')}</p>}
        {request.error && <ProblemPanel problem={request.error} />}
        <button type="submit" className="button button-main" disabled={request.isPending}>
          {t('exports.send')}
        </button>
        <p className="note" role="status">
          {request.data && t(request.data.state === 'READY' ? 'exports.ready' : 'exports.waits')}
        </p>
      </form>
    </Section>
  );
}

interface PartProps {
  asked: typeof blank;
  onChange: (to: Partial<typeof blank>) => void;
}

function Whom({ asked, onChange }: PartProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <div className="filter">
      <div className="field field-wide">
        <label htmlFor="export-union">{t('exports.union')}</label>
        <UnionSelect
          id="export-union"
          value={asked.unionId}
          placeholder={t('exports.allUnions')}
          clearable
          onChange={(unionId) => onChange({ unionId })}
        />
      </div>
      <div className="field">
        <label htmlFor="export-state">{t('exports.memberState')}</label>
        <select
          id="export-state"
          className="input"
          value={asked.state}
          onChange={({ target }) => onChange({ state: target.value })}
        >
          <option value="">{t('exports.anyState')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {label('memberState', state)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="export-format">{t('exports.format')}</label>
        <select
          id="export-format"
          className="input"
          value={asked.format}
          onChange={({ target }) => onChange({ format: target.value })}
        >
          {formats.map((format) => (
            <option key={format} value={format}>
              {t(`exports.formats.${format}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

interface ReasonProps extends PartProps {
  faults: { reasonCode: boolean; reason: boolean } | undefined;
}

function Reason({ asked, faults, onChange }: ReasonProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <div className="field">
        <label htmlFor="export-reason-code">{t('exports.reasonCode')}</label>
        <select
          id="export-reason-code"
          className="input"
          required
          aria-invalid={faults?.reasonCode === true}
          value={asked.reasonCode}
          onChange={({ target }) => onChange({ reasonCode: target.value })}
        >
          <option value="">{t('exports.chooseReason')}</option>
          {reasonCodes.map((code) => (
            <option key={code} value={code}>
              {t(`exportReason.${code}`)}
            </option>
          ))}
        </select>
        {faults?.reasonCode && <FieldFault>{t('exports.reasonCodeMissing')}</FieldFault>}
      </div>
      <div className="field export-reason">
        <label htmlFor="export-reason">{t('exports.reason')}</label>
        <input
          id="export-reason"
          className="input"
          required
          minLength={reasonChars.least}
          maxLength={reasonChars.most}
          aria-invalid={faults?.reason === true}
          aria-describedby="export-reason-note"
          value={asked.reason}
          onChange={({ target }) => onChange({ reason: target.value })}
        />
        <p id="export-reason-note" className="note">
          {t('exports.reasonNote')}
        </p>
        {faults?.reason && <FieldFault>{t('exports.reasonMissing')}</FieldFault>}
      </div>
    </>
  );
}

function useRequest() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (asked: typeof blank) => {
      const body = { ...asked, fields: [...asked.fields], reason: asked.reason.trim() };
      return answer(client.POST('/exports', { body }));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['exports'] }),
  });
}
