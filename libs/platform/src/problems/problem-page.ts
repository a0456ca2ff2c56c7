import { PROBLEMS, type ProblemCode } from './catalogue.js';

/** A page for people about one kind of problem; plain, because the API lets no page fetch or style anything. */
export function problemPage(code: ProblemCode): string {
  const { status, sv, en, help } = PROBLEMS[code];
  return `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>${sv} · ${en}</title></head>
<body>
<h1>${sv}</h1>
<p>${help.sv}</p>
<div lang="en">
<h2>${en}</h2>
<p>${help.en}</p>
</div>
<p><code>${code}</code> · HTTP ${status} · <a href="/docs">API</a></p>
</body>
</html>
`;
}
