import { derivedId, isCivilDate, withoutUndefined, type PartialDate } from '@liggare/kernel';
import { dayAfter } from './dates.js';
import { lineCommandId, type Line } from './line.js';
import { textIn, type PopoloFields, type PopoloObject } from './popolo-fields.js';
import type { PopoloWorld } from './popolo.js';

const SUBSTITUTE = /ersättare|suppleant|substitute|alternate|deputy member/i;
const VICE = /vice|deputy/i;
const CHAIR = /ordförande|chair|president/i;

/** The nth post of an organization is its nth seat, members and substitutes apart. */
export function seatsOf(posts: readonly PopoloObject[]): PopoloWorld['seats'] {
  const taken = new Map<string, number>();
  return new Map(
    posts.map((post) => {
      const role = `${textIn(post, 'role')} ${textIn(post, 'label')}`;
      const key = `${String(post['organization_id'])} ${SUBSTITUTE.test(role)}`;
      const seat = (taken.get(key) ?? 0) + 1;
      taken.set(key, seat);
      return [String(post['id']), { seat, role }];
    }),
  );
}

/** Membership of a party is an affiliation; of anything else, an appointment. */
export function membershipLines(fields: PopoloFields, world: PopoloWorld, row: number): Line[] {
  const personId = world.persons.get(fields.required('person_id'));
  const organization = fields.required('organization_id');
  const [partyId, groupId] = [world.parties.get(organization), world.groups.get(organization)];
  if (personId === undefined) fields.broken('person_id', 'unknown-reference');
  if (partyId === undefined && groupId === undefined) fields.broken('organization_id', 'unknown-reference');
  if (personId === undefined) return [];
  if (partyId !== undefined) return affiliationLines(fields, world.importId, row, { personId, partyId });
  return groupId === undefined ? [] : appointmentLines(fields, world, { personId, groupId });
}

function affiliationLines(
  fields: PopoloFields,
  importId: string,
  row: number,
  { personId, partyId }: { readonly personId: string; readonly partyId: string },
): Line[] {
  const from = dayOf(fields, 'start_date');
  const last = dayOf(fields, 'end_date');
  const to = (command: Line['command']): Line => ({ category: 'person', target: personId, command });
  const start = to({ type: 'StartAffiliation', partyId, ...withoutUndefined({ from }) });
  if (last === undefined) return [start];
  const affiliationId = derivedId('id', lineCommandId(importId, row, 0), 0);
  return [start, to({ type: 'EndAffiliation', affiliationId, to: dayAfter(last as string as PartialDate) })];
}

function appointmentLines(
  fields: PopoloFields,
  world: PopoloWorld,
  { personId, groupId }: { readonly personId: string; readonly groupId: string },
): Line[] {
  const behalf = fields.text('on_behalf_of_id');
  const nominatingPartyId = behalf === undefined ? undefined : world.parties.get(behalf);
  if (behalf !== undefined && nominatingPartyId === undefined) fields.broken('on_behalf_of_id', 'unknown-reference');
  const postId = fields.text('post_id');
  const post = postId === undefined ? undefined : world.seats.get(postId);
  if (postId !== undefined && !post) fields.broken('post_id', 'unknown-reference');
  const role = `${fields.text('role') ?? ''} ${post?.role ?? ''}`;
  const [from, last] = [fields.partial('start_date') ?? 'unknown', fields.partial('end_date')];
  const appointmentId = derivedId('imported', world.importId, 'membership', fields.position);
  const to = last === undefined ? undefined : dayAfter(last);
  const command = {
    type: SUBSTITUTE.test(role) ? 'AppointSubstitute' : 'AppointMember',
    ...{ appointmentId, personId, from },
    ...withoutUndefined({ nominatingPartyId, seat: post?.seat, to }),
  };
  const lines: Line[] = [{ category: 'group', target: groupId, command }];
  if (!CHAIR.test(role) || VICE.test(role)) return lines;
  if (!isCivilDate(from)) fields.warn('role', 'not-supported');
  const chair = { type: 'AssignRole', appointmentId, role: 'chair', from };
  return isCivilDate(from) ? [...lines, { category: 'group', target: groupId, command: chair }] : lines;
}

/** Party periods are known to the day, or not at all. */
function dayOf(fields: PopoloFields, field: string) {
  const date = fields.partial(field);
  return date !== undefined && isCivilDate(date) ? date : undefined;
}
