import {define} from '@tongban/base/define.js';
import {TbRating} from './rating/rating.js';

define('tb-rating', TbRating);
