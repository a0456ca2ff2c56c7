/**
 * SQLSTATE classes 08 (connection), 40 (rolled back in favour of another), 53 (no resources) and 57P (shut down or
 * starting up); and what the network itself says.
 */
const CODES = /^(08|40|53|57P|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)/;

/** What pg says, without a code, of a connection that ends or does not come about. */
const MESSAGES = /^(Connection terminated|Client was closed|timeout e|Query read timeout)/;

/** Has the server, or the way to it, gone away? Then nothing is known of what was sent, and it may be sent again. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return typeof code === 'string' ? CODES.test(code) : typeof message === 'string' && MESSAGES.test(message);
}
