// Runs in a page of kit-for-tests.mjs: starts the kit's worker as runtime/browser/start-worker.ts does and passes messages on between
// it and the page around. Each is marked with the page's name, because WebKit does not tell which frame such a message is from.
const asked = new URLSearchParams(location.search);
const code = `import(${JSON.stringify(asked.get('worker'))}).catch((error) => postMessage({tb: 'fail', why: String(error)}))`;
const worker = new Worker(URL.createObjectURL(new Blob([code], {type: 'text/javascript'})), {type: 'module'});
const tell = (said) => parent.postMessage({page: asked.get('page'), said}, location.origin);
worker.onmessage = ({data}) => tell(data);
worker.onerror = ({message}) => tell({tb: 'fail', why: message || 'refused'});
addEventListener('message', ({data}) => worker.postMessage(data));
