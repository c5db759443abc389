/** Pictures, videos and files in blocks. */
import { fileUrl } from "../shared/api.ts";
import { Link } from "../shared/markdown-inline.tsx";
import { useReader } from "../shared/reader.tsx";
import type { FileBlockShape, Picture, VideoBlock } from "./shapes.ts";

export function PictureView({ picture }: { picture: Picture }) {
  const file = picture.slack_file;
  const url = file?.id === undefined ? (picture.image_url ?? file?.url) : fileUrl(file.id);
  return <img src={url} alt={picture.alt_text} loading="lazy" />;
}

/** Only the picture before it: the page plays nothing of other hosts. */
export function Video({ video }: { video: VideoBlock }) {
  return (
    <figure className="b-video">
      <figcaption>
        {video.title_url === undefined ? (
          <b>{video.title.text}</b>
        ) : (
          <Link url={video.title_url}>
            <b>{video.title.text}</b>
          </Link>
        )}
        <span className="quiet"> {[video.author_name, video.provider_name].filter(Boolean).join(" · ")}</span>
        {video.description !== undefined && <p>{video.description.text}</p>}
      </figcaption>
      <Link url={video.video_url}>
        <img src={video.thumbnail_url} alt={video.alt_text} loading="lazy" />
      </Link>
    </figure>
  );
}

export function FileBlock({ file }: { file: FileBlockShape }) {
  const { words } = useReader();
  return (
    <p className="unknown">
      <span aria-hidden="true">📎</span> {words.file} {file.external_id}
    </p>
  );
}
