import { specificationId as id, specificationOf } from '@liggare/kernel';
import { importAggregate } from './import.js';

const given = specificationOf(importAggregate);
const importId = id(900);
const about = { content: 'persons', format: 'csv', template: 1, sha256: 'ab', rows: 2 } as const;
const registered = { type: 'ImportRegistered', data: { importId, ...about } } as const;
const checked = (errors: number) =>
  ({ type: 'ImportChecked', data: { importId, rows: 2, errors, warnings: 1 } }) as const;
const started = { type: 'ImportStarted', data: { importId } } as const;
const executed = { type: 'ImportExecuted', data: { importId, rows: 2, events: 3 } } as const;
const failed = { type: 'ImportFailed', data: { importId, row: 2, rule: 'seat-taken' } } as const;
const reversing = { type: 'ReversalStarted', data: { importId } } as const;

describe('an import, edge case 62', () => {
  it('is registered once, tried as often as one likes, and executed once', () => {
    given()
      .when({ type: 'RegisterImport', importId, ...about })
      .then(registered);
    given(registered)
      .when({ type: 'RegisterImport', importId, ...about })
      .thenRefused('already-exists');
    given(registered, checked(1)).when({ type: 'RecordCheck', rows: 2, errors: 0, warnings: 1 }).then(checked(0));
    given(registered, checked(0)).when({ type: 'StartExecution' }).then(started);
    given(registered, checked(0), started).when({ type: 'StartExecution' }).then();
    given(registered, checked(0), started).when({ type: 'RecordExecution', rows: 2, events: 3 }).then(executed);
    given(registered, checked(0), started, executed).when({ type: 'RecordExecution', rows: 2, events: 3 }).then();
  });

  it('is not executed untried or with an error', () => {
    given(registered).when({ type: 'StartExecution' }).thenRefused('not-checked');
    given(registered, checked(1)).when({ type: 'StartExecution' }).thenRefused('import-has-errors');
    given(registered, checked(0), started)
      .when({ type: 'RecordCheck', rows: 2, errors: 0, warnings: 0 })
      .thenRefused('already-started');
  });

  it('is reversed as a set once it is executed; a failed one by itself', () => {
    given(registered, checked(0)).when({ type: 'StartReversal' }).thenRefused('not-executed');
    given(registered, checked(0), started, executed).when({ type: 'StartReversal' }).then(reversing);
    given(registered, checked(0), started, executed, reversing)
      .when({ type: 'RecordReversal', events: 3, kept: 0 })
      .then({ type: 'ImportReversed', data: { importId, events: 3, kept: 0 } });
    given(registered, checked(0), started).when({ type: 'RecordFailure', row: 2, rule: 'seat-taken' }).then(failed);
    given(registered, checked(0), started, failed)
      .when({ type: 'RecordReversal', events: 1, kept: 0 })
      .then({ type: 'ImportReversed', data: { importId, events: 1, kept: 0 } });
    given(registered, checked(0), started, executed)
      .when({ type: 'RecordReversal', events: 3, kept: 0 })
      .thenRefused('not-reversing');
  });
});
