/** Brings the library that draws Lark's charts, unchanged and only once a chart is shown. */
import address from "@visactor/vchart/build/index.min.js?url";

export interface VChart {
  renderSync(): void;
  resize(width: number, height: number): void;
  release(): void;
}

interface Library {
  VChart: new (spec: object, options: object) => VChart;
}

let library: Promise<Library> | undefined;

/** The package's own bundle, as it is: building it anew would take longer than the rest of the page. */
export function loadVChart(): Promise<Library> {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve((globalThis as unknown as { VChart: Library }).VChart);
    script.onerror = () => {
      library = undefined;
      reject(new Error("The chart library cannot be loaded."));
    };
    document.head.append(script);
  });
  return library;
}
