import type {Localized} from '@tongban/base/localized.js';
import type {FormWord} from './messages.js';

export type FormText = Localized<FormWord>;
