// The late file about people: signing in, the vault, cases, ratings, staff, and the arguments of their calls.
export {callArguments} from './call-arguments.js';
export {composePeople} from './compose-people.js';
