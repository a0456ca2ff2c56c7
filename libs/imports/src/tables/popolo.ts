import { derivedId } from '@liggare/kernel';
import { UnreadableFile } from '../parsing/raw-row.js';
import type { Category, Line, ReadRow } from './line.js';
import { membershipLines, seatsOf } from './popolo-memberships.js';
import { PopoloFields, textIn, type PopoloObject } from './popolo-fields.js';
import { messageOf } from './rules.js';

/** What a Popolo file tells of, and which id each thing has in the register. */
export interface PopoloWorld {
  readonly importId: string;
  /** By the ids of the file. */
  readonly persons: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** Posts by id: which place among those of their organization. */
  readonly seats: ReadonlyMap<string, { readonly seat: number; readonly role: string }>;
}

const PARTY = /^(political )?part(y|i)$/i;

/**
 * Popolo JSON (popoloproject.com): persons, organizations, posts and memberships. An organization classified as a
 * party is a party; any other is a group of unknown legal form. The file is read as a whole: it is a list of people,
 * not of years.
 * @throws UnreadableFile `malformed-json`, `no-data`
 */
export function* readPopolo(json: string, importId: string): Generator<ReadRow> {
  const file = parsed(json);
  const lists = ['organizations', 'persons', 'posts', 'memberships'] as const;
  const objects = lists.flatMap((list) => objectsOf(file, list).map((object, index) => ({ list, object, index })));
  if (objects.length === 0) throw new UnreadableFile('no-data', messageOf('no-data'));
  const ids = (list: string, take: (object: PopoloObject) => boolean) =>
    new Map(
      objects
        .filter((one) => one.list === list && take(one.object) && one.object['id'] !== undefined)
        .map(({ object }) => [String(object['id']), derivedId('imported', importId, list, String(object['id']))]),
    );
  const world: PopoloWorld = {
    importId,
    persons: ids('persons', () => true),
    parties: ids('organizations', isParty),
    groups: ids('organizations', (object) => !isParty(object)),
    seats: seatsOf(objectsOf(file, 'posts')),
  };
  for (const [at, { list, object, index }] of objects.entries()) {
    const fields = new PopoloFields(object, `/${list}/${index}`, at + 1);
    if (list === 'persons') yield fields.read(personLines(fields, world));
    if (list === 'organizations') yield fields.read(organizationLines(fields, world, isParty(object)));
    if (list === 'posts') yield fields.read(postLines(fields, world));
    if (list === 'memberships') yield fields.read(membershipLines(fields, world, at + 1));
  }
}

function personLines(fields: PopoloFields, world: PopoloWorld): Line[] {
  const personId = world.persons.get(fields.required('id')) ?? '';
  const [given, family] = [fields.text('given_name'), fields.text('family_name')];
  const name = given !== undefined && family !== undefined ? `${given} ${family}` : fields.required('name');
  const last = name.lastIndexOf(' ');
  if (last === -1) fields.broken('name', 'required');
  const email = fields.text('email', 254);
  const command = {
    type: 'RegisterPerson',
    personId,
    givenName: given ?? name.slice(0, last),
    familyName: family ?? name.slice(last + 1),
    ...(email === undefined ? {} : { contact: { email } }),
  };
  const death = fields.partial('death_date');
  const to = (command: Line['command']): Line => ({ category: 'person', target: personId, command });
  return [{ ...to(command), creates: true }, ...(death === undefined ? [] : [to({ type: 'RecordDeath', on: death })])];
}

function organizationLines(fields: PopoloFields, world: PopoloWorld, party: boolean): Line[] {
  const id = fields.required('id');
  const name = fields.required('name');
  const made = (category: Category, target: string, command: Line['command']): Line[] => [
    { category, target, creates: true, command },
  ];
  if (party) {
    const partyId = world.parties.get(id) ?? '';
    return made('party', partyId, { type: 'RegisterParty', partyId, name });
  }
  const [from, to] = [fields.partial('founding_date') ?? 'unknown', fields.partial('dissolution_date')];
  const command = { type: 'EstablishGroup', name, legalForm: 'unknown', from, ...(to === undefined ? {} : { to }) };
  return made('group', world.groups.get(id) ?? '', command);
}

/** A post is nothing of its own in the register: it says which seat a membership is of. */
function postLines(fields: PopoloFields, { groups }: PopoloWorld): Line[] {
  if (!groups.has(fields.required('organization_id'))) fields.broken('organization_id', 'unknown-reference');
  return [];
}

function isParty(object: PopoloObject): boolean {
  return PARTY.test(textIn(object, 'classification'));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableFile('malformed-json', 'the file is not JSON');
  }
}

function objectsOf(file: unknown, list: string): readonly PopoloObject[] {
  const found = (file as Record<string, unknown> | null)?.[list] ?? [];
  if (!Array.isArray(found) || found.some((one) => typeof one !== 'object' || one === null)) {
    throw new UnreadableFile('malformed-json', `${list} must be a list of objects`);
  }
  return found as PopoloObject[];
}
