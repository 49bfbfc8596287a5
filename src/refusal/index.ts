export { asWritten } from './asWritten.ts';
export { codeOf, fileReason, refusedFile } from './fileReason.ts';
export { refuseFlag } from './refuseFlag.ts';
export { refuseUnknown, unknownOption } from './unknownOption.ts';
