/** A shared file: a picture shows itself, a table its first rows, anything else is a line to download. */
import type { Words } from "../words/words.ts";
import { fileUrl } from "./api.ts";
import { FileRows, hasRows } from "./file-rows.tsx";
import { Icon } from "./icons.tsx";

export interface FileLink {
  id: string;
  name: string;
  mimetype?: string;
  size?: number;
}

export function FileChip({ file, words }: { file: FileLink; words: Words }) {
  const url = fileUrl(file.id);
  if (file.mimetype?.startsWith("image/"))
    return (
      <a className="file-picture" href={url} download={file.name}>
        <img src={url} alt={file.name} />
      </a>
    );
  const kind = (file.name.includes(".") ? (file.name.split(".").at(-1) ?? "") : "file").toLowerCase();
  return (
    <div className="file">
      <div className="file-head">
        <span className="file-kind" data-kind={kind} aria-hidden="true">
          {kind.slice(0, 4)}
        </span>
        <span className="file-about">
          <strong>{file.name}</strong>
          {file.size !== undefined && <small>{sizeOf(file.size)}</small>}
        </span>
        <a
          className="icon"
          href={url}
          download={file.name}
          aria-label={`${words.download} ${file.name}`}
          title={words.download}
        >
          <Icon name="download" />
        </a>
      </div>
      {hasRows(kind) && <FileRows url={url} kind={kind} name={file.name} />}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
