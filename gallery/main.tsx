/** Starts the gallery. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Gallery } from "./gallery.tsx";
import { showPictures } from "./pictures.ts";
import "../src/sandbox/page/page.css";

import.meta.glob(["../src/sandbox/page/slack/*.css", "../src/sandbox/page/lark/*.css"], { eager: true });

import "./gallery.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
showPictures();
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
