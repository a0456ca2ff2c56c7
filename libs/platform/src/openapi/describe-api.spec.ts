import 'reflect-metadata';
import type { OpenAPIObject } from '@nestjs/swagger';
import { TinyRegister } from '../testing/tiny-register.js';
import { describeApi } from './describe-api.js';

describe('the OpenAPI document', () => {
  let document: OpenAPIObject;
  let again: OpenAPIObject;

  beforeAll(async () => {
    const register = await TinyRegister.start();
    document = describeApi(register.app);
    again = describeApi(register.app);
    await register.stop();
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post'] as const).flatMap((method) => {
        const operation = item[method];
        return operation ? [{ path, method, operation }] : [];
      }),
    );

  it('says what the profile wants said about an API', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({
      ...{ title: expect.any(String), version: expect.any(String) },
      description: expect.stringMatching(/Svenska[^]*English/),
      contact: { name: expect.any(String), url: expect.any(String), email: expect.any(String) },
      license: { name: 'EUPL-1.2', url: expect.any(String) },
      'x-sla': expect.any(Object),
      'x-limitations': expect.any(Array),
    });
  });

  it('describes every operation, every answer and every error', () => {
    expect(operations().length).toBeGreaterThan(4);
    for (const { operation } of operations()) {
      expect(operation.description).toBeTruthy();
      for (const response of Object.values(operation.responses)) {
        expect((response as { description: string }).description).toBeTruthy();
      }
      expect(operation.responses['default']).toMatchObject({ content: { 'application/problem+json': {} } });
    }
  });

  it('says who may use each operation', () => {
    for (const { path, operation } of operations()) {
      if (path === '/v1/api-info') continue;
      expect(operation.security).toEqual([{ bearer: [] }]);
      expect((operation as unknown as Record<string, unknown>)['x-roles']).toBeInstanceOf(Array);
    }
  });

  it('gives commands their headers, and their answers theirs', () => {
    const { parameters, responses } = document.paths['/v1/notes']!.post!;
    const names = (parameters as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Idempotency-Key', 'If-Match', 'Prefer', 'Liggare-On-Behalf-Of']));
    expect(responses['201']).toMatchObject({ headers: { ETag: {}, Location: {}, 'Liggare-Position': {} } });
  });

  it('comes out the same every time', () => {
    expect(JSON.stringify(again)).toBe(JSON.stringify(document));
    expect(Object.keys(document.paths)).toEqual(Object.keys(document.paths).sort());
  });
});
