// The file of a collection: which table its parts are in.
import type { Part } from '@gonglian/service/file-parts.ts';
import { stagedFile } from '@gonglian/service/staged-file.ts';

export const { sealPart, requireFile, withFile } = stagedFile({
  place: 'collection_part.content',
  list: (sql, collectionId) => sql<Part>`
    select no, size_bytes as "sizeBytes" from collection_part
    where collection_id = ${collectionId} order by no`,
  async content(sql, collectionId, no) {
    const [part] = await sql<{ content: Buffer }>`
      select content from collection_part where collection_id = ${collectionId} and no = ${no}`;
    return part?.content;
  },
});
