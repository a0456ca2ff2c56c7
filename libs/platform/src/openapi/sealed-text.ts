/** OpenAPI of a sealed text on its way out: the text, or why it is not shown. */
export function sealedText(description: string, example: string) {
  return {
    description,
    example,
    oneOf: [
      { type: 'string' as const },
      {
        type: 'object' as const,
        properties: {
          withheld: { type: 'string' as const, enum: ['erased', 'unknown', 'not-permitted', 'protected'] },
        },
        required: ['withheld'],
      },
    ],
  };
}
