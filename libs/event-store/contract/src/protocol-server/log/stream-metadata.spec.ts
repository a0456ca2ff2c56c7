import { firstReadable, isSoftDeleted, metadataOf, recreatedFrom, SOFT_DELETED } from './stream-metadata.js';

const written = (json: string) => Buffer.from(json, 'utf8');

test('what metadata says of a stream', () => {
  const json = '{"$maxCount":3,"$maxAge":60,"$tb":7,"$acl":{"$r":"ada","$w":["ada","$admins"]},"own":"thing"}';
  expect(metadataOf('s', written(json))).toEqual({
    maxCount: 3,
    maxAge: 60,
    truncateBefore: 7,
    acl: { read: ['ada'], write: ['ada', '$admins'] },
  });
});

test.each(['', 'no json', '[]', 'null', '{"$maxCount":"3"}'])('%j says nothing', (json) => {
  expect(metadataOf('s', written(json))).toEqual({});
});

test('a stream of metadata keeps its last event, whatever anyone says', () => {
  expect(metadataOf('$$s', written('{"$maxCount":9}'))).toEqual({ maxCount: 1 });
});

test.each([
  [{}, 9, 0],
  [{ maxCount: 3 }, 9, 7],
  [{ maxCount: 30 }, 9, 0],
  [{ truncateBefore: 4 }, 9, 4],
  [{ truncateBefore: 4, maxCount: 3 }, 9, 7],
  [{ truncateBefore: 20 }, 9, 20],
])('of %j and last revision %i the first readable is %i', (metadata, last, first) => {
  expect(firstReadable(metadata, last)).toBe(first);
});

test('deleted is truncated before the largest revision there can be', () => {
  expect(isSoftDeleted(metadataOf('s', written(SOFT_DELETED)))).toBe(true);
  expect(isSoftDeleted(metadataOf('s', written('{"$tb":9007199254740991}')))).toBe(false);
  expect(isSoftDeleted({})).toBe(false);
});

test('recreating keeps what else the metadata says', () => {
  const metadata = recreatedFrom(written('{"$tb":9223372036854775807,"own":"thing"}'), 5);
  expect(JSON.parse(metadata)).toEqual({ $tb: 5, own: 'thing' });
});
