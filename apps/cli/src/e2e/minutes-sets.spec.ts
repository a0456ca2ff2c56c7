import { systemClock } from '@liggare/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

interface Decision {
  readonly proceedings: {
    readonly adjusted?: { readonly on: string; readonly immediate: boolean; readonly adjustmentId?: string };
    readonly notices: readonly { readonly noticeId: string; readonly takenDownOn?: string }[];
  };
  readonly points: readonly [{ readonly legalForce: { status: string; lastAppealDay?: string; gainedOn?: string } }];
}

describe('minutes adjusted and announced in sets of paragraphs, over HTTP', () => {
  let running: RunningRegister;
  let meeting: string;
  /** By paragraph. */
  const decisions: Record<string, string> = {};

  beforeAll(async () => {
    running = await runRegister(systemClock);
    meeting = (await post('/v1/meetings', { organ: {}, date: '2024-04-15' })).location;
    for (const paragraph of ['§ 12', '13', '14']) await decide(paragraph);
  }, 60_000);

  afterAll(() => running.stop());

  async function post(path: string, body: object): Promise<{ location: string; body: Record<string, unknown> }> {
    const response = await running.post(path, body);
    const answered = (await response.json()) as Record<string, unknown>;
    expect([path, response.ok, answered]).toEqual([path, true, expect.anything()]);
    return { location: response.headers.get('location') ?? '', body: answered };
  }

  async function decide(paragraph: string): Promise<void> {
    const decision = { instrument: 'meeting', outcome: 'adopted', decidedOn: '2024-04-15', confidence: 'certain' };
    const points = [{ number: 1, kind: 'other', text: 'Bifall' }];
    const meetingId = meeting.split('/').at(-1);
    decisions[paragraph] = (await post('/v1/decisions', { ...decision, meetingId, paragraph, points })).location;
  }

  const read = async (paragraph: string, query = '') =>
    (await (await running.get(decisions[paragraph]! + query)).json()) as Decision;

  /** The decision, when the policy has made it so. */
  async function until(paragraph: string, holds: (decision: Decision) => boolean): Promise<Decision> {
    for (;;) {
      const decision = await read(paragraph);
      if (holds(decision)) return decision;
      await pause(20);
    }
  }

  const force = ({ points: [{ legalForce }] }: Decision) => legalForce;
  const gained = (decision: Decision) => force(decision).gainedOn !== undefined;

  it('told once each, they reach every decision of the set, edge case 8', async () => {
    const atOnce = { paragraphs: ['12', '14–20'], on: '2024-04-15', immediate: true };
    const first = await post(`${meeting}/adjustments`, atOnce);
    const rest = await post(`${meeting}/adjustments`, { on: '2024-04-24', immediate: false });
    const [atOnceId, restId] = [first, rest].map(({ location }) => location.split('/').at(-1));
    await post(`${meeting}/notices`, { adjustmentId: atOnceId, on: '2024-04-16', statedLastDay: '2024-05-06' });
    const { body } = await post(`${meeting}/notices`, { adjustmentId: restId, on: '2024-04-25' });
    expect(body).toMatchObject({
      adjustments: [{ paragraphs: ['12', '14–20'], immediate: true }, { on: '2024-04-24' }],
      notices: [{ lastAppealDay: '2024-05-07', statedLastDay: '2024-05-06' }, { lastAppealDay: '2024-05-16' }],
    });
    const [of12, of13, of14] = [await until('§ 12', gained), await until('13', gained), await until('14', gained)];
    expect([of12, of13, of14].map(({ proceedings }) => proceedings.adjusted)).toMatchObject([
      { on: '2024-04-15', immediate: true, adjustmentId: atOnceId },
      { on: '2024-04-24', immediate: false, adjustmentId: restId },
      { on: '2024-04-15', immediate: true },
    ]);
    expect(force(of12)).toMatchObject({ lastAppealDay: '2024-05-07', gainedOn: '2024-05-08', differs: true });
    expect(force(of13)).toMatchObject({ lastAppealDay: '2024-05-16', gainedOn: '2024-05-17' });
  });

  it('reach a decision that is registered afterwards, and the trail says why', async () => {
    await decide('18');
    expect(force(await until('18', gained)).gainedOn).toBe('2024-05-08');
    await running.register.readModels.waitFor(await running.register.store.head(), 30_000);
    const response = await running.get('/v1/audit/events?actor=policy:minutes-reach-decisions&limit=200');
    const { items } = (await response.json()) as { items: readonly { type: string; stream: string }[] };
    const id = decisions['18']!.split('/').at(-1)!;
    const written = items.filter((item) => JSON.stringify(item).includes(id));
    expect(written.map(({ type }) => type).sort()).toEqual(['MinutesAdjusted', 'NoticePosted']);
    const list = await running.get('/v1/legal-force?gainedFrom=2024-05-08&gainedTo=2024-05-09');
    const { items: points } = (await list.json()) as { items: readonly { decisionId: string }[] };
    expect(points.map(({ decisionId }) => decisionId)).toContain(id);
  });

  it('follow when a notice is taken down early and another is put up, edge case 6', async () => {
    const { notices } = (await (await running.get(meeting)).json()) as { notices: readonly { noticeId: string }[] };
    const noticeId = notices[0]!.noticeId;
    await post(`${meeting}/notices/${noticeId}/removals`, { on: '2024-04-20' });
    const broken = await until('14', (decision) => !gained(decision));
    expect(force(broken).status).toBe('notice-broken');
    await post(`${meeting}/notices`, { paragraphs: ['12', '14–20'], on: '2024-04-22', replaces: noticeId });
    expect(force(await until('18', gained)).gainedOn).toBe('2024-05-14');
    expect(force(await until('§ 12', gained)).gainedOn).toBe('2024-05-14');
  });

  it('reach a delegated decision by the paragraph in which it was reported, edge case 39', async () => {
    const decision = { instrument: 'delegated', outcome: 'adopted', decidedOn: '2024-04-02', confidence: 'certain' };
    const points = [{ number: 1, kind: 'other', text: 'Bifall' }];
    decisions['40'] = (await post('/v1/decisions', { ...decision, points })).location;
    const reported = { on: '2024-04-15', meetingId: meeting.split('/').at(-1), paragraph: '40' };
    await post(`${decisions['40']}/reports`, reported);
    const adjusted = (each: Decision) => each.proceedings.adjusted?.on === '2024-04-24';
    expect(force(await until('40', (each) => adjusted(each) && gained(each))).gainedOn).toBe('2024-05-17');
    await post(`${meeting}/notices`, { paragraphs: ['§ 40'], on: '2024-04-24' });
    expect(force(await until('40', (each) => force(each).gainedOn !== '2024-05-17')).gainedOn).toBe('2024-05-16');
  });

  it('follow a correction, and what was known before stays readable, edge case 10', async () => {
    const before = await running.register.store.head();
    const { notices } = (await (await running.get(meeting)).json()) as { notices: readonly { noticeId: string }[] };
    const path = `${meeting}/notices/${notices[1]!.noticeId}/registration-corrections`;
    await post(path, { on: '2024-04-26', reason: 'Fel dag' });
    expect(force(await until('13', (each) => force(each).gainedOn === '2024-05-18'))).toMatchObject({
      lastAppealDay: '2024-05-17',
    });
    expect(force(await read('13', `?knownAt=${before}`)).gainedOn).toBe('2024-05-17');
  });

  it('leave to a decision what is registered of it alone, and refuse to change there what is the meeting’s', async () => {
    await post(`${decisions['13']!}/adjustments`, { on: '2024-04-16', immediate: true });
    expect(await read('13')).toMatchObject({
      proceedings: { adjusted: { on: '2024-04-16' }, setAdjustment: { on: '2024-04-24' } },
    });
    await post(`${decisions['13']!}/adjustments/registration-errors`, { reason: 'Fel paragraf' });
    expect((await read('13')).proceedings.adjusted?.on).toBe('2024-04-24');
    const { noticeId } = (await read('13')).proceedings.notices[0]!;
    const refused = await running.post(`${decisions['13']!}/notices/${noticeId}/removals`, { on: '2024-05-20' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/noticeId', code: 'notice-of-meeting' }] });
  });
});
