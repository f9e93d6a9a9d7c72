package nl.mjpmonitor.ops.clickhouse.chdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A result, or one chunk of a streamed one: encoded bytes in native memory, and what it took to make them. */
public final class ChdbResult implements AutoCloseable {

    private static final int COPY_BYTES = 1 << 16;

    private final NativeApi api;
    private final MemorySegment pointer;
    private boolean closed;

    private ChdbResult(NativeApi api, MemorySegment pointer) {
        this.api = api;
        this.pointer = pointer;
    }

    static ChdbResult checked(NativeApi api, MemorySegment pointer) throws ChdbException {
        ChdbResult result = new ChdbResult(api, pointer);
        @Nullable String error = result.error();
        if (error != null) {
            result.close();
            throw new ChdbException(error);
        }
        return result;
    }

    MemorySegment pointer() {
        return pointer;
    }

    /** Size of the encoded result in bytes. */
    public long length() {
        return number(api.resultLength);
    }

    /** Rows in the result. */
    public long rows() {
        return number(api.resultRows);
    }

    /** Rows read from tables to make it. */
    public long readRows() {
        return number(api.storageRows);
    }

    /** Uncompressed bytes read from tables to make it. */
    public long readBytes() {
        return number(api.storageBytes);
    }

    /** Rows written, those of materialized views included. */
    public long writtenRows() {
        return number(api.writtenRows);
    }

    public long writtenBytes() {
        return number(api.writtenBytes);
    }

    public byte[] toByteArray() {
        return firstBytes(length());
    }

    /** Copies the first {@code length} bytes, at most {@link #length()}. */
    public byte[] firstBytes(long length) {
        return length == 0 ? new byte[0] : data().asSlice(0, length).toArray(JAVA_BYTE);
    }

    /** Writes the result without its first {@code skip} bytes. */
    public void writeTo(OutputStream output, long skip) throws IOException {
        long length = length();
        if (length <= skip) {
            return;
        }
        MemorySegment data = data();
        byte[] copy = new byte[(int) Math.min(COPY_BYTES, length - skip)];
        for (long position = skip; position < length; position += copy.length) {
            int count = (int) Math.min(copy.length, length - position);
            MemorySegment.copy(data, JAVA_BYTE, position, copy, 0, count);
            output.write(copy, 0, count);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            api.destroyResult.invokeExact(pointer);
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private MemorySegment data() {
        try {
            return NativeApi.bytes((MemorySegment) api.resultBuffer.invokeExact(pointer), length());
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private @Nullable String error() {
        try {
            return NativeApi.text((MemorySegment) api.resultError.invokeExact(pointer));
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }

    private long number(MethodHandle function) {
        try {
            return Math.max(0, (long) function.invokeExact(pointer));
        } catch (Throwable thrown) {
            throw NativeApi.rethrown(thrown);
        }
    }
}
