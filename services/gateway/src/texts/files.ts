// Workbooks in, files out.

import type { Texts } from './text.ts';

export const FILES: Texts = {
  EXPORT_BUDGET_SPENT: [
    429,
    '今日可导出的行数已用完，明日恢复',
    "Today's rows for export are used up; they are back tomorrow",
  ],
  EXPORT_EXPIRED: [422, '导出文件已过期，请重新申请', 'The export has expired; ask for it anew'],
  EXPORT_GROWN: [
    422,
    '行数已多于批准时的行数，请重新申请',
    'There are more rows now than were approved; ask for it anew',
  ],
  EXPORT_SECOND_PERSON: [
    422,
    '导出须由另一人批准，申请人不能自行批准',
    'Another person must approve an export; not the one who asked',
  ],
  EXPORT_STATE_WRONG: [
    422,
    '导出尚未批准或已经办结',
    'The export is not approved yet, or is decided already',
  ],
  EXPORT_TOO_MANY_ROWS: [
    422,
    '导出行数超出上限，请缩小范围',
    'The export has too many rows; narrow it',
  ],
  EXPORT_UNKNOWN: [
    404,
    '没有这项导出，或不在您的职责范围内',
    'There is no such export, or not within your duty',
  ],
  IMPORT_BUSY: [
    429,
    '该导入正在处理，请等待完成',
    'The import is being worked on; wait until that is done',
  ],
  IMPORT_FILE_GONE: [
    422,
    '上传的文件已被清除，请重新导入',
    'The uploaded file is gone; import it anew',
  ],
  IMPORT_HASH_WRONG: [
    422,
    '收到的文件与声明的摘要不一致，请重新上传',
    'What arrived does not hash to what was announced; upload it again',
  ],
  IMPORT_PARTS_MISSING: [
    422,
    '文件尚未全部上传，请补传缺少的分块',
    'Parts of the file are missing; upload them first',
  ],
  IMPORT_PART_WRONG: [422, '文件分块的序号或大小不正确', 'A part has the wrong number or size'],
  IMPORT_STATE_WRONG: [
    422,
    '导入当前所处的步骤不允许此操作',
    'The import is not at the step for this',
  ],
  IMPORT_UNDO_LATE: [
    422,
    '已超过二十四小时，不能撤销导入',
    'An import can be undone for 24 hours only',
  ],
  IMPORT_UNKNOWN: [
    404,
    '没有这项导入，或不在您的职责范围内',
    'There is no such import, or not within your duty',
  ],
  MAPPING_INCOMPLETE: [422, '尚有必填字段没有对应的列', 'A field that is needed has no column yet'],
  MAPPING_TWICE: [
    422,
    '两列对应了同一字段，请只保留一列',
    'Two columns are mapped to one field; keep one',
  ],
  SHEET_BROKEN: [
    400,
    '工作簿已损坏，请另存后重新上传',
    'The workbook is damaged; save it anew and upload it again',
  ],
  SHEET_BUSY: [429, '正在读取其他工作簿，请稍后再试', 'Other workbooks are being read; try soon'],
  SHEET_CELL_TOO_LONG: [422, '有单元格的内容过长，请缩短', 'A cell is too long; shorten it'],
  SHEET_DTD: [
    400,
    '工作簿含有 DTD 声明，出于安全不予读取',
    'The workbook holds a DTD, which is not read for safety',
  ],
  SHEET_EMBEDDED: [
    422,
    '工作簿内嵌了其他文件，请删去后上传',
    'The workbook holds other files; take them out and upload it again',
  ],
  SHEET_EMPTY: [
    422,
    '工作簿中没有内容，请用模板填写',
    'There is nothing in the workbook; fill in the template',
  ],
  SHEET_ENCRYPTED: [
    400,
    '工作簿有密码保护，请去掉密码后上传',
    'The workbook has a password; remove it and upload again',
  ],
  SHEET_EXTERNAL_LINK: [
    422,
    '工作簿引用了其他文件，请断开链接后上传',
    'The workbook links to another file; break the link and upload again',
  ],
  SHEET_MACROS: [
    422,
    '工作簿含有宏，请另存为 .xlsx 后上传',
    'The workbook holds macros; save it as .xlsx without them',
  ],
  SHEET_MEMORY: [
    422,
    '读取工作簿所需内存过多，请拆分后上传',
    'Reading the workbook takes too much memory; split it',
  ],
  SHEET_NOT_TEXT: [
    400,
    '这不是 UTF-8 或 GB 18030 编码的文本文件，请另存后上传',
    'This is no text in UTF-8 or GB 18030; save it anew and upload it again',
  ],
  SHEET_NOT_XLSX: [
    400,
    '这不是 .xlsx 工作簿，请用模板填写',
    'This is no .xlsx workbook; fill in the template',
  ],
  SHEET_OLD_XLS: [
    400,
    '这是旧版 .xls 文件，请另存为 .xlsx 后上传',
    'This is an old .xls file; save it as .xlsx',
  ],
  SHEET_TIMEOUT: [
    422,
    '读取工作簿超时，请拆分后上传',
    'Reading the workbook takes too long; split it',
  ],
  SHEET_TOO_LARGE: [422, '文件过大，请拆分后上传', 'The file is too large; split it'],
  SHEET_TOO_MANY_PARTS: [
    422,
    '工作簿包含的部件过多，请另存后重新上传',
    'The workbook has too many parts; save it anew and upload it again',
  ],
  SHEET_TOO_MANY_ROWS: [
    422,
    '行数超出上限，请拆分后上传',
    'There are too many rows; split the workbook',
  ],
  SHEET_TOO_MANY_STRINGS: [
    422,
    '工作簿中的文字过多，请拆分后上传',
    'The workbook holds too many texts; split it',
  ],
  SHEET_TOO_WIDE: [
    422,
    '列数超出上限，请删去多余的列',
    'There are too many columns; remove those not needed',
  ],
  SHEET_UNKNOWN: [422, '工作簿中没有这张工作表', 'There is no such sheet in the workbook'],
  SHEET_ZIP_BOMB: [422, '工作簿解压后过大，不予读取', 'The workbook is too large once opened'],
  SHEET_ZIP_PATHS: [
    400,
    '工作簿内部的文件名不正常，不予读取',
    'The names inside the workbook are not those of one; it is not read',
  ],
};
