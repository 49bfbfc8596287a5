export { answerOf } from './answerOf.ts';
export { asWritten } from './asWritten.ts';
export { codeOf, fileReason, refusedFile } from './fileReason.ts';
export { givenText } from './givenText.ts';
export { refuseFlag } from './refuseFlag.ts';
export { shellCommand } from './shellCommand.ts';
export { isGenerator, isThenable } from './unfinished.ts';
export { refuseUnknown, unknownOption } from './unknownOption.ts';
