package nl.mjpmonitor.ops.clickhouse.chdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the library's C interface that the gateway uses, as method handles. */
@SuppressWarnings("restricted")
final class NativeApi {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout[] WITH_PARAMETERS = {
        ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG
    };

    final MethodHandle connect;
    final MethodHandle closeConnection;
    final MethodHandle query;
    final MethodHandle streamQuery;
    final MethodHandle fetch;
    final MethodHandle cancelStream;
    final MethodHandle insert;
    final MethodHandle append;
    final MethodHandle insertDone;
    final MethodHandle cancelInsert;
    final MethodHandle insertError;
    final MethodHandle destroyInsert;
    final MethodHandle destroyResult;
    final MethodHandle resultBuffer;
    final MethodHandle resultLength;
    final MethodHandle resultError;
    final MethodHandle resultRows;
    final MethodHandle storageRows;
    final MethodHandle storageBytes;
    final MethodHandle writtenRows;
    final MethodHandle writtenBytes;
    final MethodHandle version;
    final MethodHandle signalHandlers;
    final MethodHandle shutdown;
    final MethodHandle setEnvironment;

    NativeApi(Path library) {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        connect = function(symbols, "chdb_connect", ADDRESS, JAVA_INT, ADDRESS);
        closeConnection = procedure(symbols, "chdb_close_conn", ADDRESS);
        query = function(symbols, "chdb_query_with_params_n", ADDRESS, WITH_PARAMETERS);
        streamQuery = function(symbols, "chdb_stream_query_with_params_n", ADDRESS, WITH_PARAMETERS);
        fetch = function(symbols, "chdb_stream_fetch_result", ADDRESS, ADDRESS, ADDRESS);
        cancelStream = procedure(symbols, "chdb_stream_cancel_query", ADDRESS, ADDRESS);
        insert = function(symbols, "chdb_stream_insert_with_params_n", ADDRESS, WITH_PARAMETERS);
        append = function(symbols, "chdb_stream_append", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
        insertDone = function(symbols, "chdb_stream_done", ADDRESS, ADDRESS);
        cancelInsert = procedure(symbols, "chdb_stream_cancel_insert", ADDRESS);
        insertError = function(symbols, "chdb_stream_insert_error", ADDRESS, ADDRESS);
        destroyInsert = procedure(symbols, "chdb_destroy_insert_stream", ADDRESS);
        destroyResult = procedure(symbols, "chdb_destroy_query_result", ADDRESS);
        resultBuffer = function(symbols, "chdb_result_buffer", ADDRESS, ADDRESS);
        resultLength = function(symbols, "chdb_result_length", JAVA_LONG, ADDRESS);
        resultError = function(symbols, "chdb_result_error", ADDRESS, ADDRESS);
        resultRows = function(symbols, "chdb_result_rows_read", JAVA_LONG, ADDRESS);
        storageRows = function(symbols, "chdb_result_storage_rows_read", JAVA_LONG, ADDRESS);
        storageBytes = function(symbols, "chdb_result_storage_bytes_read", JAVA_LONG, ADDRESS);
        writtenRows = function(symbols, "chdb_result_rows_written", JAVA_LONG, ADDRESS);
        writtenBytes = function(symbols, "chdb_result_bytes_written", JAVA_LONG, ADDRESS);
        version = function(symbols, "chdb_version", ADDRESS);
        signalHandlers = procedure(symbols, "chdb_set_signal_handlers_enabled", JAVA_INT);
        shutdown = function(symbols, "chdb_shutdown", JAVA_INT);
        setEnvironment = function(LINKER.defaultLookup(), "setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    }

    /** Hands on what a method handle threw; the library itself throws nothing. */
    static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    static @Nullable String text(MemorySegment pointer) {
        return pointer.address() == 0
                ? null
                : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    static MemorySegment pointerAt(MemorySegment pointer) {
        return pointer.reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    static MemorySegment bytes(MemorySegment pointer, long length) {
        return pointer.reinterpret(length);
    }

    private static MethodHandle function(
            SymbolLookup symbols, String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(symbols, name, FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle procedure(SymbolLookup symbols, String name, MemoryLayout... arguments) {
        return handle(symbols, name, FunctionDescriptor.ofVoid(arguments));
    }

    private static MethodHandle handle(SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
        MemorySegment address = symbols.find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The engine library lacks the function " + name + ": it is not the expected version"));
        return LINKER.downcallHandle(address, descriptor);
    }

    /** The parameters of a statement in the four arrays the library takes them in. */
    record Parameters(
            MemorySegment names,
            MemorySegment nameLengths,
            MemorySegment values,
            MemorySegment valueLengths,
            long count) {

        static Parameters of(Arena arena, Map<String, String> parameters) {
            int count = parameters.size();
            if (count == 0) {
                MemorySegment none = MemorySegment.NULL;
                return new Parameters(none, none, none, none, 0);
            }
            Parameters arrays = new Parameters(
                    arena.allocate(ADDRESS, count),
                    arena.allocate(JAVA_LONG, count),
                    arena.allocate(ADDRESS, count),
                    arena.allocate(JAVA_LONG, count),
                    count);
            int index = 0;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                set(arena, arrays.names, arrays.nameLengths, index, parameter.getKey());
                set(arena, arrays.values, arrays.valueLengths, index, parameter.getValue());
                index++;
            }
            return arrays;
        }

        private static void set(Arena arena, MemorySegment pointers, MemorySegment lengths, int index, String value) {
            pointers.setAtIndex(ADDRESS, index, arena.allocateFrom(value));
            lengths.setAtIndex(JAVA_LONG, index, value.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
