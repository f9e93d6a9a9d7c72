package nl.mjpmonitor.ops.clickhouse.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import nl.mjpmonitor.ops.clickhouse.sql.InsertData;
import nl.mjpmonitor.ops.clickhouse.sql.SqlStatement;

/** A statement as it came in, split from the data of an INSERT, which is left in the stream. */
final class StatementText {

    /** SQL is held in memory; data in any format but VALUES is not and may be of any size. */
    static final int MAXIMUM_SQL_BYTES = 32 << 20;

    private static final int FIRST_READ_BYTES = 1 << 16;

    private final SqlStatement statement;
    private final byte[] sql;
    private final Optional<InputStream> data;

    private StatementText(SqlStatement statement, byte[] sql, Optional<InputStream> data) {
        this.statement = statement;
        this.sql = sql;
        this.data = data;
    }

    /** Its outline. */
    SqlStatement statement() {
        return statement;
    }

    /** All of it that is SQL; of an INSERT with data what stands before the FORMAT clause. Not to be changed. */
    byte[] sql() {
        return sql;
    }

    /** The rows of an INSERT in the format {@link SqlStatement#insertData()} names; empty when the rows are SQL themselves. */
    Optional<InputStream> data() {
        return data;
    }

    /**
     * Reads a statement from the {@code query} parameter, from the body, or from the first continued by the second.
     *
     * @param isFormat tells the names of formats
     */
    static StatementText read(String parameter, InputStream body, Predicate<String> isFormat)
            throws IOException, ClickHouseError {
        if (parameter.isBlank()) {
            return read(new byte[0], body, isFormat);
        }
        byte[] start = parameter.getBytes(StandardCharsets.UTF_8);
        SqlStatement statement = SqlStatement.read(start, start.length, isFormat);
        Optional<InsertData> data = statement.insertData().filter(found -> !found.isSqlText());
        if (data.isPresent()) {
            int end = isBlank(start, data.get().start()) ? data.get().start() : start.length;
            return withData(statement, data.get(), start, end, body);
        }
        return read((parameter + "\n").getBytes(StandardCharsets.UTF_8), body, isFormat);
    }

    private static StatementText read(byte[] start, InputStream body, Predicate<String> isFormat)
            throws IOException, ClickHouseError {
        byte[] text = Arrays.copyOf(start, Math.max(FIRST_READ_BYTES, start.length + FIRST_READ_BYTES));
        int length = start.length;
        while (true) {
            length += body.readNBytes(text, length, text.length - length);
            boolean complete = length < text.length;
            SqlStatement statement = SqlStatement.read(text, length, isFormat);
            Optional<InsertData> data = statement.insertData().filter(found -> !found.isSqlText());
            if (data.isPresent() && (complete || data.get().start() < length)) {
                return withData(statement, data.get(), text, length, body);
            }
            if (complete) {
                return new StatementText(statement, Arrays.copyOf(text, length), Optional.empty());
            }
            if (text.length >= MAXIMUM_SQL_BYTES) {
                throw ClickHouseError.of(
                        62,
                        "SYNTAX_ERROR",
                        "Max query size exceeded: the gateway takes up to " + MAXIMUM_SQL_BYTES
                                + " bytes of SQL, send more rows in a format such as RowBinary");
            }
            text = Arrays.copyOf(text, Math.min(MAXIMUM_SQL_BYTES, text.length * 2));
        }
    }

    /** White space after the statement in the address is not data. */
    private static boolean isBlank(byte[] text, int start) {
        for (int index = start; index < text.length; index++) {
            if (!Character.isWhitespace(text[index])) {
                return false;
            }
        }
        return true;
    }

    private static StatementText withData(
            SqlStatement statement, InsertData data, byte[] text, int length, InputStream body) {
        byte[] sql = Arrays.copyOf(text, data.statementEnd());
        InputStream begun = new ByteArrayInputStream(text, data.start(), length - data.start());
        return new StatementText(statement, sql, Optional.of(new SequenceInputStream(begun, body)));
    }
}
