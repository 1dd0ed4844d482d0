import 'server-only';
import { renderParts } from '../markdown/render-markdown';
import { placeRuns, runsIn } from './place-runs';
import { runCardHtml } from './run-card-html';
import { listRunCards } from './store';

/** `run`: what the post is about; it is shown below the text unless the text places it. */
type Written = { authorId: string | null; body: string; run: string | null };

/**
 * Posts of a page as safe HTML, with the runs that their authors made public. Nobody's post shows somebody else's run, so an
 * address says nothing about a run that is not the writer's.
 */
export const showPosts = async (posts: readonly Written[]): Promise<string[]> => {
  const rendered = await Promise.all(posts.map(({ body }) => renderParts(body)));
  const runs = rendered.flatMap((parts, at) => [
    ...runsIn(parts),
    ...(posts[at]?.run ? [posts[at].run] : []),
  ]);
  const cards = new Map((await listRunCards(runs)).map((row) => [row.run, row]));
  return rendered.map((parts, at) => {
    const post = posts[at];
    const cardOf = (run: string) => {
      const found = cards.get(run);
      return found && found.userId === post?.authorId ? found.card : undefined;
    };
    const about = post?.run && !runsIn(parts).includes(post.run) ? cardOf(post.run) : undefined;
    return placeRuns(parts, cardOf) + (about ? runCardHtml(about) : '');
  });
};
