import { appendingContract } from './appending.contract.js';
import { concurrencyContract } from './concurrency.contract.js';
import { contentContract } from './content.contract.js';
import { readingContract } from './reading.contract.js';
import type { StoreUnderTest } from './store-under-test.js';
import { subscribingContract } from './subscribing.contract.js';

/**
 * What every event store must do, as tests: call it in a spec of the store. The whole takes less than a minute.
 * @param setup makes an empty log; called before every test, closed after it
 */
export function describeEventStore(name: string, setup: () => Promise<StoreUnderTest>): void {
  describe(`the event store ${name}`, () => {
    let tested: StoreUnderTest | undefined;
    const current = () => {
      if (!tested) throw new Error('there is a store only while a test runs');
      return tested;
    };

    beforeEach(async () => {
      tested = await setup();
    }, 30_000);

    afterEach(async () => {
      await tested?.close();
      tested = undefined;
    }, 30_000);

    appendingContract(current);
    readingContract(current);
    contentContract(current);
    subscribingContract(current);
    concurrencyContract(current);
  });
}
