package nl.mjpmonitor.dashboard.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The newest state of something that many pages show. Who follows it gets the state that holds, then every other one that comes, in their
 * order. Safe for use by many threads.
 *
 * @param <S> a state; two that are equal are no news
 */
public final class LatestState<S> {

    private final List<Consumer<S>> followers = new CopyOnWriteArrayList<>();
    private S state;

    /** @param first what holds before anything is told */
    public LatestState(S first) {
        this.state = first;
    }

    /** What was told last. */
    public synchronized S now() {
        return state;
    }

    /** Whether anybody follows it. */
    public boolean isFollowed() {
        return !followers.isEmpty();
    }

    /**
     * Delivers the state now, in the calling thread, and after that every new one, in the thread that tells it. The follower must not block
     * then; at first it may take its time, and keeps nobody else from the news.
     */
    public Subscription follow(Consumer<S> follower) {
        S shown = now();
        follower.accept(shown);
        while (!joins(follower, shown)) {
            shown = now();
            follower.accept(shown);
        }
        return () -> followers.remove(follower);
    }

    private synchronized boolean joins(Consumer<S> follower, S shown) {
        boolean isNewest = shown.equals(state);
        if (isNewest) {
            followers.add(follower);
        }
        return isNewest;
    }

    /** Tells what holds from now on. */
    public synchronized void tell(S next) {
        if (!next.equals(state)) {
            state = next;
            followers.forEach(follower -> follower.accept(next));
        }
    }
}
