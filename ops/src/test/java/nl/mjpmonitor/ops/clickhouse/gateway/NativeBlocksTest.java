package nl.mjpmonitor.ops.clickhouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeBlocksTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    void whatIsWrittenIsRead(int size) throws IOException {
        byte[] plain = bytes(size);
        assertThat(read(written(plain))).isEqualTo(plain);
    }

    @Test
    void singleBytesWorkToo() throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        try (NativeBlockOutputStream output = new NativeBlockOutputStream(blocks)) {
            output.write(200);
            output.flush();
            output.write(1);
        }
        try (NativeBlockInputStream input =
                new NativeBlockInputStream(new ByteArrayInputStream(blocks.toByteArray()))) {
            assertThat(input.read()).isEqualTo(200);
            assertThat(input.read()).isEqualTo(1);
            assertThat(input.read()).isEqualTo(-1);
        }
    }

    @Test
    void everyDamagedByteIsNoticed() throws IOException {
        byte[] blocks = written(bytes(100));
        for (int index = 0; index < blocks.length; index++) {
            byte[] damaged = blocks.clone();
            damaged[index] ^= 0x10;
            assertThatThrownBy(() -> read(damaged)).as("byte %d", index).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBlockThatIsCutOffIsNoticed() throws IOException {
        byte[] blocks = written(bytes(100));
        for (int length = 1; length < blocks.length; length++) {
            byte[] cut = Arrays.copyOf(blocks, length);
            assertThatThrownBy(() -> read(cut)).as("length %d", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void readsTheOtherMethods() throws IOException {
        byte[] plain = bytes(1000);
        assertThat(read(block(NativeBlocks.METHOD_NONE, plain, plain.length))).isEqualTo(plain);
        assertThat(read(block(NativeBlocks.METHOD_ZSTD, Zstd.compress(plain), plain.length)))
                .isEqualTo(plain);
        assertThatThrownBy(() -> read(block((byte) 0x7f, plain, plain.length))).hasMessageContaining("method 127");
        assertThatThrownBy(() -> read(block(NativeBlocks.METHOD_NONE, plain, 999)))
                .hasMessageContaining("size");
    }

    private static byte[] block(byte method, byte[] compressed, int plainSize) {
        byte[] block = new byte[NativeBlocks.CHECKSUM_BYTES + NativeBlocks.HEADER_BYTES + compressed.length];
        ByteBuffer frame = NativeBlocks.littleEndian(block);
        int hashedSize = NativeBlocks.HEADER_BYTES + compressed.length;
        frame.position(NativeBlocks.CHECKSUM_BYTES);
        frame.put(method).putInt(hashedSize).putInt(plainSize).put(compressed);
        long[] checksum = NativeBlocks.checksum(block, NativeBlocks.CHECKSUM_BYTES, hashedSize);
        frame.putLong(0, checksum[0]).putLong(8, checksum[1]);
        return block;
    }

    private static byte[] written(byte[] plain) throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        try (NativeBlockOutputStream output = new NativeBlockOutputStream(blocks)) {
            output.write(plain);
        }
        return blocks.toByteArray();
    }

    private static byte[] read(byte[] blocks) throws IOException {
        try (NativeBlockInputStream input = new NativeBlockInputStream(new ByteArrayInputStream(blocks))) {
            return input.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Arrays.fill(bytes, 0, size / 2, (byte) 'a');
        return bytes;
    }
}
