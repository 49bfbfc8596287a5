export { asWritten } from './asWritten.ts';
export { refuseFlag } from './refuseFlag.ts';
export { refuseUnknown, unknownOption } from './unknownOption.ts';
