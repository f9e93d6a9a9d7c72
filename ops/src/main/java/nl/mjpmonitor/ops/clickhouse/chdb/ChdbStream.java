package nl.mjpmonitor.ops.clickhouse.chdb;

import java.lang.foreign.MemorySegment;

/** A SELECT whose result is fetched chunk by chunk. Each chunk is a complete document of the format, headers included. */
public final class ChdbStream implements AutoCloseable {

    private final NativeApi api;
    private final MemorySegment connection;
    private final ChdbResult stream;
    private boolean ended;

    ChdbStream(NativeApi api, MemorySegment connection, ChdbResult stream) {
        this.api = api;
        this.connection = connection;
        this.stream = stream;
    }

    /**
     * The next chunk; one of length zero ends the stream.
     *
     * @throws ChdbException when the statement fails or was killed; earlier chunks were right but are not the whole result
     */
    public ChdbResult next() throws ChdbException {
        try {
            MemorySegment chunk = (MemorySegment) api.fetch.invokeExact(connection, stream.pointer());
            ChdbResult result = ChdbResult.checked(api, chunk);
            ended = result.length() == 0;
            return result;
        } catch (ChdbException failed) {
            ended = true;
            throw failed;
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    /** Frees the stream and stops the statement when it has not ended. */
    @Override
    public void close() {
        try {
            if (!ended) {
                api.cancelStream.invokeExact(connection, stream.pointer());
            }
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        } finally {
            stream.close();
        }
    }
}
