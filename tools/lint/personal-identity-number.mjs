/**
 * Finds Swedish personal identity numbers (personnummer) and coordination numbers (samordningsnummer) in text:
 * 10 or 12 digits, with or without `-` or `+` before the last four, a day that exists (60 added to it in a
 * coordination number) and a correct check digit (Luhn). Folkbokföringslagen (1991:481) 18 §, SKV 704.
 *
 * Organisation numbers are not found: their "month" is 20 or more.
 */
const CANDIDATE = /(?<![a-z\d]|\d\.)(\d{2})?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?![a-z\d]|\.\d)/gi;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/**
 * @param {string} text
 * @returns {{ index: number, length: number }[]} where the numbers are; never what they are, so that no report repeats one
 */
export function findPersonalIdentityNumbers(text) {
  const withoutUuids = text.replace(UUID, (uuid) => ' '.repeat(uuid.length));
  return [...withoutUuids.matchAll(CANDIDATE)]
    .filter(([, century, year, month, day, last]) => {
      return isDay(century, year, month, day) && luhn(`${year}${month}${day}${last}`);
    })
    .map(({ index, 0: { length } }) => ({ index, length }));
}

function isDay(century, year, month, day) {
  if (century !== undefined && !['18', '19', '20'].includes(century)) return false;
  const days = Number(day) > 60 ? Number(day) - 60 : Number(day);
  // Without a century every fourth year may be a leap year (2000 was one).
  const date = new Date(Date.UTC(Number(`${century ?? '20'}${year}`), Number(month) - 1, days));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === days;
}

function luhn(digits) {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
