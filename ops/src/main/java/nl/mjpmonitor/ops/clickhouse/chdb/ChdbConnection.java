package nl.mjpmonitor.ops.clickhouse.chdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A connection with its own session. It runs one statement at a time and is not safe for use by several threads at once. */
public final class ChdbConnection implements AutoCloseable {

    private final NativeApi api;
    private final MemorySegment handle;
    private final MemorySegment connection;
    private boolean closed;

    ChdbConnection(NativeApi api, MemorySegment handle) {
        this.api = api;
        this.handle = handle;
        this.connection = NativeApi.pointerAt(handle);
    }

    /**
     * Runs a statement to its end.
     *
     * @param format of the result where the statement has no FORMAT clause
     * @param parameters values for {@code {name:Type}} in the statement
     * @throws ChdbException when the engine reports an error
     */
    public ChdbResult query(byte[] statement, String format, Map<String, String> parameters) throws ChdbException {
        return ChdbResult.checked(api, call(api.query, statement, format, parameters));
    }

    /** Runs a statement without parameters and answers its result as tab-separated text, without the last line break. */
    public String text(String statement) throws ChdbException {
        try (ChdbResult result = query(statement.getBytes(StandardCharsets.UTF_8), "TabSeparated", Map.of())) {
            return new String(result.toByteArray(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    /** Starts a SELECT whose result is fetched in chunks; the connection is busy until the stream is closed. */
    public ChdbStream stream(byte[] statement, String format, Map<String, String> parameters) throws ChdbException {
        ChdbResult stream = ChdbResult.checked(api, call(api.streamQuery, statement, format, parameters));
        return new ChdbStream(api, connection, stream);
    }

    /**
     * Starts an INSERT whose data is appended in pieces; the connection is busy until it is closed.
     *
     * @param statement the INSERT without its FORMAT clause
     * @param format of the data
     */
    public ChdbInsert insert(byte[] statement, String format, Map<String, String> parameters) throws ChdbException {
        return ChdbInsert.checked(api, call(api.insert, statement, format, parameters));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            api.closeConnection.invokeExact(handle);
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private MemorySegment call(MethodHandle function, byte[] statement, String format, Map<String, String> parameters) {
        if (closed) {
            throw new IllegalStateException("connection is closed");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(JAVA_BYTE, statement);
            MemorySegment formatName = arena.allocateFrom(format);
            NativeApi.Parameters values = NativeApi.Parameters.of(arena, parameters);
            return (MemorySegment) function.invokeExact(
                    connection,
                    text,
                    (long) statement.length,
                    formatName,
                    formatName.byteSize() - 1,
                    values.names(),
                    values.nameLengths(),
                    values.values(),
                    values.valueLengths(),
                    values.count());
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }
}
