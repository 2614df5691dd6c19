/** The import rules of the house: data flows one way, and each layer knows only the ones below it. */

const test = '(\\.test\\.ts$|^test/)';
const part = (name, others) => ({
  name: `${name}-stands-alone`,
  comment: 'Widget and worker meet in the room, worker and server over HTTP: they share only the contract.',
  severity: 'error',
  from: { path: `^${name}/`, pathNot: test },
  to: { path: `^(${others.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one concept, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@livekit/(.*)$' },
    },
    {
      name: 'contract-is-data',
      comment: 'The contract is read by every part, in browsers too: schemas, and nothing that drags a library along.',
      severity: 'error',
      from: { path: '^contract/', pathNot: test },
      to: { pathNot: ['^contract/', '^node_modules/zod/'] },
    },
    part('stack', ['server', 'agent-worker', 'widget', 'demo']),
    part('server', ['stack', 'agent-worker', 'widget', 'demo']),
    part('agent-worker', ['stack', 'server', 'widget', 'demo']),
    part('widget', ['stack', 'server', 'agent-worker', 'demo']),
    part('demo', ['stack', 'server', 'agent-worker']),
    {
      name: 'production-does-not-import-tests',
      severity: 'error',
      from: { pathNot: test },
      to: { path: test },
    },
    {
      name: 'rule-is-pure',
      comment: 'A `-rule` file decides from its arguments alone; of the records it decides on it knows the shapes.',
      severity: 'error',
      from: { path: '^server/.*-rule\\.ts$' },
      to: {
        pathNot: [
          '-rule\\.ts$',
          '-record\\.ts$',
          '^server/orders/order\\.ts$',
          '^contract/',
          '^server/store-profile/',
          '^server/policy/',
        ],
      },
    },
    {
      name: 'table-is-sql',
      comment: 'A `-table` file is SQL for one table: it knows no feature.',
      severity: 'error',
      from: { path: '^server/.*-table\\.ts$' },
      to: { path: '^server/', pathNot: ['^server/database/', '-table\\.ts$', '-record\\.ts$'] },
    },
    {
      name: 'routes-do-not-touch-tables',
      comment: 'A `-routes` file is HTTP: it calls verbs, and verbs use tables.',
      severity: 'error',
      from: { path: '^server/.*-routes\\.ts$' },
      to: { path: '-table\\.ts$' },
    },
    {
      name: 'widget-takes-types-of-the-contract',
      comment: 'zod must not reach the page; the room vocabulary is plain constants.',
      severity: 'error',
      from: { path: '^widget/', pathNot: test },
      to: { path: '^contract/', pathNot: '^contract/room\\.ts$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
