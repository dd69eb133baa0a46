export {keywordsOf} from '../shared/keywords-of.js';
