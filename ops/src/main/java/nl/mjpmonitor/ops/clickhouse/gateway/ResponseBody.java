package nl.mjpmonitor.ops.clickhouse.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, written by one worker thread. Nothing is sent before the buffer is full: until then the answer can be taken
 * back and an error sent instead. When the client reads slowly, writing waits for it.
 */
final class ResponseBody extends OutputStream {

    private static final int BUFFER_BYTES = 1 << 18;

    private final Channel channel;
    private final HttpHeaders headers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] buffer = new byte[1 << 12];
    private int filled;
    private boolean committed;
    private boolean ended;
    private @Nullable IOException failure;

    ResponseBody(Channel channel, HttpHeaders headers) {
        this.channel = channel;
        this.headers = headers;
    }

    /** Whether the status line has left, so that it can no longer be changed. */
    boolean isCommitted() {
        return committed;
    }

    /** Makes a waiting and all further writing fail; may be called by any thread. */
    void fail(IOException reason) {
        lock.lock();
        try {
            failure = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells a waiting writer that the client has read. */
    void writabilityChanged() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void write(int value) throws IOException {
        ensureRoom(1);
        buffer[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            ensureRoom(length - done);
            int count = Math.min(length - done, buffer.length - filled);
            System.arraycopy(source, offset + done, buffer, filled, count);
            filled += count;
            done += count;
        }
    }

    /** Sends everything that was written and goes on without ending the answer. */
    void commit() throws IOException {
        throwFailure();
        if (!committed) {
            committed = true;
            var _ = channel.write(head());
        }
        if (filled > 0) {
            var _ = channel.writeAndFlush(
                    new DefaultHttpContent(Unpooled.wrappedBuffer(Arrays.copyOf(buffer, filled))));
            filled = 0;
        }
        awaitWritable();
    }

    /** Ends the answer; a short one is sent in one piece with its length. */
    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        throwFailure();
        ended = true;
        if (committed) {
            commit();
            var _ = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            sendWhole(HttpResponseStatus.OK, Arrays.copyOf(buffer, filled));
        }
    }

    /** Ends the connection without the end of the answer, once the client has taken what was sent so far. */
    void breakOff() {
        ended = true;
        var _ = channel.writeAndFlush(new DefaultHttpContent(Unpooled.EMPTY_BUFFER))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** Sends another answer than was begun; only before {@link #isCommitted()}. */
    void replace(HttpResponseStatus status, byte[] content) {
        ended = true;
        sendWhole(status, content);
    }

    private void sendWhole(HttpResponseStatus status, byte[] content) {
        committed = true;
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(content));
        response.headers().set(headers);
        HttpUtil.setContentLength(response, content.length);
        var _ = channel.writeAndFlush(response);
    }

    private HttpResponse head() {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set(headers);
        response.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
        HttpUtil.setTransferEncodingChunked(response, true);
        return response;
    }

    private void ensureRoom(int wanted) throws IOException {
        if (ended) {
            throw new IOException("the answer has ended");
        }
        throwFailure();
        if (filled < buffer.length) {
            return;
        }
        if (buffer.length < BUFFER_BYTES) {
            int doubled = Math.max(buffer.length * 2, Math.min(BUFFER_BYTES, filled + wanted));
            buffer = Arrays.copyOf(buffer, Math.min(BUFFER_BYTES, doubled));
        } else {
            commit();
        }
    }

    private void awaitWritable() throws IOException {
        lock.lock();
        try {
            while (!channel.isWritable() && failure == null) {
                // a missed signal costs a second, not the answer
                boolean signalled = changed.await(1, TimeUnit.SECONDS);
                if (!signalled && !channel.isActive()) {
                    throw new ClientGoneException();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while answering", interrupted);
        } finally {
            lock.unlock();
        }
        throwFailure();
    }

    private void throwFailure() throws IOException {
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }
}
