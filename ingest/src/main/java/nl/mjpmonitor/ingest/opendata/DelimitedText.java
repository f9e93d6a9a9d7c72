package nl.mjpmonitor.ingest.opendata;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a file with separated values, whatever its encoding and separator.
 *
 * <p>A byte order mark decides the encoding; without one it is UTF-8 when the bytes allow it, and Windows-1252 otherwise. The
 * separator is the one of semicolon, comma and tab that the first lines have most of, outside quotes.
 */
final class DelimitedText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, (byte) 0x11, (byte) 0xE0};
    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int LINES_LOOKED_AT = 25;

    /** Excel's own first line. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\A\"?sep=.\"?\\R", Pattern.CASE_INSENSITIVE);

    private DelimitedText() {}

    /**
     * A line.
     *
     * @param number its number in the file, from 1
     * @param values its values, without the spaces around them
     */
    record Line(long number, List<String> values) {
        boolean isBlank() {
            return values.stream().allMatch(String::isEmpty);
        }

        /** Whether there is something in the first place only. */
        boolean isSingle() {
            return !values.get(0).isEmpty() && values.stream().skip(1).allMatch(String::isEmpty);
        }
    }

    /**
     * Reads all lines, also the blank ones.
     *
     * @throws BrokenFileException when it is empty, no text, or badly quoted
     */
    static List<Line> lines(byte[] bytes) throws BrokenFileException {
        String text = text(bytes);
        if (text.isBlank()) {
            throw new BrokenFileException("the file is empty");
        }
        String content = SEPARATOR_LINE.matcher(text).replaceFirst("");
        long skipped = content.length() < text.length() ? 1 : 0;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(content))
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        List<Line> lines = new ArrayList<>();
        long number = 1 + skipped;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(content))
                .setFormat(format)
                .get()) {
            for (CSVRecord record : parser) {
                lines.add(new Line(number, values(record)));
                number = parser.getCurrentLineNumber() + 1 + skipped;
            }
        } catch (UncheckedIOException | IOException | IllegalStateException malformed) {
            throw BrokenFileException.atLine(number, "the quotes do not match");
        }
        return lines;
    }

    private static List<String> values(CSVRecord record) {
        return record.stream()
                .map(value -> value.replace('\u00a0', ' ').strip())
                .toList();
    }

    private static String text(byte[] bytes) throws BrokenFileException {
        if (startsWith(bytes, ZIP) || startsWith(bytes, OLD_OFFICE)) {
            throw new BrokenFileException("this is a spreadsheet or an archive: save it as CSV");
        }
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new BrokenFileException("this is not text: save it as CSV");
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length];
        boolean isQuoted = false;
        int lines = 0;
        for (int index = 0; index < text.length() && lines < LINES_LOOKED_AT; index++) {
            char character = text.charAt(index);
            if (character == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted) {
                for (int candidate = 0; candidate < SEPARATORS.length; candidate++) {
                    if (character == SEPARATORS[candidate]) {
                        counts[candidate]++;
                    }
                }
                lines += character == '\n' ? 1 : 0;
            }
        }
        int most = 0;
        for (int candidate = 1; candidate < counts.length; candidate++) {
            if (counts[candidate] > counts[most]) {
                most = candidate;
            }
        }
        return SEPARATORS[most];
    }
}
