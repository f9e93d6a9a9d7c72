package nl.mjpmonitor.dashboard.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more. */
final class FullDisk extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int capacity;

    FullDisk(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (kept.size() + length > capacity) {
            throw new IOException("No space left on device");
        }
        kept.write(bytes, offset, length);
    }

    byte[] written() {
        return kept.toByteArray();
    }
}
