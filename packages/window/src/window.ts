import {define} from '@tongban/base/define.js';
import {TbWindow} from './window/window.js';

define('tb-window', TbWindow);
