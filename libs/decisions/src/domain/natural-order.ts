/**
 * A number as a paper has it (`§ 18`, `18`, `9a`, `extra 2`), in a form in which equal numbers are equal texts and a
 * comparison by code unit follows the numbers: § 9 comes before § 18. Empty for what is not known.
 */
export function naturalOrder(number: string | undefined): string {
  return (number ?? '')
    .toLowerCase()
    .replace(/[§\s]+/g, '')
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(10, '0'));
}
