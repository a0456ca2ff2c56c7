import { findPersonalIdentityNumbers } from './personal-identity-number.mjs';

/** ESLint rule: no personal identity number anywhere in a source file, be it code, string or comment. */
export const noPersonalIdentityNumber = {
  meta: {
    type: 'problem',
    docs: { description: 'refuse personal identity numbers in source' },
    messages: { found: 'This is a valid personal identity number. Use an opaque id; the register never holds these.' },
    schema: [],
  },
  create({ sourceCode, report }) {
    return {
      Program() {
        for (const { index, length } of findPersonalIdentityNumbers(sourceCode.text)) {
          const loc = { start: sourceCode.getLocFromIndex(index), end: sourceCode.getLocFromIndex(index + length) };
          report({ loc, messageId: 'found' });
        }
      },
    };
  },
};
