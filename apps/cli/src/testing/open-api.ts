import type { JsonSchema, SchemaLookup } from './schema-arbitrary.js';

/** The part of an OpenAPI document that the specifications read. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly 'x-public'?: boolean;
  readonly 'x-roles'?: readonly string[];
  readonly requestBody?: { readonly content: Content };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly responses: Readonly<Record<string, { readonly content?: Content } | undefined>>;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema } | undefined>>;

/** The document as the running API serves it. */
export async function fetchOpenApi(url: string): Promise<OpenApi> {
  return (await (await fetch(new URL('/openapi.json', url))).json()) as OpenApi;
}

export function schemasOf(document: OpenApi): SchemaLookup {
  return (ref) => {
    const schema = document.components.schemas[ref.split('/').at(-1)!];
    if (!schema) throw new Error(`the document has no ${ref}`);
    return schema;
  };
}
