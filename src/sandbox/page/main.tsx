/** Starts the page. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
// before the parts' own rules, which refine it
import "./page.css";
import { App } from "./app.tsx";
import { openStream } from "./shared/stream.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
openStream();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
