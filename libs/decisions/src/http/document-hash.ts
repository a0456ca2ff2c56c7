/** A SHA-256 in lower-case hexadecimal. */
export const SHA256 = /^[0-9a-f]{64}$/;
