import {fixturePortal} from '../../stories/support/fixture-portal.js';
import {CASE_NO} from '../../stories/support/fixtures/cases.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';
import {testPortal} from '../support/portal-contract.js';

describe('the portal of stories', () => {
  testPortal(async () => ({portal: fixturePortal(), taskCode: fundRetireGuide.taskCode, words: '退休 提取 公积金', caseNo: CASE_NO}));
});
