import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { queries } from '../queries.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AskFoot } from '../ui/ask-foot.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useLabels } from '../ui/labels.ts';
import { LongField } from '../ui/long-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UnionSelect } from '../ui/union-select.tsx';
import { useValues } from '../ui/use-values.ts';
import { PROGRAMME_KINDS } from './measures.ts';
import { TargetsField } from './targets-field.tsx';
import { emptyTarget, linesOf, targetsOf } from './targets.ts';

const firstValues = (unionId: string) => ({
  unionId,
  programmeKind: 'CONTEST',
  title: '',
  documentNo: '',
  startsOn: `${today().slice(0, 4)}-01-01`,
  endsOn: `${today().slice(0, 4)}-12-31`,
  agencies: '',
  targets: [emptyTarget],
});
type Values = ReturnType<typeof firstValues>;

/** What a union sets itself, from when to when. */
export function LaunchDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const { values, change, key } = useValues(firstValues(scope));
  const launch = useLaunch(onClose);
  return (
    <AskDialog title={t('act.launchProgramme.do')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          launch.mutate({ values, key });
        }}
      >
        <p className="consequence">{t('act.launchProgramme.follows')}</p>
        <Head values={values} onChange={change} />
        {values.programmeKind === 'REFORM' && (
          <LongField
            field={{
              label: t('programmes.agencies'),
              note: t('programmes.agenciesNote'),
              maxLength: 4_000,
            }}
            value={values.agencies}
            onValue={(agencies) => change({ agencies })}
          />
        )}
        <TargetsField typed={values.targets} onTyped={(targets) => change({ targets })} />
        <AskFoot error={launch.error} disabled={launch.isPending} onClose={onClose}>
          {t('act.launchProgramme.do')}
        </AskFoot>
      </form>
    </AskDialog>
  );
}

interface HeadProps {
  values: Values;
  onChange: (part: Partial<Values>) => void;
}

function Head({ values, onChange }: HeadProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const id = useId();
  const lines = [
    ['title', t('record.title'), { maxLength: 100 }],
    ['documentNo', t('record.documentNo'), { maxLength: 100 }],
    ['startsOn', t('programmes.startsOn'), { type: 'date' }],
    ['endsOn', t('programmes.endsOn'), { type: 'date' }],
  ] as const;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('record.union')}</label>
        <UnionSelect
          id={id}
          value={values.unionId}
          placeholder={t('imports.unionHint')}
          onChange={(unionId) => onChange({ unionId })}
        />
      </div>
      <ChoiceField
        label={t('programmes.kind')}
        value={values.programmeKind}
        choices={PROGRAMME_KINDS.map((kind) => [kind, label('programmeKind', kind)])}
        onValue={(programmeKind) => onChange({ programmeKind })}
      />
      {lines.map(([name, words, how]) => (
        <TextField
          key={name}
          label={words}
          value={values[name]}
          required
          {...how}
          onValue={(value) => onChange({ [name]: value })}
        />
      ))}
    </>
  );
}

function useLaunch(onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ values, key }: { values: Values; key: string }) => {
      const { agencies, targets, ...plain } = values;
      const reform = plain.programmeKind === 'REFORM';
      const body = {
        ...plain,
        memberAgencies: reform ? linesOf(agencies) : [],
        targets: targetsOf(targets),
      };
      return answer(client.POST('/programmes', { headers: keyed(key), body }));
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: RECORDS });
      onDone();
    },
  });
}
