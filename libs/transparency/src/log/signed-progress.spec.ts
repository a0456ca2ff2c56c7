import { TestLog } from '../testing/test-log.js';
import { SignedProgress } from './signed-progress.js';

describe('waiting for a receipt', () => {
  it('ends when the event is signed, at once when it was, and with the time when it is not', async () => {
    const log = await TestLog.open();
    try {
      const progress = new SignedProgress(log.database);
      await log.record(3);
      const waiting = [progress.waitFor(2n, 20_000), progress.waitFor(3n, 20_000)];
      expect(await progress.waitFor(3n, 20)).toBe(false);
      await log.sequence();
      expect(await Promise.all(waiting)).toEqual([true, true]);
      expect(await progress.waitFor(1n, 0)).toBe(true);
      expect(await progress.waitFor(4n, 20)).toBe(false);
    } finally {
      await log.close();
    }
  });
});
