import 'reflect-metadata';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { MayBeAbsent } from './may-be-absent.js';
import { IsLine, IsLines } from './text-shape.js';

class Body {
  @IsLine(20)
  line!: unknown;

  @MayBeAbsent()
  @IsLines(40)
  lines?: unknown;
}

function wrong(values: Partial<Body>): readonly string[] {
  return validateSync(Object.assign(new Body(), { line: 'Åsa', ...values })).map(({ property }) => property);
}

describe('the shape of texts', () => {
  it.each(['Åsa', "O'Neill–Öberg", '李', '👩‍⚖️'])('takes %s', (line) => {
    expect(wrong({ line })).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \u00a0 '],
    ['a NUL, which PostgreSQL refuses', 'a\u0000'],
    ['two lines', 'a\nb'],
    ['half a character', 'a\ud800'],
    ['too much', 'x'.repeat(21)],
    ['a number', 7],
    ['null', null],
  ])('refuses %s as a line', (_what, line) => {
    expect(wrong({ line })).toEqual(['line']);
  });

  it('takes several lines where they are allowed, and their absence, but not null', () => {
    expect(wrong({ lines: 'Påhittsgatan 7\n123 45 Fiktionsköping' })).toEqual([]);
    expect(wrong({ lines: undefined })).toEqual([]);
    expect(wrong({ lines: null })).toEqual(['lines']);
    expect(wrong({ lines: '\n \n' })).toEqual(['lines']);
    expect(wrong({ lines: 'a\r\nb' })).toEqual(['lines']);
  });

  it('lets nothing through that trims to nothing or cannot be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (line) => {
        fc.pre(wrong({ line }).length === 0);
        const stored = line.normalize('NFC').trim();
        expect(stored).not.toBe('');
        expect(stored).not.toMatch(/\0|\p{Cs}/u);
      }),
    );
  });
});
