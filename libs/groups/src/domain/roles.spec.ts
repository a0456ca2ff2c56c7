import { specificationOf } from '@liggare/kernel';
import { BASIS, date, day, ended, established, id, member } from '../testing/given-events.js';
import { compositionOf } from './composition-of-state.js';
import type { GroupEvent } from './events.js';
import { groupAggregate } from './group.js';

const given = specificationOf(groupAggregate);
const chair = (from: string, to?: string): GroupEvent => ({
  type: 'RoleAssigned',
  data: {
    roleId: id(40),
    appointmentId: id(1),
    role: 'chair',
    from: day(from),
    ...(to === undefined ? {} : { to: day(to) }),
  },
});

describe('roles inside seats, edge case 29', () => {
  it('lie inside the appointment', () => {
    const assign = (from: string, to?: string) =>
      ({
        type: 'AssignRole',
        appointmentId: id(1),
        role: 'chair',
        from: day(from),
        ...(to === undefined ? {} : { to: day(to) }),
      }) as const;
    const seat = [established(), member(1, { from: '2023-02-13', to: '2025-01-01' })] as const;
    given(...seat)
      .when(assign('2023-02-13', '2025-01-01'))
      .then({
        type: 'RoleAssigned',
        data: { roleId: id(0), appointmentId: id(1), role: 'chair', from: day('2023-02-13'), to: day('2025-01-01') },
      });
    given(...seat)
      .when(assign('2023-02-12'))
      .thenRefused('role-outside-appointment', '/from');
    given(...seat)
      .when(assign('2025-01-01'))
      .thenRefused('role-outside-appointment', '/from');
    given(...seat)
      .when(assign('2024-01-01', '2025-01-02'))
      .thenRefused('role-outside-appointment', '/to');
    given(...seat)
      .when(assign('2024-01-01', '2024-01-01'))
      .thenRefused('from-not-before-to');
    given(established()).when(assign('2024-01-01')).thenRefused('unknown-appointment');
  });

  it('end without the seat', () => {
    given(established(), member(1), chair('2023-02-13'))
      .when({ type: 'EndRole', appointmentId: id(1), role: 'chair', on: day('2025-03-01'), basis: BASIS })
      .then({ type: 'RoleEnded', data: { roleId: id(40), appointmentId: id(1), on: day('2025-03-01'), basis: BASIS } });
  });

  it('end with the seat at the latest, derived', () => {
    const { state } = given(established(), member(1), chair('2023-02-13'), ended(1, '2024-01-19', 'died'));
    const rolesOn = (text: string) => compositionOf('', state, day(text))!.members.holders.flatMap((h) => h.roles);
    expect(rolesOn('2024-01-18')).toEqual([{ role: 'chair', from: '2023-02-13', to: '2024-01-19' }]);
    expect(rolesOn('2024-01-19')).toEqual([]);
    expect(state.appointments[0]?.roles).toMatchObject([{ from: '2023-02-13' }]);
  });

  it('are not held twice at once by one holder, but one after the other', () => {
    const again = { type: 'AssignRole', appointmentId: id(1), role: 'chair', from: day('2025-01-01') } as const;
    given(established(), member(1), chair('2023-02-13')).when(again).thenRefused('role-held', '/role');
    given(established(), member(1), chair('2023-02-13', '2024-01-01'))
      .when(again)
      .then({
        type: 'RoleAssigned',
        data: { roleId: id(0), appointmentId: id(1), role: 'chair', from: day('2025-01-01') },
      });
  });

  it('may be held by two at once: the register records it', () => {
    given(established(), member(1), member(2), chair('2023-02-13'))
      .when({ type: 'AssignRole', appointmentId: id(2), role: 'chair', from: day('2023-02-13') })
      .then({
        type: 'RoleAssigned',
        data: { roleId: id(0), appointmentId: id(2), role: 'chair', from: day('2023-02-13') },
      });
  });

  it('must be held to be ended, and end once', () => {
    const end = (on: string) => ({ type: 'EndRole', appointmentId: id(1), role: 'chair', on: day(on) }) as const;
    given(established(), member(1)).when(end('2024-01-01')).thenRefused('unknown-role');
    given(established(), member(1), chair('2023-02-13', '2024-01-01'))
      .when(end('2024-06-01'))
      .thenRefused('already-ended');
    given(established(), member(1), chair('2023-02-13', '2024-01-01')).when(end('2024-01-01')).thenNothing();
    given(established(), member(1), chair('2023-02-13'), ended(1, '2024-01-01'))
      .when(end('2024-06-01'))
      .thenRefused('already-ended');
  });

  it('ignore an unknown date of the seat', () => {
    given(established({ from: date('unknown') }), member(1, { from: 'unknown' }))
      .when({ type: 'AssignRole', appointmentId: id(1), role: 'chair', from: day('1999-01-01') })
      .then({
        type: 'RoleAssigned',
        data: { roleId: id(0), appointmentId: id(1), role: 'chair', from: day('1999-01-01') },
      });
  });
});
