package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/**
 * What was asked of the gateway, because the engine keeps no {@code system.query_log}: the newest thousand statements in memory, and
 * all of them as JSON lines in {@code query_log.jsonl} in the data folder, of which one older generation is kept when it reaches
 * 8 MB. A failing disk loses log lines, never a statement.
 */
final class QueryLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueryLog.class);
    private static final int KEPT_IN_MEMORY = 1000;
    private static final long FILE_BYTES = 8L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> newest = new ArrayDeque<>();
    private final Path file;
    private Writer writer;
    private long written;

    QueryLog(Path folder) throws IOException {
        file = folder.resolve("query_log.jsonl");
        writer = open();
    }

    void add(QueryLogEntry entry) {
        String line = JSON.writeValueAsString(entry) + "\n";
        lock.lock();
        try {
            newest.addLast(line);
            if (newest.size() > KEPT_IN_MEMORY) {
                newest.removeFirst();
            }
            append(line);
        } catch (IOException failed) {
            LOG.warn("The query log lost a line", failed);
        } finally {
            lock.unlock();
        }
    }

    /** The newest statements as JSON lines, oldest first. */
    String jsonLines() {
        lock.lock();
        try {
            return newest.stream().collect(Collectors.joining());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            writer.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            lock.unlock();
        }
    }

    private void append(String line) throws IOException {
        if (written + line.length() > FILE_BYTES) {
            writer.close();
            Files.move(file, file.resolveSibling("query_log.1.jsonl"), StandardCopyOption.REPLACE_EXISTING);
            writer = open();
        }
        writer.write(line);
        writer.flush();
        written += line.length();
    }

    private Writer open() throws IOException {
        Writer opened = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(file);
        return opened;
    }
}
