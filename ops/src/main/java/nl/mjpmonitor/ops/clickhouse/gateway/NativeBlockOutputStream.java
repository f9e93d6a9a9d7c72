package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Writes {@link NativeBlocks} compressed with LZ4. */
final class NativeBlockOutputStream extends OutputStream {

    private static final int BLOCK_BYTES = 1 << 16;
    private static final LZ4Compressor LZ4 = LZ4Factory.fastestInstance().fastCompressor();

    private final OutputStream output;
    private final byte[] plain = new byte[BLOCK_BYTES];
    private final byte[] block =
            new byte[NativeBlocks.CHECKSUM_BYTES + NativeBlocks.HEADER_BYTES + LZ4.maxCompressedLength(BLOCK_BYTES)];
    private int filled;

    NativeBlockOutputStream(OutputStream output) {
        this.output = output;
    }

    @Override
    public void write(int value) throws IOException {
        if (filled == plain.length) {
            writeBlock();
        }
        plain[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == plain.length) {
                writeBlock();
            }
            int count = Math.min(length - done, plain.length - filled);
            System.arraycopy(source, offset + done, plain, filled, count);
            filled += count;
            done += count;
        }
    }

    @Override
    public void flush() throws IOException {
        writeBlock();
        output.flush();
    }

    @Override
    public void close() throws IOException {
        writeBlock();
        output.close();
    }

    private void writeBlock() throws IOException {
        if (filled == 0) {
            return;
        }
        int dataStart = NativeBlocks.CHECKSUM_BYTES + NativeBlocks.HEADER_BYTES;
        int compressed = LZ4.compress(plain, 0, filled, block, dataStart);
        int hashedSize = NativeBlocks.HEADER_BYTES + compressed;
        ByteBuffer frame = NativeBlocks.littleEndian(block);
        frame.put(NativeBlocks.CHECKSUM_BYTES, NativeBlocks.METHOD_LZ4);
        frame.putInt(NativeBlocks.CHECKSUM_BYTES + 1, hashedSize);
        frame.putInt(NativeBlocks.CHECKSUM_BYTES + 5, filled);
        long[] checksum = NativeBlocks.checksum(block, NativeBlocks.CHECKSUM_BYTES, hashedSize);
        frame.putLong(0, checksum[0]);
        frame.putLong(8, checksum[1]);
        output.write(block, 0, NativeBlocks.CHECKSUM_BYTES + hashedSize);
        filled = 0;
    }
}
