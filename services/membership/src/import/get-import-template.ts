import { nothing } from '@gonglian/service/fields.ts';
import { xlsxOf } from '@gonglian/sheets/write-workbook.ts';
import { fileChunks, XLSX } from '../export/file-chunks.ts';
import { download } from '../pipeline.ts';
import { TEMPLATE_VERSION, templateSheets } from './template.ts';

/** The workbook to fill in, with its version. */
export const getImportTemplate = download({
  schema: nothing,
  permission: 'membership.import.read',
  run: () => fileChunks(`会员导入模板-v${TEMPLATE_VERSION}.xlsx`, XLSX, xlsxOf(templateSheets())),
});
