import { formatCheckpoint } from '@liggare/evidence';
import { minutesLines } from './minutes-lines.js';

it('lines for minutes are the checkpoint itself, and say how many events it fixes', () => {
  const text = formatCheckpoint({ origin: 'log.example/x', size: 12, root: Buffer.alloc(32, 1) });
  const { lines, sv, en } = minutesLines(text);
  expect(`${lines.join('\n')}\n`).toBe(text);
  expect(sv).toContain('12 händelser');
  expect(en).toContain('12 events');
});
