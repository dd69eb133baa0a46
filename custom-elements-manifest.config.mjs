/** The manifest lists what a page may use; what a class keeps to itself is dropped. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members &&= declaration.members.filter(isPublic);
        declaration.attributes &&= declaration.attributes.filter(
          ({fieldName}) => declaration.members?.some(({name}) => name === fieldName) ?? true,
        );
      }
    }
  },
};

const isPublic = ({name, privacy}) => !name.startsWith('#') && (privacy === undefined || privacy === 'public');

export default {
  globs: ['packages/*/src/**/*.ts'],
  exclude: ['**/*.d.ts', 'packages/{domain,catalogue,vault,session,gateway-api,runtime,gateway,cli}/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
