import {define} from '@tongban/base/define.js';
import {TbItemGuide} from './item-guide/item-guide.js';

define('tb-item-guide', TbItemGuide);
