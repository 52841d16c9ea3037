import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, client } from '../client.ts';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useUrl } from '../url.ts';
import { ColumnTable } from './column-table.tsx';
import type { Import } from './import-state.ts';
import { faultsOf, firstMapping, requiredFields } from './mapping.ts';
import type { Mapping, MappingFaults } from './mapping.ts';
import { SheetChoice } from './sheet-choice.tsx';

export function MappingStep({ job }: { job: Import }): ReactElement | null {
  const { t } = useTranslation();
  const [mapping, setMapping] = useState(() => firstMapping(job));
  const save = useMapping(job);
  const sheet = job.sheets.find(({ name }) => name === mapping?.sheet);
  if (!mapping || !sheet) return null;
  const faults = faultsOf(mapping.columns);
  const wrong = faults.twice.length > 0 || faults.missing.length > 0;
  const again = job.state === 'CHECKED';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) save.mutate(mapping);
      }}
    >
      <h2>{t('imports.mapTitle')}</h2>
      <p className="note">{t('imports.mapNote')}</p>
      <SheetChoice job={job} sheet={sheet} mapping={mapping} onChange={setMapping} />
      <p className="needed">
        {t('imports.needed')}{' '}
        {requiredFields.map((field) => t(`importField.${field}`)).join(t('imports.and'))}
      </p>
      <ColumnTable
        sheet={sheet}
        mapping={mapping}
        twice={faults.twice}
        onChange={(columns) => setMapping({ ...mapping, columns })}
      />
      <Faults faults={faults} />
      {save.error && <ProblemPanel problem={save.error} />}
      <div className="import-buttons">
        <button type="submit" className="button button-main" disabled={wrong || save.isPending}>
          {t('imports.tryRows')}
        </button>
        {again && (
          <Link className="button" to={`/imports/${job.importId}`}>
            {t('imports.backToResult')}
          </Link>
        )}
      </div>
      <p className="note">{t('imports.tryNote')}</p>
    </form>
  );
}

/** Said as it changes: what is still in the way of the dry run. */
function Faults({ faults }: { faults: MappingFaults }): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="field-fault" role="status">
      {faults.twice.map((field) =>
        t('imports.mappedTwice', { field: t(`importField.${field as 'name'}`) }),
      )}
      {faults.missing.map((field) => t('imports.mapMissing', { field: t(`importField.${field}`) }))}
    </p>
  );
}

function useMapping({ importId, version }: Import) {
  const cache = useQueryClient();
  const [, patch] = useUrl();
  return useMutation({
    mutationFn: ({ sheet, headerRow, columns }: Mapping) => {
      const params = { path: { importId } };
      const body = { sheet, headerRow, columns: [...columns], expectedVersion: version };
      return answer(client.POST('/imports/{importId}/mapping', { params, body }));
    },
    onSuccess: () => patch({ step: '' }, true),
    onSettled: () => cache.invalidateQueries({ queryKey: ['imports'] }),
  });
}
