export { countText, wholeText, withThousands } from './countText.ts';
export { durationText } from './durationText.ts';
export { listText } from './listText.ts';
export { nameInWords } from './nameInWords.ts';
export { percentileName } from './percentileName.ts';
export { roundedText } from './roundedText.ts';
export { upperFirst } from './upperFirst.ts';
export { unitText } from './unitText.ts';
