/** The size of a plot, and where in it its area lies, px. */
interface Box {
  readonly document: Document;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The options of a plot that say how large it is and where its area lies. */
export function plotBox({ document, width, height, left, right, top, bottom }: Box) {
  return {
    document,
    className: 'chart',
    width,
    height,
    marginLeft: left,
    marginRight: width - right,
    marginTop: top,
    marginBottom: height - bottom,
  };
}
