import {define} from '@tongban/base/define.js';
import {TbSearch} from './search/search.js';

define('tb-search', TbSearch);
