import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineEvent, EventCatalogue, field } from '@liggare/kernel';
import { eventCatalogue, eventCataloguePage } from './event-catalogue.mjs';

const held = defineEvent('MeetingHeld', {
  sv: 'Ett sammanträde hölls.',
  en: 'A meeting was held.',
  version: 2,
  upcasters: { 1: (data) => data },
  data: field.object({
    meetingId: field.uuid('The meeting'),
    on: field.partial('When, as far as the minutes say'),
    kind: field.oneOf(['ordinary', 'extra'], 'What kind'),
    note: field.optional(field.sealed('What was noted')),
    present: field.list(field.object({ seat: field.text('Which seat') }), 'Who was there'),
    basis: field.basis(),
  }),
});
const catalogue = eventCatalogue([{ name: 'decisions', catalogues: [new EventCatalogue([held])] }]);
const page = eventCataloguePage(catalogue);

test('every field is told with its type, whether it may be missing, and its meaning', () => {
  for (const row of [
    '| `meetingId` | UUID |  | The meeting |',
    '| `on` | partial date |  | When, as far as the minutes say |',
    '| `kind` | "ordinary" \\| "extra" |  | What kind |',
    '| `note` | sealed text | optional | What was noted |',
    '| `present` | list of object |  | Who was there |',
    '| `present[].seat` | text |  | Which seat |',
    '| `basis` | object | optional | The decision point the fact rests on |',
    '| `basis.point` | integer |  | Number of its point |',
  ]) {
    assert.ok(page.includes(`\n${row}\n`), `${row}\nis not in\n${page}`);
  }
});

test('the summary is there in Swedish and English, with version, class and retention', () => {
  assert.match(
    page,
    /### MeetingHeld\n\nEtt sammanträde hölls\. {2}\n\*A meeting was held\.\*\n\nVersion 2 · public · /,
  );
});

test('a sealed value is only ever described as the commitment that is stored', () => {
  const text = JSON.stringify(catalogue);
  assert.match(text, /"note":\{"additionalProperties":false,"description":"What was noted","type":"object"/);
  assert.doesNotMatch(text, /_personal/);
});
