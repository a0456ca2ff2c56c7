import type { ApiPropertyOptions } from '@nestjs/swagger';

export const ID = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
export const FACT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';
export const SHA256_EXAMPLE = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A SHA-256 in lower-case hexadecimal. */
export const SHA256 = /^[0-9a-f]{64}$/;

export const idField = (description: string): ApiPropertyOptions => ({ description, example: FACT, format: 'uuid' });

/** A date as well as it is known. */
export const dateField = (description: string, example: string): ApiPropertyOptions => ({
  type: String,
  description: `${description} (EDTF)`,
  example,
});

export const textField = (description: string, example: string, maxLength = 500): ApiPropertyOptions => ({
  description,
  example,
  maxLength,
});
