package nl.mjpmonitor.ops.visitors;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the server sends to a page without being asked. A message is its length, a bar and a text; it may come in pieces. */
final class News implements WebSocket.Listener {

    private static final Pattern SYNC_ID = Pattern.compile("\"syncId\":(\\d+)");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final StringBuilder pieces = new StringBuilder();
    private int messages;
    private int syncId;

    /** How many changes of the page came. */
    int messages() {
        lock.lock();
        try {
            return messages;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the newest message that was seen, from here or elsewhere. */
    int syncId() {
        lock.lock();
        try {
            return syncId;
        } finally {
            lock.unlock();
        }
    }

    void seen(int number) {
        lock.lock();
        try {
            syncId = Math.max(syncId, number);
        } finally {
            lock.unlock();
        }
    }

    /** @throws IOException when nothing came in time */
    void awaitAfter(int number, Duration patience) throws IOException, InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (messages <= number) {
                if (left <= 0) {
                    throw new IOException("No news within " + patience);
                }
                left = arrival.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
        lock.lock();
        try {
            pieces.append(data);
            if (isLast) {
                Matcher numbers = SYNC_ID.matcher(pieces);
                while (numbers.find()) {
                    syncId = Math.max(syncId, Integer.parseInt(numbers.group(1)));
                    messages++;
                    arrival.signalAll();
                }
                pieces.setLength(0);
            }
        } finally {
            lock.unlock();
        }
        socket.request(1);
        return null;
    }
}
