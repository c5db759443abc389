/** Asks "are you sure" before a button's action. */
import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";

export interface Question {
  title: string;
  text: ReactNode;
  yes: string;
  no: string;
  danger: boolean;
}

export function Confirm({ question, onAnswer }: { question: Question; onAnswer: (yes: boolean) => void }) {
  return (
    <Dialog label={question.title} className="confirm" onClose={() => onAnswer(false)}>
      <h2>{question.title}</h2>
      <div className="confirm-text">{question.text}</div>
      <footer className="row end">
        <button type="button" className="btn" onClick={() => onAnswer(false)}>
          {question.no}
        </button>
        <button
          type="button"
          className={`btn ${question.danger ? "danger" : "primary"}`}
          onClick={() => onAnswer(true)}
        >
          {question.yes}
        </button>
      </footer>
    </Dialog>
  );
}
