import type {WorkerConfig} from '@tongban/runtime/shared/worker-config.js';
import type {ScriptSettings} from './script-settings.js';

/** What a page's worker is told, from what its script tag says. */
export function workerConfigOf({gateway, region, callback, lang, role, receiptKeys}: ScriptSettings, page: string): WorkerConfig {
  return {
    gateway,
    region,
    callback: new URL(callback ?? '/', page).href,
    lang: lang ?? 'zh-CN',
    staff: role === 'staff',
    ...(receiptKeys && {receiptKeys: [...receiptKeys]}),
  };
}
