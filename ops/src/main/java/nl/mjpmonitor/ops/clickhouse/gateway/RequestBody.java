package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as a stream for one worker thread, filled by the network thread. When the worker is behind, reading from the
 * network pauses, so that a body of any size takes little memory.
 */
final class RequestBody extends InputStream {

    private static final int PAUSE_ABOVE_BYTES = 1 << 20;
    private static final int RESUME_BELOW_BYTES = 1 << 18;

    private final Channel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ByteBuf> arrived = new ArrayDeque<>();
    private int arrivedBytes;
    private boolean complete;
    private boolean released;
    private @Nullable IOException failure;

    RequestBody(Channel channel) {
        this.channel = channel;
    }

    /** Takes a piece over from the network thread. */
    void offer(ByteBuf piece) {
        lock.lock();
        try {
            if (released || !piece.isReadable()) {
                piece.release();
                return;
            }
            arrived.add(piece);
            arrivedBytes += piece.readableBytes();
            if (arrivedBytes > PAUSE_ABOVE_BYTES) {
                channel.config().setAutoRead(false);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says that the last piece was offered. */
    void complete() {
        lock.lock();
        try {
            complete = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes further reading fail unless the body had arrived completely. */
    void fail(IOException reason) {
        lock.lock();
        try {
            failure = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what has arrived and what is still to come. */
    void release() {
        lock.lock();
        try {
            released = true;
            arrived.forEach(ByteBuf::release);
            arrived.clear();
            arrivedBytes = 0;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            ByteBuf piece = awaitPiece();
            return piece == null ? -1 : take(piece, target, offset, length);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable ByteBuf awaitPiece() throws IOException {
        while (arrived.isEmpty()) {
            if (complete || released) {
                return null;
            }
            if (failure != null) {
                throw failure;
            }
            try {
                changed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while reading the request", interrupted);
            }
        }
        return arrived.getFirst();
    }

    private int take(ByteBuf piece, byte[] target, int offset, int length) {
        int count = Math.min(length, piece.readableBytes());
        piece.readBytes(target, offset, count);
        arrivedBytes -= count;
        if (!piece.isReadable()) {
            arrived.removeFirst().release();
        }
        if (!complete && arrivedBytes < RESUME_BELOW_BYTES && !channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
        return count;
    }
}
