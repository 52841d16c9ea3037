// The file of an import: which table its parts are in.
import { stagedFile } from '@gonglian/service/staged-file.ts';
import type { Part } from '@gonglian/service/file-parts.ts';
import type { Sql } from '../pipeline.ts';

export function listParts(sql: Sql, importId: string): Promise<Part[]> {
  return sql<Part>`
    select no, size_bytes as "sizeBytes" from import_part
    where import_id = ${importId} order by no`;
}

export const { sealPart, requireFile, withFile } = stagedFile({
  place: 'import_part.content',
  list: listParts,
  async content(sql, importId, no) {
    const [part] = await sql<{ content: Buffer }>`
      select content from import_part where import_id = ${importId} and no = ${no}`;
    return part?.content;
  },
});
