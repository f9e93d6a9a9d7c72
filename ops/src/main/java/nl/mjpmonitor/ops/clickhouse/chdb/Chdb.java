package nl.mjpmonitor.ops.clickhouse.chdb;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The embedded engine. A process holds at most one, on one data folder; it lives from the first connection to the closing of the
 * last, so its owner keeps one connection open throughout.
 *
 * <p>The engine runs statements on the calling thread, which needs a stack of about 8 MB.
 */
public final class Chdb {

    private final NativeApi api;

    private Chdb(NativeApi api) {
        this.api = api;
    }

    /**
     * Loads the library. The time zone of the process becomes UTC for native code, because the engine takes its default from there.
     *
     * @throws IllegalArgumentException when the file is not a library this machine can load
     * @throws IllegalStateException when it is another version than this binding knows
     */
    public static Chdb load(Path library) {
        Chdb chdb = new Chdb(new NativeApi(library));
        // before the first connection: with its own handlers in place the JVM hangs on its next NullPointerException
        chdb.disableSignalHandlers();
        chdb.setEnvironment("TZ", "UTC");
        return chdb;
    }

    /** The engine's own version, for instance {@code 26.7.3}. */
    public String version() {
        try {
            return Objects.requireNonNull(NativeApi.text((MemorySegment) api.version.invokeExact()));
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    /**
     * Opens a connection; the first one starts the engine.
     *
     * @param arguments options as on a command line: {@code --path=…}, {@code --config-file=…}; every connection passes the same
     * @throws ChdbException when the engine refuses, for instance because the data folder is in use
     */
    public ChdbConnection connect(List<String> arguments) throws ChdbException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment line = arena.allocate(ADDRESS, arguments.size() + 2L);
            line.setAtIndex(ADDRESS, 0, arena.allocateFrom("chdb"));
            for (int index = 0; index < arguments.size(); index++) {
                line.setAtIndex(ADDRESS, index + 1L, arena.allocateFrom(arguments.get(index)));
            }
            MemorySegment handle = (MemorySegment) api.connect.invokeExact(arguments.size() + 1, line);
            if (handle.address() == 0) {
                throw new ChdbException("The embedded engine did not start on " + String.join(" ", arguments));
            }
            return new ChdbConnection(api, handle);
        } catch (ChdbException refused) {
            throw refused;
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    /**
     * Ends the threads of the engine after the last connection was closed; no connection can be opened afterwards.
     *
     * @return whether all of them ended
     */
    public boolean shutdown() {
        try {
            return (int) api.shutdown.invokeExact() == 0;
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private void disableSignalHandlers() {
        try {
            api.signalHandlers.invokeExact(0);
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private void setEnvironment(String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) api.setEnvironment.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }
}
