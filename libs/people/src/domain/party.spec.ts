import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { PartyEvent } from './party-events.js';
import { presentParty } from './party-view.js';
import { partyAggregate } from './party.js';

const given = specificationOf(partyAggregate);
const day = civilDate;
const partyId = specificationId(100);
const nameId = specificationId(101);
const dissolutionId = specificationId(102);
const other = specificationId(200);

const registered: PartyEvent = {
  type: 'PartyRegistered',
  data: { partyId, nameId, name: 'Folkpartiet', abbreviation: 'FP' },
};
const renamed: PartyEvent = {
  type: 'PartyRenamed',
  data: { partyId, nameId: specificationId(0), name: 'Liberalerna', abbreviation: 'L', from: day('2015-11-22') },
};
const dissolved: PartyEvent = {
  type: 'PartyDissolved',
  data: { partyId, dissolutionId, on: partialDate('2022') },
};

describe('a party, edge case 20', () => {
  it('is registered with its name in clear', () => {
    given()
      .when({ type: 'RegisterParty', partyId, name: 'Drevvikenpartiet ', abbreviation: 'DP', from: day('1998-01-01') })
      .then({
        type: 'PartyRegistered',
        data: {
          partyId,
          nameId: specificationId(0),
          name: 'Drevvikenpartiet',
          abbreviation: 'DP',
          from: day('1998-01-01'),
        },
      });
    given(registered).when({ type: 'RegisterParty', partyId, name: 'X' }).thenRefused('already-exists');
    given()
      .when({ type: 'DissolveParty', on: partialDate('2022') })
      .thenRefused('not-registered');
  });

  it('is the same party under another name', () => {
    given(registered)
      .when({ type: 'RenameParty', name: 'Liberalerna', abbreviation: 'L', from: day('2015-11-22') })
      .then(renamed);
    const { state } = given(registered, renamed);
    expect(presentParty(state, day('2015-11-21'))).toMatchObject({ name: 'Folkpartiet', abbreviation: 'FP' });
    expect(presentParty(state, day('2015-11-22'))).toMatchObject({ id: partyId, name: 'Liberalerna' });
  });

  it('has a wrong name corrected, with the reason sealed', () => {
    given(registered)
      .when({ type: 'CorrectPartyName', nameId, name: 'Folkpartiet liberalerna', reason: 'felskrivet av N.N.' })
      .then({
        type: 'PartyNameCorrected',
        data: {
          partyId,
          corrects: nameId,
          name: 'Folkpartiet liberalerna',
          reason: personal(partyId, 'felskrivet av N.N.'),
        },
      });
    given(registered)
      .when({ type: 'CorrectPartyName', nameId: other, name: 'X' })
      .thenRefused('unknown-name', '/nameId');
  });

  it('loses the abbreviation when the correction has none', () => {
    const { state } = given(registered, {
      type: 'PartyNameCorrected',
      data: { partyId, corrects: nameId, name: 'Folkpartiet liberalerna' },
    });
    expect(presentParty(state, day('2000-01-01'))).not.toHaveProperty('abbreviation');
  });

  it('is dissolved on a day that may be known only in part', () => {
    given(registered)
      .when({ type: 'DissolveParty', on: partialDate('2022') })
      .then({ ...dissolved, data: { ...dissolved.data, dissolutionId: specificationId(0) } });
    const dead = given(registered, dissolved);
    dead.when({ type: 'DissolveParty', on: partialDate('2022') }).thenNothing();
    dead.when({ type: 'DissolveParty', on: partialDate('2023') }).thenRefused('already-dissolved');
    expect(presentParty(dead.state, day('2021-12-31'))).not.toHaveProperty('dissolution');
    expect(presentParty(dead.state, day('2022-01-01'))).toHaveProperty('dissolution');
  });

  it('has a dissolution corrected or retracted', () => {
    const dead = given(registered, dissolved);
    dead.when({ type: 'CorrectDissolution', dissolutionId, on: partialDate('2022-12-31') }).then({
      type: 'PartyDissolutionCorrected',
      data: { partyId, corrects: dissolutionId, on: partialDate('2022-12-31') },
    });
    dead
      .when({ type: 'RetractDissolution', dissolutionId })
      .then({ type: 'PartyDissolutionRetracted', data: { partyId, corrects: dissolutionId } });
    given(registered)
      .when({ type: 'RetractDissolution', dissolutionId })
      .thenRefused('unknown-dissolution', '/dissolutionId');
  });

  it('goes on in others: several successors after a split', () => {
    const link = (n: number): PartyEvent => ({
      type: 'PartySuccessorLinked',
      data: {
        partyId,
        successionId: specificationId(n),
        successorId: specificationId(200 + n),
        kind: 'split',
        from: day('2022-01-01'),
      },
    });
    given(registered)
      .when({ type: 'LinkSuccessor', successorId: other, kind: 'split', from: day('2022-01-01') })
      .then(link(0));
    const { state } = given(registered, link(0), link(1));
    expect(presentParty(state, day('2021-12-31')).successors).toHaveLength(0);
    expect(presentParty(state, day('2022-01-01')).successors).toHaveLength(2);
    given(registered, link(0), link(1))
      .when({ type: 'RetractSuccessor', successionId: specificationId(1) })
      .then({ type: 'PartySuccessorRetracted', data: { partyId, corrects: specificationId(1) } });
    given(registered)
      .when({ type: 'RetractSuccessor', successionId: specificationId(1) })
      .thenRefused('unknown-succession', '/successionId');
  });

  it('cannot succeed itself', () => {
    given(registered)
      .when({ type: 'LinkSuccessor', successorId: partyId, kind: 'merger' })
      .thenRefused('succeeds-itself', '/successorId');
  });
});
