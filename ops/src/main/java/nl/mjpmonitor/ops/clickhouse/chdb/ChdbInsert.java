package nl.mjpmonitor.ops.clickhouse.chdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** An INSERT that takes its data in pieces. Nothing is acknowledged before {@link #finish()} returns. */
public final class ChdbInsert implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 18;

    private final NativeApi api;
    private final MemorySegment pointer;
    private boolean finished;

    private ChdbInsert(NativeApi api, MemorySegment pointer) {
        this.api = api;
        this.pointer = pointer;
    }

    static ChdbInsert checked(NativeApi api, MemorySegment pointer) throws ChdbException {
        ChdbInsert insert = new ChdbInsert(api, pointer);
        @Nullable String error = insert.error();
        if (error != null) {
            insert.close();
            throw new ChdbException(error);
        }
        return insert;
    }

    /**
     * Hands the data over until it ends or the engine refuses more of it; then {@link #finish()} tells why.
     *
     * @return the number of bytes handed over
     * @throws IOException when the data cannot be read; the insert is then to be closed without {@link #finish()}
     */
    public long append(InputStream data) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        long total = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment copy = arena.allocate(PIECE_BYTES);
            int count = data.readNBytes(piece, 0, piece.length);
            while (count > 0) {
                MemorySegment.copy(piece, 0, copy, JAVA_BYTE, 0, count);
                if (!append(copy, count)) {
                    return total;
                }
                total += count;
                count = data.readNBytes(piece, 0, piece.length);
            }
        }
        return total;
    }

    /**
     * Commits the data.
     *
     * @throws ChdbException when the insert failed; blocks that were complete before the error may have been written, as on a server
     */
    public ChdbResult finish() throws ChdbException {
        finished = true;
        try {
            return ChdbResult.checked(api, (MemorySegment) api.insertDone.invokeExact(pointer));
        } catch (ChdbException failed) {
            throw failed;
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    /** Frees the insert and gives it up when it was not finished. */
    @Override
    public void close() {
        try {
            if (!finished) {
                api.cancelInsert.invokeExact(pointer);
            }
            api.destroyInsert.invokeExact(pointer);
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private boolean append(MemorySegment piece, int length) {
        try {
            return (int) api.append.invokeExact(pointer, piece, (long) length) == 0;
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private @Nullable String error() {
        try {
            return NativeApi.text((MemorySegment) api.insertError.invokeExact(pointer));
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }
}
