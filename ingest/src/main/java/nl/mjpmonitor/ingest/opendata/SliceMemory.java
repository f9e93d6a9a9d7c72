package nl.mjpmonitor.ingest.opendata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What was published of one slice of a table, and which of it a reading in progress has come across.
 *
 * <p>It travels as text in the source offset of the slice, in the same Kafka transaction as the records. That is why an
 * unchanged cell need not be published again, why a cell that is gone is noticed, and why a restart in mid-slice goes on with
 * exactly what was known at the last page that was committed.
 */
final class SliceMemory {
    private static final String FIELD = "\t\t";
    private static final String SEEN = "s";

    /** What adding a cell meant. */
    enum Change {
        /** The cell is new, or has another value than was published. */
        CHANGED,
        /** The cell was published with this value. */
        UNCHANGED,
        /** This reading came across the cell before, with another value. */
        CONTRADICTED
    }

    private record Remembered(CellValue value, boolean isSeen) {}

    private final SortedMap<String, Remembered> cells;

    private SliceMemory(SortedMap<String, Remembered> cells) {
        this.cells = cells;
    }

    /** Of a slice of which nothing was published. */
    static SliceMemory empty() {
        return new SliceMemory(new TreeMap<>());
    }

    /**
     * What {@link #encode} made text of.
     *
     * @throws IllegalArgumentException when it did not
     */
    static SliceMemory decode(String text) {
        SortedMap<String, Remembered> cells = new TreeMap<>();
        for (String line : unpack(text).split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] fields = line.split(FIELD, -1);
                CellStatus status = CellStatus.ofText(fields[1]);
                @Nullable String figure = status.hasFigure() ? fields[2] : null;
                CellValue value = new CellValue(
                        figure,
                        status,
                        Qualifier.ofText(fields[4]),
                        new Margin(orNull(fields[5]), orNull(fields[6])),
                        Provenance.ofText(fields[7]));
                cells.put(fields[0], new Remembered(value, SEEN.equals(fields[3])));
            }
        }
        return new SliceMemory(cells);
    }

    String encode() {
        StringBuilder text = new StringBuilder();
        cells.forEach((key, cell) -> text.append(key)
                .append(FIELD)
                .append(cell.value.status().text())
                .append(FIELD)
                .append(orEmpty(cell.value.figure()))
                .append(FIELD)
                .append(cell.isSeen ? SEEN : "")
                .append(FIELD)
                .append(cell.value.qualifier().text())
                .append(FIELD)
                .append(orEmpty(cell.value.margin().lower()))
                .append(FIELD)
                .append(orEmpty(cell.value.margin().upper()))
                .append(FIELD)
                .append(cell.value.provenance().text())
                .append('\n'));
        return pack(text.toString());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Forgets what earlier readings came across, not what was published. */
    void beginReading() {
        cells.replaceAll((key, cell) -> new Remembered(cell.value, false));
    }

    /** Takes a cell that the reading came across. */
    Change add(Cell cell) {
        Remembered known = cells.get(cell.key().text());
        if (known != null && known.isSeen && !known.value.equals(cell.value())) {
            return Change.CONTRADICTED;
        }
        cells.put(cell.key().text(), new Remembered(cell.value(), true));
        return known != null && known.value.equals(cell.value()) ? Change.UNCHANGED : Change.CHANGED;
    }

    /** Takes out the cells that the reading did not come across, and names them. */
    List<CellKey> withdrawUnseen() {
        List<CellKey> gone = new ArrayList<>();
        cells.forEach((key, cell) -> {
            if (!cell.isSeen) {
                gone.add(CellKey.ofText(key));
            }
        });
        gone.forEach(key -> cells.remove(key.text()));
        return gone;
    }

    /** What is published, by cell. */
    Map<CellKey, CellValue> published() {
        Map<CellKey, CellValue> published = new LinkedHashMap<>();
        cells.forEach((key, cell) -> published.put(CellKey.ofText(key), cell.value));
        return published;
    }

    int size() {
        return cells.size();
    }

    /** Compresses text into characters that are safe in JSON. */
    static String pack(String text) {
        if (text.isEmpty()) {
            return "";
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** The text that was packed. */
    static String unpack(String packed) {
        if (packed.isEmpty()) {
            return "";
        }
        byte[] bytes = Base64.getDecoder().decode(packed);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalArgumentException("An offset of the connector cannot be unpacked", broken);
        }
    }
}
