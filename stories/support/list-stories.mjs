// Prints the export lines of a stories file for the states named on the command line.
const pascal = (state) => state.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

for (const state of process.argv.slice(2)) {
  for (const [langName, lang] of [['Zh', 'zh-CN'], ['En', 'en']]) {
    for (const [sizeName, size] of [['Normal', 'normal'], ['Elder', 'elder']]) {
      console.log(`export const ${pascal(state)}${langName}${sizeName} = story('${state}', '${lang}', '${size}');`);
    }
  }
}
