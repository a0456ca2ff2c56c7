import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The project's own configuration, without the rules that need types: the text that is tried belongs to no program.
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: join(root, 'eslint.config.mjs'),
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

/** @returns the rules that `code` breaks as if it stood in the file `path`, each with its line and its reason */
export async function lintText(path, code) {
  const [{ messages }] = await eslint.lintText(code, { filePath: join(root, path) });
  return messages
    .filter(({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars' && ruleId !== 'no-unused-vars')
    .map(({ ruleId, line, message }) => ({ rule: ruleId, line, message }));
}
