// Papers on their way: one after another, so that a slow line finishes the first before it begins the second.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { postFollowed, randomKey } from '../client.ts';
import type { AddAttachment } from '../shapes.ts';
import { base64Of } from '../ui/base64-of.ts';
import { HELP } from './help-queries.ts';
import { shrink } from './shrink.ts';

export interface Sheet {
  /** Its idempotency key too: a second try of a sheet that did arrive keeps it once. */
  key: string;
  file: File;
  kind: string;
  state: 'waiting' | 'preparing' | 'sending' | 'kept' | 'failed';
  percent: number;
  problem?: unknown;
}

interface Papers {
  sheets: readonly Sheet[];
  add: (files: readonly File[], kind: string) => void;
  retry: (sheet: Sheet) => void;
  drop: (sheet: Sheet) => void;
}

export function usePapers(recordKind: string, recordId: string): Papers {
  const cache = useQueryClient();
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const line = useRef(Promise.resolve());
  const mark = (key: string, part: Partial<Sheet>): void =>
    setSheets((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const sendSheet = async ({ key, file, kind }: Sheet): Promise<void> => {
    try {
      mark(key, { state: 'preparing', percent: 0 });
      const content = await base64Of(await shrink(file));
      mark(key, { state: 'sending' });
      const body: AddAttachment = { recordKind, recordId, kind, content };
      await postFollowed('/attachments', { body, key }, (percent) => mark(key, { percent }));
      mark(key, { state: 'kept', percent: 100 });
      await cache.invalidateQueries({ queryKey: [...HELP, 'papers', recordId] });
    } catch (problem) {
      mark(key, { state: 'failed', problem });
    }
  };
  const send = (sheet: Sheet): void => {
    line.current = line.current.then(() => sendSheet(sheet));
  };
  return {
    sheets,
    add(files, kind) {
      const added = files.map((file): Sheet => {
        return { key: randomKey(), file, kind, state: 'waiting', percent: 0 };
      });
      setSheets((all) => [...all, ...added]);
      for (const sheet of added) send(sheet);
    },
    retry(sheet) {
      mark(sheet.key, { state: 'waiting' });
      send(sheet);
    },
    drop: ({ key }) => setSheets((all) => all.filter((one) => one.key !== key)),
  };
}
