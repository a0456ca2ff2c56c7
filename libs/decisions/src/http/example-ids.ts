/** Ids of the examples in the API's description. */
export const DECISION = '8d7a1c44-2f6e-5a07-9b8c-6e5d4c3b2a19';
export const MEETING = '4e1f0d2c-7a3b-5c84-8d95-0a1b2c3d4e5f';
export const MATTER = 'a9b8c7d6-1e2f-5a3b-9c4d-5e6f7a8b9c0d';
export const GROUP = '6f1c2a9e-9d0b-5b1e-8a52-1f0e4f3b7c10';
export const PERSON = '0b9a6f3e-6a0c-5c53-9a57-0f3c0d5d7c01';
export const PARTY = '5f0f2f3e-0d5c-5a53-8c3f-3b8a1c0f9a11';
export const FACT = 'c3a5e1b7-4d2f-5e68-9c10-7b6a5d4e3f21';
export const DOCUMENT_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
