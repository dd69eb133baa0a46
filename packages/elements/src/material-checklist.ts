import {define} from '@tongban/base/define.js';
import {TbMaterialChecklist} from './material-checklist/material-checklist.js';

define('tb-material-checklist', TbMaterialChecklist);
