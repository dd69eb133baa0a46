import {define} from '@tongban/base/define.js';
import {TbProvince} from './tb-province.js';

define('tb-province', TbProvince);
