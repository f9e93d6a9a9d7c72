package nl.mjpmonitor.dashboard.progress;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

/** Work that waits for its turn, has it, or is ready. Everybody who asked for the same work at the same time has the same turn. */
public final class Turn<T> {

    private final Turns line;
    private final Callable<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    Turn(Turns line, Callable<T> work) {
        this.line = line;
        this.work = work;
    }

    /**
     * Waits until the work is ready.
     *
     * @param waiting hears how many are before it, first now and then whenever that changes; 0 when the work is being done. It may throw
     *     {@link CancelledException}, which cancels the turn
     * @throws CancelledException when the turn was cancelled
     * @throws RuntimeException as the work threw it
     */
    public T await(IntConsumer waiting) {
        try {
            line.follow(this, waiting);
        } catch (CancelledException stopped) {
            cancel();
        } catch (InterruptedException interrupted) {
            cancel();
            Thread.currentThread().interrupt();
        }
        try {
            return outcome.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw failed;
        }
    }

    /** Waits until the work is ready, whoever is before it. */
    public T await() {
        return await(_ -> {});
    }

    /** Gives the turn up, for everybody who has it. What is being done already comes to nothing. */
    public void cancel() {
        line.end(this, () -> outcome.completeExceptionally(new CancelledException()));
    }

    boolean isOver() {
        return outcome.isDone();
    }

    /** Does the work in this thread, unless the turn was given up. */
    void take() {
        if (isOver()) {
            return;
        }
        try {
            T result = work.call();
            line.end(this, () -> outcome.complete(result));
        } catch (Exception problem) {
            line.end(this, () -> outcome.completeExceptionally(problem));
        } catch (Error problem) {
            // such as too little memory for a large file: whoever waits must hear of it
            line.end(this, () -> outcome.completeExceptionally(new IllegalStateException(problem)));
            throw problem;
        }
    }
}
