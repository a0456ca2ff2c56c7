import type { handleServerStreamingCall } from '@grpc/grpc-js';
import type { User } from '../access-control.js';
import { users } from '../wire/messages.js';
import { accessDenied, RpcError, userNotFound } from '../wire/rpc-errors.js';
import { certifiedName } from './caller.js';
import { Outlet } from './outlet.js';
import type { RpcContext } from './rpc-context.js';
import { attempt } from './unary.js';

/** Users.Details: one user, or all of them when no login is given. For administrators, and for everyone about themselves. */
export function userDetails(context: RpcContext): handleServerStreamingCall<users.DetailsReq, users.DetailsResp> {
  return (call) => {
    const outlet = new Outlet<users.DetailsResp>(context, 'users', call);
    for (const step of context.misbehave.steps('request', 'users')) {
      if (step.do === 'drop') {
        outlet.drop();
        return;
      }
      if (step.do === 'fail') {
        outlet.fail(step.error);
        return;
      }
      if (step.do === 'swallow') return;
    }
    const login = call.request.getOptions()?.getLoginName() ?? '';
    const found = attempt(() => {
      const caller = context.access.userOf(call.metadata, certifiedName(call));
      if (context.access.users !== undefined && caller === undefined) throw accessDenied();
      if (caller?.login !== login) context.access.checkAdmin(call.metadata, certifiedName(call));
      return usersNamed(context, login);
    });
    if (found instanceof RpcError) outlet.fail(found);
    else void tell(outlet, found);
  };
}

function usersNamed(context: RpcContext, login: string): readonly User[] {
  const all = context.access.users ?? new Map<string, User>();
  if (login === '') return [...all.values()];
  const user = all.get(login);
  if (user === undefined) throw userNotFound(login);
  return [user];
}

async function tell(outlet: Outlet<users.DetailsResp>, found: readonly User[]): Promise<void> {
  for (const user of found) {
    const details = new users.DetailsResp.UserDetails();
    details.setLoginName(user.login).setFullName(user.fullName ?? user.login);
    details.setGroupsList([...user.groups]).setDisabled(false);
    await outlet.send(new users.DetailsResp().setUserDetails(details));
  }
  outlet.end();
}
