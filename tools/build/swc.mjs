/** The room of the one way in which server TypeScript becomes JavaScript; build and tests share it. */

/** Decorator metadata is what Nest's injection and TypeORM's columns read. */
export const SWC = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
