// The words of the console in a language, one folder an area; no word stands in two. Some areas come with their screens
// (setup.ts); the applicant's page has its own.
import common from './common/en.json';
import rollup from './rollup/en.json';
import unions from './unions/en.json';
import members from './members/en.json';
import links from './links/en.json';
import work from './work/en.json';
import imports from './imports/en.json';
import money from './money/en.json';
import funds from './funds/en.json';
import my from './my/en.json';
import payments from './payments/en.json';
import competitions from './competitions/en.json';
import trace from './trace/en.json';
import honours from './honours/en.json';
import innovation from './innovation/en.json';

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
