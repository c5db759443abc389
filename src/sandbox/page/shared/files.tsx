/** A shared file: a picture shows itself, anything else is a line to download. */
import { fileUrl } from "./api.ts";
import type { Words } from "./words.ts";

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
  return (
    <a className="file" href={url} download={file.name} aria-label={`${words.download} ${file.name}`}>
      <span className="file-kind" aria-hidden="true">
        {(file.name.split(".").at(-1) ?? "file").slice(0, 4)}
      </span>
      <span className="file-about">
        <strong>{file.name}</strong>
        {file.size !== undefined && <small>{sizeOf(file.size)}</small>}
      </span>
    </a>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
