package nl.mjpmonitor.dashboard.publications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Chart;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.dashboard.documents.ChartLine;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentOrigin;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.documents.pdf.PdfRenderer;
import nl.mjpmonitor.dashboard.documents.sheets.OdsRenderer;
import nl.mjpmonitor.dashboard.documents.sheets.XlsxRenderer;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Measures how long files and the preview take in a process of its own, with made-up figures; {@code ops/bench exports} starts it. It writes a
 * line a measurement: its name, the first time, the middle and the longest of the others in milliseconds, the bytes, and the growth of the
 * heap in megabytes, with a tab between.
 */
final class EditionBench {

    private static final int ROUNDS = 10;
    private static final int MANY_ROWS = 100_000;
    private static final int SECTIONS = 14;
    private static final int MEGABYTE = 1 << 20;

    private EditionBench() {}

    /** Counts what is written and keeps nothing of it, as a download does. */
    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) {
            bytes += length;
        }
    }

    @FunctionalInterface
    private interface Work {
        void writeTo(OutputStream out) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Texts texts = new Texts();
        Document report = document(IntStream.rangeClosed(1, SECTIONS)
                .mapToObj(EditionBench::chapter)
                .toList());
        Document workbook = document(List.of(new Section("reeks", "Reeks", List.of(table("cijfers", MANY_ROWS, 3)))));
        measure(() -> "report of " + pages(texts, report) + " pages as PDF", written(new PdfRenderer(texts), report));
        measure(() -> "the same report drawn on the screen as preview", out -> {
            DocumentPreview preview = new DocumentPreview(report);
            out.write(preview.getElement().getOuterHTML().getBytes(StandardCharsets.UTF_8));
        });
        measure(() -> "100,000 rows as XLSX", written(new XlsxRenderer(texts), workbook));
        measure(() -> "100,000 rows as ODS", written(new OdsRenderer(texts), workbook));
    }

    private static int pages(Texts texts, Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRenderer(texts).write(document, out);
            try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
                return pdf.getNumberOfPages();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Work written(DocumentRenderer renderer, Document document) {
        return out -> renderer.write(document, out);
    }

    /** @param name asked after the work, which it must not warm up */
    private static void measure(Supplier<String> name, Work work) throws IOException {
        double[] times = new double[ROUNDS + 1];
        long most = 0;
        long bytes = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            Counted out = new Counted();
            long before = heapAfterCollection();
            long begin = System.nanoTime();
            work.writeTo(out);
            times[round] = (System.nanoTime() - begin) / 1e6;
            most = Math.max(most, heapPeak() - before);
            bytes = out.bytes;
        }
        double first = times[0];
        double[] others = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(others);
        System.out.printf(
                Locale.ROOT,
                "%s\t%.0f\t%.0f\t%.0f\t%d\t%d%n",
                name.get(),
                first,
                others[others.length / 2],
                others[others.length - 1],
                bytes,
                most / MEGABYTE);
    }

    /** What is alive before the work begins; from here on peaks count. */
    private static long heapAfterCollection() {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that was occupied since, garbage included. */
    private static long heapPeak() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Document document(List<Section> sections) {
        return new Document(
                "Meting",
                "Verzonnen cijfers",
                Texts.DUTCH,
                new DocumentOrigin(
                        "Meting",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "concept",
                        "meting",
                        true,
                        Confidentiality.OPENBAAR,
                        List.of("verzonnen")),
                sections);
    }

    /** About a page and a half: text, a table, and a chart with its figures. */
    private static Section chapter(int number) {
        String id = "deel-" + number;
        List<String> months =
                IntStream.rangeClosed(1, 24).mapToObj(month -> "maand " + month).toList();
        Block chart = new Chart(
                id + "-grafiek",
                "Verloop " + number,
                "Verzonnen cijfers van 24 maanden.",
                ChartKind.LINES,
                months,
                IntStream.rangeClosed(1, 3)
                        .mapToObj(line -> new ChartLine(
                                "Lijn " + line,
                                months.stream()
                                        .map(month ->
                                                Optional.of(BigDecimal.valueOf((month.hashCode() & 127) + 40L * line)))
                                        .toList(),
                                months.stream().map(month -> false).toList()))
                        .toList(),
                table(id + "-cijfers", 12, 3));
        return new Section(
                id,
                "Onderdeel " + number,
                List.of(
                        new Paragraph("In dit onderdeel staan verzonnen cijfers om mee te meten. ".repeat(6)),
                        table(id + "-tabel", 14, 6),
                        chart));
    }

    private static Table table(String id, int rows, int columns) {
        return new Table(
                id,
                "Verzonnen cijfers",
                "Onderwerp",
                IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> new Column("Kolom " + column, true))
                        .toList(),
                IntStream.range(0, rows)
                        .mapToObj(row -> new Row(
                                "Onderwerp " + row,
                                IntStream.range(0, columns)
                                        .mapToObj(column -> {
                                            long figure = 100 + (row * 7L + column * 13L) % 900;
                                            return Cell.number(
                                                    Long.toString(figure),
                                                    BigDecimal.valueOf(figure),
                                                    NumberKind.COUNT);
                                        })
                                        .toList()))
                        .toList(),
                List.of());
    }
}
