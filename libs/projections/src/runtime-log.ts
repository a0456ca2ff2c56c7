/** Where the runtime says what it does. Fields hold names, positions and kinds of errors, never an event's data. */
export type RuntimeLog = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Readonly<Record<string, string | number | boolean>>,
) => void;

export const silent: RuntimeLog = () => undefined;
