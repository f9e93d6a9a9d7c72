package nl.mjpmonitor.ops.clickhouse.gateway;

import com.clickhouse.data.ClickHouseCityHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The frame of ClickHouse's own compression, used with {@code compress=1} and {@code decompress=1}: a 16-byte CityHash of what
 * follows, a method byte, the compressed size including this 9-byte header, the plain size, the compressed bytes.
 *
 * @see <a href="https://clickhouse.com/docs/native-protocol/columns">ClickHouse native protocol, compression</a>
 */
final class NativeBlocks {

    static final int CHECKSUM_BYTES = 16;
    static final int HEADER_BYTES = 9;
    static final byte METHOD_NONE = 0x02;
    static final byte METHOD_LZ4 = (byte) 0x82;
    static final byte METHOD_ZSTD = (byte) 0x90;
    /** A client may send blocks of a whole column; more than this is a damaged stream. */
    static final int MAXIMUM_BLOCK_BYTES = 1 << 27;

    private NativeBlocks() {}

    /** The two halves of the checksum. */
    // the client itself depends on this class, and no other library has this old variant of the hash
    @SuppressWarnings("deprecation")
    static long[] checksum(byte[] bytes, int start, int length) {
        return ClickHouseCityHash.cityHash128(bytes, start, length);
    }

    static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
