import {TbError} from '@tongban/domain/errors.js';
import type {PersonView, SessionState} from '@tongban/domain/people/person.js';
import type {SessionPort} from '@tongban/domain/portal.js';
import {retiree, signedInAs} from './fixtures/people.js';
import {staffSignedInAs} from './fixtures/staff.js';
import type {PortUse} from './fixture-portal.js';

/** Signs in without a gateway: at least at the level wished for. */
export function fixtureSession({world, answer, announce}: PortUse): SessionPort {
  const become = (session: SessionState): SessionState => {
    world.session = session;
    announce({about: 'session'});
    return session;
  };
  const personNow = (): PersonView | undefined => (world.session.status === 'signedIn' ? world.session.person : undefined);
  return {
    current: () => answer.plain<SessionState>(() => world.session, {status: 'anonymous'}),
    signIn: async (wish = {}) => {
      if (wish.userType === 'staff' && world.staff) return become(staffSignedInAs(world.staff));
      const person = personNow() ?? retiree;
      return become(signedInAs({...person, loa: wish.minLoa && wish.minLoa > person.loa ? wish.minLoa : person.loa}));
    },
    signOut: async () => void become({status: 'anonymous'}),
    actUnder: async (delegationId) => {
      const person = personNow();
      const actingFor = person?.delegations.find(({id}) => id === delegationId);
      if (!person || (delegationId !== null && !actingFor)) throw new TbError('TB_DELEGATION_MISSING');
      const {actingFor: _before, ...self} = person;
      return become(signedInAs({...self, ...(actingFor && {actingFor})}));
    },
  };
}
