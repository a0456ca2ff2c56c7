import { civilDate, partialDate, personal, specificationId, specificationOf, type EventOf } from '@liggare/kernel';
import type { RegisterProblem } from './problem-commands.js';
import type { CauseIdentified, ProblemRegistered } from './problem-events.js';
import { presentProblem } from './problem-view.js';
import { problemAggregate } from './problem.js';

const given = specificationOf(problemAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const problemId = id(900);
const basis = { decisionId: id(800), point: 2 };

const registered: EventOf<typeof ProblemRegistered> = {
  type: 'ProblemRegistered',
  data: {
    problemId,
    registrationId: id(901),
    title: 'Öppen drogförsäljning',
    areas: ['Skogås'],
    level: 'place',
    firstNoticed: partial('2022'),
  },
};
const cause: EventOf<typeof CauseIdentified> = {
  type: 'CauseIdentified',
  data: { problemId, causeId: id(902), text: 'Dålig belysning', factor: 'risk', from: partial('2023-01-01') },
};
const closed = (n: number, on: string) =>
  ({ type: 'ProblemClosed', data: { problemId, stepId: id(n), on: partial(on) } }) as const;

describe('a problem', () => {
  const register: RegisterProblem = {
    type: 'RegisterProblem',
    problemId,
    title: ' Öppen drogförsäljning ',
    areas: ['Skogås', 'Skogås '],
    level: 'place',
    firstNoticed: partial('2022'),
  };

  it('is registered once, with each area once; nothing happens to one there is not', () => {
    given()
      .when(register)
      .then({ type: 'ProblemRegistered', data: { ...registered.data, registrationId: id(0) } });
    given(registered).when(register).thenRefused('already-exists');
    given()
      .when({ type: 'CloseProblem', on: partial('2024') })
      .thenRefused('not-registered');
  });

  it('has a public summary beside a secret text, each in a field of its own: edge case 57', () => {
    const secret = 'Försäljningen leds från en namngiven adress';
    const publicSummary = 'Droger säljs öppet på torget';
    given()
      .when({ ...register, description: secret, publicSummary, secrecy: 'OSL 18 kap. 1 §' })
      .then({
        type: 'ProblemRegistered',
        data: {
          ...{ ...registered.data, registrationId: id(0), publicSummary, secrecy: 'OSL 18 kap. 1 §' },
          description: personal(problemId, secret),
        },
      });
    const stored = { ...registered.data, description: { _sd: 'x' }, publicSummary };
    const view = presentProblem(given({ ...registered, data: stored }).state, day('2024-01-01'));
    expect([view.description, view.publicSummary]).toEqual([{ _sd: 'x' }, publicSummary]);
  });

  it('has another content from a day on, and what a revision leaves out stays', () => {
    given(registered)
      .when({ type: 'ReviseProblem', from: day('2024-05-01'), areas: ['Vårby '], targetGroup: 'Unga', basis })
      .then({
        type: 'ProblemRevised',
        data: {
          ...{ problemId, revisionId: id(0), from: day('2024-05-01'), basis },
          ...{ areas: ['Vårby'], targetGroup: 'Unga' },
        },
      });
    given(registered)
      .when({ type: 'ReviseProblem', from: day('2024-05-01') })
      .thenNothing();
    const { state } = given(registered, {
      type: 'ProblemRevised',
      data: { problemId, revisionId: id(3), from: day('2024-05-01'), areas: ['Vårby'] },
    });
    expect(presentProblem(state, day('2024-04-30')).areas).toEqual(['Skogås']);
    expect(presentProblem(state, day('2024-05-01'))).toMatchObject({ areas: ['Vårby'], level: 'place' });
  });

  it('has causes, risk and protective factors, each with an id of its own', () => {
    given(registered)
      .when({ type: 'IdentifyCause', text: 'Närvarande vuxna', factor: 'protective', from: partial('2023'), basis })
      .then({
        type: 'CauseIdentified',
        data: {
          ...{ problemId, causeId: id(0), text: 'Närvarande vuxna', factor: 'protective' },
          ...{ from: partial('2023'), basis },
        },
      });
  });

  it('has a cause no longer when the analysis says otherwise', () => {
    const withdraw = { type: 'WithdrawCause', causeId: id(902), to: partial('2025-01-01') } as const;
    const withdrawn = {
      type: 'CauseWithdrawn',
      data: { problemId, causeId: id(902), to: partial('2025-01-01') },
    } as const;
    given(registered, cause)
      .when({ ...withdraw, reason: 'Ny kartläggning' })
      .then({ ...withdrawn, data: { ...withdrawn.data, reason: personal(problemId, 'Ny kartläggning') } });
    given(registered, cause, withdrawn).when(withdraw).thenNothing();
    given(registered).when(withdraw).thenRefused('unknown-cause', '/causeId');
    given(registered, cause)
      .when({ ...withdraw, to: partial('2022') })
      .thenRefused('from-after-to', '/to');
    const { state } = given(registered, cause, withdrawn);
    const causesOn = (text: string) => presentProblem(state, day(text)).causes.map(({ causeId }) => causeId);
    expect(['2022-12-31', '2023-01-01', '2024-12-31', '2025-01-01'].map(causesOn)).toEqual([
      [],
      [id(902)],
      [id(902)],
      [],
    ]);
  });

  it('is closed and reopened with dates', () => {
    given(registered)
      .when({ type: 'CloseProblem', on: partial('2024-06-01'), basis })
      .then({
        type: 'ProblemClosed',
        data: { problemId, stepId: id(0), on: partial('2024-06-01'), basis },
      });
    given(registered, closed(1, '2024-06-01'))
      .when({ type: 'ReopenProblem', on: partial('2025'), reason: 'Tillbaka' })
      .then({
        type: 'ProblemReopened',
        data: { problemId, stepId: id(0), on: partial('2025'), reason: personal(problemId, 'Tillbaka') },
      });
    const { state } = given(registered, closed(1, '2024-06-01'), {
      type: 'ProblemReopened',
      data: { problemId, stepId: id(2), on: partial('2025') },
    });
    const statusOn = (text: string) => presentProblem(state, day(text)).status;
    expect(['2021-12-31', '2022-01-01', '2024-06-01', '2025-01-01'].map(statusOn)).toEqual([
      undefined,
      'open',
      'closed',
      'open',
    ]);
  });

  it('is corrected fact by fact, each with its own fields', () => {
    const correct = (corrects: string) => ({ type: 'CorrectProblemRegistration', corrects }) as const;
    const corrected = (corrects: string, data: object) =>
      ({ type: 'ProblemRegistrationCorrected', data: { problemId, corrects, ...data } }) as const;
    const all = given(registered, cause, closed(903, '2024'));
    all
      .when({ ...correct(id(901)), title: 'Drogförsäljning', firstNoticed: partial('2021') })
      .then(corrected(id(901), { title: 'Drogförsäljning', firstNoticed: partial('2021') }));
    all.when({ ...correct(id(902)), factor: 'protective' }).then(corrected(id(902), { factor: 'protective' }));
    all.when({ ...correct(id(903)), on: partial('2025') }).then(corrected(id(903), { on: partial('2025') }));
    all.when({ ...correct(id(902)), withdrawn: true }).then(corrected(id(902), { withdrawn: true }));
    all.when(correct(id(902))).thenNothing();
    all.when({ ...correct(id(901)), withdrawn: true }).thenRefused('registration-stands', '/withdrawn');
    all.when({ ...correct(id(903)), title: 'X' }).thenRefused('no-such-field', '/title');
    all.when({ ...correct(id(902)), firstNoticed: partial('2021') }).thenRefused('no-such-field', '/firstNoticed');
    all.when({ ...correct(id(901)), on: partial('2021') }).thenRefused('no-such-field', '/on');
    all.when({ ...correct(id(901)), text: 'X' }).thenRefused('no-such-field', '/text');
    all.when(correct(id(999))).thenRefused('unknown-fact', '/corrects');
    const after = given(
      ...[registered, cause, closed(903, '2024')],
      corrected(id(901), { title: 'Drogförsäljning', firstNoticed: partial('2021') }),
      corrected(id(902), { text: 'Mörka stråk' }),
      corrected(id(903), { on: partial('2025') }),
    ).state;
    expect([after.registered.title, after.firstNoticed, after.causes[0]?.text, after.steps[0]?.on]).toEqual([
      'Drogförsäljning',
      '2021',
      'Mörka stråk',
      '2025',
    ]);
    const without = given(registered, cause, corrected(id(902), { withdrawn: true })).state;
    expect(without.causes).toEqual([]);
  });
});
