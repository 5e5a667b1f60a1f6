/** The house's own lint rules. */
export const houseRules = {
  rules: {
    'opens-with-its-room': {
      meta: {
        type: 'suggestion',
        messages: { missing: 'A file opens with a sentence saying what room it is.' },
      },
      create: (context) => ({
        Program(node) {
          const [first] = context.sourceCode.getAllComments();
          const opens = first && first.loc.start.line <= 2 && first.value.trim().length > 10;
          if (!opens) context.report({ node, messageId: 'missing', loc: { line: 1, column: 0 } });
        },
      }),
    },
  },
};
