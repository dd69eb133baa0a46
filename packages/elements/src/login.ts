import {define} from '@tongban/base/define.js';
import {TbLogin} from './login/login.js';

define('tb-login', TbLogin);
