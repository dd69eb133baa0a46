import {define} from '@tongban/base/define.js';
import {TbApplicationForm} from './application-form/application-form.js';

define('tb-application-form', TbApplicationForm);
