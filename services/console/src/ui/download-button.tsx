import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { saveFile } from './save-file.ts';

interface Props {
  /** Asks for the file, all of it. */
  file: () => Promise<{ data?: unknown; response: Response }>;
  onSaved?: () => void;
  main?: boolean;
  children: ReactNode;
}

/** Saves a file that the node makes; a refusal is said here instead of being saved. */
export function DownloadButton({ file, onSaved, main = false, children }: Props): ReactElement {
  const { t } = useTranslation();
  const [saved, setSaved] = useState('');
  const download = useMutation({
    mutationFn: async () => {
      const { data, response } = await file();
      return saveFile(data as Blob, nameOf(response));
    },
    onSuccess: (name) => {
      setSaved(name);
      onSaved?.();
    },
  });
  return (
    <div className="download">
      <button
        type="button"
        className={main ? 'button button-main' : 'button'}
        disabled={download.isPending}
        onClick={() => {
          setSaved('');
          download.mutate();
        }}
      >
        <Icon name="imports" />
        {children}
      </button>
      <span className="note" role="status">
        {download.isPending && t('download.making')}
        {saved !== '' && t('download.saved', { name: saved })}
      </span>
      {download.error && <ProblemPanel problem={download.error} />}
    </div>
  );
}

/** RFC 6266: the name in UTF-8 comes after the one for old programs. */
function nameOf(response: Response): string {
  const [, name] =
    /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name === undefined ? 'file' : decodeURIComponent(name);
}
