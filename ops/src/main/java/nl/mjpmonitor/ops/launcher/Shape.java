package nl.mjpmonitor.ops.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How many processes share the work. What a stack leaves in its state folder fits one shape only, because three brokers keep three copies
 * of what one broker keeps once; so the state remembers its shape.
 *
 * @see <a href="../../../../../../../../docs/decisions/0044-a-cluster-on-one-machine.md">decision 0044</a>
 */
public enum Shape {
    /** One broker, one Connect worker, and Flink in one process. */
    SINGLE(1, 1, 0, "ops/run"),
    /** Three brokers, two Connect workers, and Flink as a JobManager and two TaskManagers. */
    CLUSTER(3, 2, 2, "ops/run --cluster");

    private final int brokers;
    private final int workers;
    private final int taskManagers;
    private final String start;

    Shape(int brokers, int workers, int taskManagers, String start) {
        this.brokers = brokers;
        this.workers = workers;
        this.taskManagers = taskManagers;
        this.start = start;
    }

    /** Kafka nodes that are broker and controller at once; each keeps a copy of everything. */
    int brokers() {
        return brokers;
    }

    /** Connect workers that share out the connectors. */
    int workers() {
        return workers;
    }

    /** Processes that run the tasks of the job; 0 when one process does all of Flink. */
    int taskManagers() {
        return taskManagers;
    }

    /** The shape that a state was made in; {@link #SINGLE} when it says nothing. */
    static Shape of(Home home) {
        return written(home).orElse(SINGLE);
    }

    /**
     * Has a state be of this shape from now on.
     *
     * @throws LauncherException when it was made in another one
     */
    void claim(Home home) throws IOException {
        Shape made = written(home).orElse(Files.exists(home.folder(KafkaCluster.NAME)) ? SINGLE : this);
        if (made != this) {
            throw new LauncherException(
                    "The state in %s was made by %s: start it so, throw it away with --fresh, or name another folder with MJP_STATE."
                            .formatted(home.state(), made.start));
        }
        Secrets.writePrivately(file(home), name().toLowerCase(Locale.ROOT));
    }

    private static Optional<Shape> written(Home home) {
        try {
            String name = Files.readString(file(home), StandardCharsets.UTF_8).strip();
            return Optional.of(Shape.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (NoSuchFileException older) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new LauncherException(
                    "%s names no shape of a stack; it says 'single' or 'cluster'.".formatted(file(home)), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Home home) {
        return home.state().resolve("shape");
    }
}
