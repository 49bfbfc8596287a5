import { parseHTML } from 'linkedom';

/** An empty document to draw charts in where there is no browser. */
export function domDocument(): Document {
  return parseHTML('<!doctype html><html><head></head><body></body></html>').document;
}
