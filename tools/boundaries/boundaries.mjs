/** Who may import whom, as Nx tags. Each line is proved by a deliberately bad import (boundaries.spec.ts). */
const BELOW_DOMAINS = ['type:contract', 'type:rules', 'type:platform'];

export const BOUNDARIES = [
  ['type:contract', []],
  ['type:rules', ['type:contract']],

  ['type:platform', ['type:contract', 'type:rules']],
  ['domain:identity', BELOW_DOMAINS],
  ['domain:assessment', BELOW_DOMAINS],
  ['domain:organisation', [...BELOW_DOMAINS, 'domain:identity']],
  ['domain:learning', [...BELOW_DOMAINS, 'domain:organisation', 'domain:assessment']],
  [
    'domain:enrolment',
    [...BELOW_DOMAINS, 'domain:learning', 'domain:organisation', 'domain:assessment'],
  ],
  ['domain:certification', [...BELOW_DOMAINS, 'domain:learning', 'domain:organisation']],
  ['domain:reporting', BELOW_DOMAINS],
  ['domain:notification', BELOW_DOMAINS],
  [
    'type:server-app',
    [
      ...BELOW_DOMAINS,
      ...[
        'identity',
        'assessment',
        'organisation',
        'learning',
        'enrolment',
        'certification',
        'reporting',
        'notification',
      ].map((domain) => `domain:${domain}`),
    ],
  ],
  [
    'type:demo',
    [
      ...BELOW_DOMAINS,
      'type:server-app',
      ...['identity', 'assessment', 'organisation', 'learning', 'enrolment', 'certification'].map(
        (domain) => `domain:${domain}`,
      ),
    ],
  ],
  [
    'type:server-process',
    ['type:platform', 'type:server-app', 'type:demo', 'domain:assessment', 'type:contract'],
  ],

  ['type:web-ui', ['type:contract', 'type:rules']],
  ['type:web-api', ['type:contract', 'type:rules', 'type:web-ui']],
  ['type:web-feature', ['type:contract', 'type:rules', 'type:web-ui', 'type:web-api']],
  [
    'type:web-app',
    ['type:contract', 'type:rules', 'type:web-ui', 'type:web-api', 'type:web-feature'],
  ],
  ['type:e2e', ['type:contract']],
].map(([sourceTag, onlyDependOnLibsWithTags]) => ({ sourceTag, onlyDependOnLibsWithTags }));
