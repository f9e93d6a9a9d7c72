package nl.mjpmonitor.ops.clickhouse.gateway;

import com.github.luben.zstd.Zstd;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Reads a stream of {@link NativeBlocks}; every block is checked before its bytes are handed out. */
final class NativeBlockInputStream extends InputStream {

    private static final LZ4SafeDecompressor LZ4 = LZ4Factory.fastestInstance().safeDecompressor();

    private final InputStream input;
    private byte[] plain = new byte[0];
    private int position;

    NativeBlockInputStream(InputStream input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        return position < plain.length || nextBlock() ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= plain.length && !nextBlock()) {
            return -1;
        }
        int count = Math.min(length, plain.length - position);
        System.arraycopy(plain, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private boolean nextBlock() throws IOException {
        do {
            byte[] checksum = input.readNBytes(NativeBlocks.CHECKSUM_BYTES);
            if (checksum.length == 0) {
                return false;
            }
            if (checksum.length < NativeBlocks.CHECKSUM_BYTES) {
                throw new EOFException("compressed block ends within its checksum");
            }
            plain = block(checksum);
            position = 0;
        } while (plain.length == 0);
        return true;
    }

    private byte[] block(byte[] checksum) throws IOException {
        byte[] header = exactly(NativeBlocks.HEADER_BYTES);
        ByteBuffer fields = NativeBlocks.littleEndian(header);
        byte method = fields.get();
        int compressedSize = fields.getInt() - NativeBlocks.HEADER_BYTES;
        int plainSize = fields.getInt();
        if (compressedSize < 0
                || plainSize < 0
                || compressedSize > NativeBlocks.MAXIMUM_BLOCK_BYTES
                || plainSize > NativeBlocks.MAXIMUM_BLOCK_BYTES) {
            throw new IOException("compressed block has an impossible size");
        }
        byte[] hashed = new byte[NativeBlocks.HEADER_BYTES + compressedSize];
        System.arraycopy(header, 0, hashed, 0, header.length);
        if (input.readNBytes(hashed, header.length, compressedSize) < compressedSize) {
            throw new EOFException("compressed block ends within its data");
        }
        verify(checksum, hashed);
        return decompressed(method, hashed, plainSize);
    }

    private static void verify(byte[] checksum, byte[] hashed) throws IOException {
        long[] actual = NativeBlocks.checksum(hashed, 0, hashed.length);
        ByteBuffer expected = NativeBlocks.littleEndian(checksum);
        if (expected.getLong() != actual[0] || expected.getLong() != actual[1]) {
            throw new IOException("checksum of a compressed block does not match its data");
        }
    }

    private static byte[] decompressed(byte method, byte[] hashed, int plainSize) throws IOException {
        byte[] result = new byte[plainSize];
        int start = NativeBlocks.HEADER_BYTES;
        int length = hashed.length - start;
        int written = switch (method) {
            case NativeBlocks.METHOD_LZ4 -> lz4(hashed, start, length, result);
            case NativeBlocks.METHOD_ZSTD ->
                (int) Zstd.decompressByteArray(result, 0, plainSize, hashed, start, length);
            case NativeBlocks.METHOD_NONE -> {
                System.arraycopy(hashed, start, result, 0, Math.min(length, plainSize));
                yield length;
            }
            default -> throw new IOException("unknown compression method " + (method & 0xff));
        };
        if (written != plainSize) {
            throw new IOException("compressed block holds another size than it says");
        }
        return result;
    }

    private static int lz4(byte[] hashed, int start, int length, byte[] result) throws IOException {
        try {
            return LZ4.decompress(hashed, start, length, result, 0, result.length);
        } catch (LZ4Exception damaged) {
            throw new IOException("compressed block is damaged", damaged);
        }
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("compressed block ends within its header");
        }
        return bytes;
    }
}
