/** Node's Buffer for a browser, with the encoding that the package of that name lacks. */
import { Buffer } from 'buffer';

const from = Buffer.from.bind(Buffer);
Buffer.from = (value, encoding, ...rest) =>
  encoding === 'base64url'
    ? from(value.replaceAll('-', '+').replaceAll('_', '/'), 'base64')
    : from(value, encoding, ...rest);

const { toString } = Buffer.prototype;
Buffer.prototype.toString = function (encoding, ...rest) {
  if (encoding !== 'base64url') return toString.call(this, encoding, ...rest);
  return toString.call(this, 'base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

export { Buffer };
