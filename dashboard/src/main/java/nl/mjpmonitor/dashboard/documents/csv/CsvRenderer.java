package nl.mjpmonitor.dashboard.documents.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.mjpmonitor.dashboard.documents.Block;
import nl.mjpmonitor.dashboard.documents.Document;
import nl.mjpmonitor.dashboard.documents.DocumentRenderer;
import nl.mjpmonitor.dashboard.documents.DocumentWords;
import nl.mjpmonitor.dashboard.documents.Drawing;
import nl.mjpmonitor.dashboard.documents.Failure;
import nl.mjpmonitor.dashboard.documents.Paragraph;
import nl.mjpmonitor.dashboard.documents.Section;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.texts.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Documents as a zip of comma-separated values (RFC 4180, UTF-8): a file a table, {@value #METADATA} that describes them after CSV on the
 * Web (W3C), and the running text in {@value #TEXT}. Without a table there is nothing to describe: a description needs one at least, so
 * there is the text only, and it says so. Numbers have a decimal point; a number that is not there is empty, and a column
 * beside it says why.
 */
public final class CsvRenderer implements DocumentRenderer {

    /** The name under which programs look for the description. */
    static final String METADATA = "csv-metadata.json";

    static final String TEXT = "tekst.txt";

    private static final String LINE = "\r\n";

    private final Texts texts;

    public CsvRenderer(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public String extension() {
        return "zip";
    }

    @Override
    public void write(Document document, OutputStream out) throws IOException {
        DocumentWords words = new DocumentWords(texts, document.locale());
        CsvMetadata metadata = new CsvMetadata(document);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        for (Table table : document.tables().toList()) {
            String name = table.id() + ".csv";
            List<CsvColumn> columns = CsvColumn.of(table, words);
            zip.putNextEntry(new ZipEntry(name));
            write(columns, table.rows().size(), writer);
            zip.closeEntry();
            metadata.add(name, table, columns);
        }
        if (metadata.hasTables()) {
            zip.putNextEntry(new ZipEntry(METADATA));
            writer.write(metadata.text());
            writer.flush();
            zip.closeEntry();
        }
        zip.putNextEntry(new ZipEntry(TEXT));
        write(document, words, writer);
        if (!metadata.hasTables()) {
            lines(writer, words.withoutTables());
        }
        writer.flush();
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private static void write(List<CsvColumn> columns, int rows, Writer writer) throws IOException {
        CSVPrinter records = new CSVPrinter(writer, CSVFormat.RFC4180);
        records.printRecord(columns.stream().map(CsvColumn::title).map(CsvText::of));
        for (int row = 0; row < rows; row++) {
            for (CsvColumn column : columns) {
                records.print(column.values().get(row));
            }
            records.println();
        }
        records.flush();
    }

    /** What is no table, so that the zip says all that the document says. */
    private static void write(Document document, DocumentWords words, Writer writer) throws IOException {
        lines(writer, document.title(), document.subtitle(), "");
        if (document.origin().isDemonstration()) {
            lines(writer, words.demonstration(), "");
        }
        for (Section section : document.sections()) {
            lines(writer, section.title(), "");
            for (Block block : section.blocks()) {
                switch (block) {
                    case Paragraph paragraph -> lines(writer, paragraph.paragraphs());
                    case Failure failure -> lines(writer, failure.message());
                    case Table table -> write(table, writer);
                    case Drawing drawing -> {
                        lines(writer, drawing.title(), drawing.description());
                        write(drawing.table(), writer);
                    }
                }
                lines(writer, "");
            }
        }
    }

    private static void write(Table table, Writer writer) throws IOException {
        lines(writer, table.caption() + ": " + table.id() + ".csv");
        lines(writer, table.notes());
    }

    private static void lines(Writer writer, String... lines) throws IOException {
        lines(writer, List.of(lines));
    }

    private static void lines(Writer writer, List<String> lines) throws IOException {
        for (String line : lines) {
            writer.write(line);
            writer.write(LINE);
        }
    }
}
