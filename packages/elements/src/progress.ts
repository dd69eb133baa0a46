import {define} from '@tongban/base/define.js';
import {TbProgress} from './progress/progress.js';

define('tb-progress', TbProgress);
