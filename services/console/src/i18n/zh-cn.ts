// The words of the console in a language, one folder an area; no word stands in two. Some areas come with their screens
// (setup.ts); the applicant's page has its own.
import common from './common/zh-CN.json';
import rollup from './rollup/zh-CN.json';
import unions from './unions/zh-CN.json';
import members from './members/zh-CN.json';
import links from './links/zh-CN.json';
import work from './work/zh-CN.json';
import imports from './imports/zh-CN.json';
import money from './money/zh-CN.json';
import funds from './funds/zh-CN.json';
import my from './my/zh-CN.json';
import payments from './payments/zh-CN.json';
import competitions from './competitions/zh-CN.json';
import trace from './trace/zh-CN.json';
import honours from './honours/zh-CN.json';
import innovation from './innovation/zh-CN.json';

export default {
  ...common,
  ...rollup,
  ...unions,
  ...members,
  ...links,
  ...work,
  ...imports,
  ...money,
  ...funds,
  ...my,
  ...payments,
  ...trace,
  ...competitions,
  ...honours,
  ...innovation,
};
