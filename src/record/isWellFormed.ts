/** Whether a text is made of whole characters: all lone surrogates, halves of one, are alike in a file. */
export const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);
