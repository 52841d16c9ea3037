import type { Texts } from './text.ts';

/** What is published before it stands (domain §3.10), and papers of records. */
export const WELFARE_NOTICES: Texts = {
  ATTACHMENT_CHANGED: [422, '材料与登记时不一致', 'The paper is not what was kept'],
  ATTACHMENT_UNKNOWN: [404, '没有这份材料', 'There is no such paper'],
  NOTICE_CATEGORY_UNKNOWN: [
    400,
    '该类公示没有这个类别',
    'A notice of that kind has no such category',
  ],
  NOTICE_COLUMN_FORBIDDEN: [
    422,
    '公示只能显示姓名（脱敏）、工会、类别和金额',
    'A notice shows the masked name, the union, the category and the amount, nothing else',
  ],
  NOTICE_COLUMN_MISSING: [422, '公示模板应有姓名和工会', 'A template has the name and the union'],
  NOTICE_COLUMN_TWICE: [422, '同一栏目重复出现', 'A column is there twice'],
  NOTICE_DATE_WRONG: [
    422,
    '时间不能早于异议提出，也不能晚于现在',
    'It is before the objection, or has not come',
  ],
  NOTICE_MISSING: [422, '尚未公示', 'Nothing of it was shown'],
  NOTICE_OBJECTION_UNKNOWN: [
    404,
    '没有这件待答复的异议',
    'There is no such objection without an answer',
  ],
  NOTICE_SHOWN: [422, '该事项已在该范围公示', 'It is shown there already'],
  NOTICE_START_WRONG: [
    422,
    '公示起始日不能晚于今天；网上公示自发布之日起算',
    'It does not begin after today; online it begins on the day it is put there',
  ],
  NOTICE_TEXT_FORBIDDEN: [
    422,
    '公示标题含有不得公开的内容',
    'The heading has what must not be public',
  ],
  NOTICE_UNKNOWN: [404, '没有这件公示', 'There is no such notice'],
  NOTICE_WITHDRAWN: [422, '该公示已撤回', 'The notice was withdrawn'],
  PAPERS_BUSY: [
    429,
    '正在处理的图片较多，请稍后再传',
    'Many pictures are being read; try again soon',
  ],
  PAPERS_TOO_MANY: [422, '该记录的材料已达上限', 'The record has as many papers as it may have'],
  PAPER_ACTIVE: [
    422,
    'PDF 含有脚本、附件或自动操作，请另存为普通 PDF 或拍照',
    'The PDF does something when it is opened; save it plainly, or photograph it',
  ],
  PAPER_BROKEN: [
    422,
    '文件已损坏，请重新拍摄或导出',
    'The file is broken; photograph or export it again',
  ],
  PAPER_LOCKED: [
    422,
    'PDF 已加密或无法检查，请另存为普通 PDF 或拍照',
    'The PDF cannot be looked into; save it plainly, or photograph it',
  ],
  PAPER_TOO_LARGE: [422, '文件过大', 'The file is too large'],
  PAPER_TOO_MANY_PIXELS: [422, '图片尺寸过大', 'The picture has too many pixels'],
  PAPER_TOO_SLOW: [
    422,
    '图片无法在限定时间内处理，请重新拍摄',
    'The picture cannot be read in the time there is; photograph it again',
  ],
  PAPER_TYPE_UNKNOWN: [422, '只接受 JPEG、PNG 图片和 PDF', 'Only JPEG, PNG and PDF are taken'],
};
