/** Ids of the examples in the API's description. */
export const GROUP = '6f1c2a9e-9d0b-5b1e-8a52-1f0e4f3b7c10';
export const PERSON = '0b9a6f3e-6a0c-5c53-9a57-0f3c0d5d7c01';
export const PARTY = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
export const APPOINTMENT = '2f7f9e57-0b6e-5b39-8a4c-5d9f1b6a7e02';
export const FACT = 'c3a5e1b7-4d2f-5e68-9c10-7b6a5d4e3f21';
export const DECISION = '8d7c6b5a-4f3e-5d2c-9b1a-0f9e8d7c6b5a';
export const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
