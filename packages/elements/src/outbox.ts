import {define} from '@tongban/base/define.js';
import {TbOutbox} from './outbox/outbox.js';

define('tb-outbox', TbOutbox);
