package nl.mjpmonitor.ops.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.metadata.TableSchema;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import nl.mjpmonitor.ops.chain.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every ClickHouse of this project must do for the official JDBC driver, the official client and plain HTTP. */
abstract class ClickHouseConformance {

    private ClickHouseTarget target;

    /** Runs the suite in a database of its own. */
    void use(URI address, String user, String password) throws IOException, InterruptedException {
        String database = "conformance_" + UUID.randomUUID().toString().replace("-", "");
        new ClickHouseTarget(address, user, password, "default").value("CREATE DATABASE " + database);
        target = new ClickHouseTarget(address, user, password, database);
    }

    /** To be called before the ClickHouse under test is stopped. */
    void removeDatabase() throws IOException, InterruptedException {
        target.value("DROP DATABASE " + target.database());
    }

    // ---- JDBC
    // ---------------------------------------------------------------------------------------------------------------

    @Test
    void jdbcTypesSurviveTheWayThereAndBack() throws Exception {
        OffsetDateTime moment = OffsetDateTime.of(2024, 3, 31, 1, 30, 0, 123_000_000, ZoneOffset.UTC);
        UUID uuid = UUID.fromString("6f0b2f0e-53a5-4c3b-8d0c-1a2b3c4d5e6f");
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE kinds (id UInt64, day Date, moment DateTime64(3,'UTC'), amount Decimal(18,2),"
                            + " missing Nullable(Int32), category LowCardinality(String), list Array(String), uuid UUID,"
                            + " ratio Float64, flag Bool, kind Enum8('x'=1,'y'=2), version UInt128) ENGINE=MergeTree ORDER BY id");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO kinds VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
                insert.setLong(1, 7);
                insert.setObject(2, LocalDate.of(2024, 2, 29));
                insert.setObject(3, moment);
                insert.setBigDecimal(4, new BigDecimal("-12.34"));
                insert.setNull(5, Types.INTEGER);
                insert.setString(6, "it's \\ a `name`");
                insert.setObject(7, new String[] {"a", "b\n\n'\\"});
                insert.setObject(8, uuid);
                insert.setDouble(9, 1 / 3.0);
                insert.setBoolean(10, true);
                insert.setString(11, "y");
                insert.setObject(12, BigInteger.TWO.pow(100));
                insert.addBatch();
                insert.executeBatch();
            }
            try (ResultSet row = statement.executeQuery("SELECT * FROM kinds")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong("id")).isEqualTo(7);
                assertThat(row.getObject("day", LocalDate.class)).isEqualTo(LocalDate.of(2024, 2, 29));
                assertThat(row.getObject("moment", OffsetDateTime.class).toInstant())
                        .isEqualTo(moment.toInstant());
                assertThat(row.getBigDecimal("amount")).isEqualByComparingTo("-12.34");
                assertThat(row.getInt("missing")).isZero();
                assertThat(row.wasNull()).isTrue();
                assertThat(row.getString("category")).isEqualTo("it's \\ a `name`");
                assertThat((Object[]) row.getArray("list").getArray()).containsExactly("a", "b\n\n'\\");
                assertThat(row.getObject("uuid")).isEqualTo(uuid);
                assertThat(row.getDouble("ratio")).isEqualTo(1 / 3.0);
                assertThat(row.getBoolean("flag")).isTrue();
                assertThat(row.getString("kind")).isEqualTo("y");
                assertThat(row.getObject("version")).isEqualTo(BigInteger.TWO.pow(100));
                assertThat(row.next()).isFalse();
            }
        }
    }

    @Test
    void jdbcBatchesAndUpdateCountsAreWhole() throws Exception {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE batch (id UInt32, name String) ENGINE=MergeTree ORDER BY id");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO batch VALUES (?, ?)")) {
                for (int id = 0; id < 5000; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "name; -- " + id);
                    insert.addBatch();
                }
                assertThat(insert.executeBatch()).hasSize(5000);
            }
            int copied = statement.executeUpdate("INSERT INTO batch SELECT id + 5000, name FROM batch WHERE id < 10");
            assertThat(copied).isEqualTo(10);
        }
        assertThat(target.value("SELECT count(), uniqExact(name), sum(id) FROM batch"))
                .isEqualTo("5010\t5000\t12547545");
    }

    @Test
    void jdbcMetadataKnowsTablesAndColumns() throws Exception {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE described (a UInt8, b String) ENGINE=MergeTree ORDER BY a");
            try (ResultSet columns = connection.getMetaData().getColumns(null, target.database(), "described", null)) {
                List<String> names = new ArrayList<>();
                while (columns.next()) {
                    names.add(columns.getString("COLUMN_NAME"));
                }
                assertThat(names).containsExactly("a", "b");
            }
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith("2");
        }
    }

    @Test
    void jdbcErrorsCarryTheCode() throws Exception {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM no_such_table"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo(60));
            assertThatThrownBy(() -> statement.executeQuery("SELEC 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo(62));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "compress=1;decompress=0",
        "compress=0;decompress=0",
        "compress=1;decompress=1",
        "compress=1;decompress=1;client.use_http_compression=true",
    })
    void jdbcWorksWithEveryCompression(String options) throws Exception {
        Map<String, String> properties = new HashMap<>();
        for (String option : options.split(";", -1)) {
            properties.put(option.split("=", -1)[0], option.split("=", -1)[1]);
        }
        try (Connection connection = target.connect(properties);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS compressed (id UInt32, name String) ENGINE=MergeTree ORDER BY id");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO compressed VALUES (?, ?)")) {
                insert.setInt(1, 1);
                insert.setString(2, "x".repeat(1000));
                insert.addBatch();
                insert.executeBatch();
            }
            long sum = 0;
            try (ResultSet rows = statement.executeQuery("SELECT number, toString(number) FROM numbers(200000)")) {
                while (rows.next()) {
                    sum += rows.getLong(1);
                }
            }
            assertThat(sum).isEqualTo(200_000L * 199_999 / 2);
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM no_such_table"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo(60));
        }
    }

    @Test
    void jdbcCancelStopsTheStatementAndTellsSo() throws Exception {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            String endless =
                    "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 42 /* cancelled by jdbc */";
            Future<SQLException> outcome = threads.submit(() -> {
                try (ResultSet rows = statement.executeQuery(endless)) {
                    return new SQLException("finished with " + rows.next());
                } catch (SQLException cancelled) {
                    return cancelled;
                }
            });
            Until.holds(Duration.ofSeconds(20), () -> running("cancelled by jdbc") == 1);
            statement.cancel();
            assertThat(outcome.get(20, TimeUnit.SECONDS).getErrorCode()).isEqualTo(394);
            Until.holds(Duration.ofSeconds(20), () -> running("cancelled by jdbc") == 0);
            try (ResultSet rows = statement.executeQuery("SELECT 1")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    // ---- client-v2
    // ----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void clientInsertsRowBinaryAndReadsItBack(boolean compressed) throws Exception {
        String table = "row_binary_" + compressed;
        target.value("CREATE TABLE " + table
                + " (measure LowCardinality(String), month Date, known_at DateTime64(3,'UTC'), count Int64,"
                + " note Nullable(String), version UInt128) ENGINE=MergeTree ORDER BY (measure, month)");
        try (Client client =
                target.clientBuilder().compressClientRequest(compressed).build()) {
            TableSchema schema = client.getTableSchema(table);
            Instant known = Instant.parse("2026-11-21T06:47:00.123Z");
            try (InsertResponse inserted = client.insert(
                            table,
                            output -> {
                                RowBinaryFormatWriter rows =
                                        new RowBinaryFormatWriter(output, schema, ClickHouseFormat.RowBinary);
                                for (int index = 0; index < 1000; index++) {
                                    rows.setValue("measure", "politie.A40");
                                    rows.setValue(
                                            "month", LocalDate.of(2019, 1, 1).plusMonths(index % 60));
                                    rows.setValue("known_at", known.atZone(ZoneOffset.UTC));
                                    rows.setValue("count", (long) -index);
                                    rows.setValue("note", index % 2 == 0 ? null : "n" + index);
                                    rows.setValue(
                                            "version",
                                            BigInteger.ONE.shiftLeft(96).add(BigInteger.valueOf(index)));
                                    rows.commitRow();
                                }
                            },
                            ClickHouseFormat.RowBinary,
                            new InsertSettings())
                    .get()) {
                assertThat(inserted.getWrittenRows()).isEqualTo(1000);
            }
            List<GenericRecord> totals =
                    client.queryAll("SELECT count() AS rows, sum(count) AS total, countIf(note IS NULL) AS"
                            + " missing, max(known_at) AS known, max(version) AS newest FROM " + table);
            assertThat(totals).singleElement().satisfies(total -> {
                assertThat(total.getLong("rows")).isEqualTo(1000);
                assertThat(total.getLong("total")).isEqualTo(-499_500);
                assertThat(total.getLong("missing")).isEqualTo(500);
                assertThat(total.getZonedDateTime("known").toInstant()).isEqualTo(known);
                assertThat(total.getBigInteger("newest"))
                        .isEqualTo(BigInteger.ONE.shiftLeft(96).add(BigInteger.valueOf(999)));
            });
        }
    }

    @Test
    void clientInsertsAMillionRows() throws Exception {
        target.value("CREATE TABLE million (id UInt64, name String) ENGINE=MergeTree ORDER BY id");
        try (Client client = target.client()) {
            try (InsertResponse inserted = client.insert(
                            "million",
                            output -> writeRows(output, 1_000_000),
                            ClickHouseFormat.RowBinary,
                            new InsertSettings())
                    .get()) {
                assertThat(inserted.getWrittenRows()).isEqualTo(1_000_000);
            }
            List<GenericRecord> totals = client.queryAll("SELECT count() AS rows, uniqExact(id) AS ids FROM million");
            assertThat(totals.getFirst().getLong("rows")).isEqualTo(1_000_000);
            assertThat(totals.getFirst().getLong("ids")).isEqualTo(1_000_000);
        }
    }

    @Test
    @SuppressWarnings("try") // the client's close() declares any exception
    void clientReadsALongResultWithoutRepeatedHeaders() throws Exception {
        try (Client client = target.client();
                QueryResponse response = client.query("SELECT number, toString(number) AS text FROM numbers(1000000)")
                        .get();
                ClickHouseBinaryFormatReader rows = client.newBinaryFormatReader(response)) {
            long count = 0;
            while (rows.next() != null) {
                if (rows.getLong(1) != count || !rows.getString(2).equals(Long.toString(count))) {
                    throw new AssertionError("row " + count + " reads " + rows.getLong(1) + ", " + rows.getString(2));
                }
                count++;
            }
            assertThat(count).isEqualTo(1_000_000);
        }
    }

    @Test
    @SuppressWarnings("try") // the client's close() declares any exception
    void clientSeesAnErrorInMidStream() throws Exception {
        try (Client client = target.client()) {
            assertThatThrownBy(() -> {
                        try (QueryResponse response = client.query(
                                                "SELECT number, throwIf(number = 3000000) AS thrown FROM numbers(5000000)")
                                        .get();
                                ClickHouseBinaryFormatReader rows = client.newBinaryFormatReader(response)) {
                            long count = 0;
                            while (rows.next() != null) {
                                count++;
                            }
                            throw new IllegalStateException("a part of the result passed for the whole: " + count);
                        }
                    })
                    .isNotInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void clientGetsTheCodeOfAnErrorWhenItWaitsForTheEnd() throws Exception {
        try (Client client = target.client()) {
            assertThatThrownBy(() -> client.query(
                                    "SELECT number, throwIf(number = 3000000) AS thrown FROM numbers(5000000)",
                                    new QuerySettings().waitEndOfQuery(true))
                            .get()
                            .close())
                    .satisfies(error -> assertThat(serverError(error).getCode()).isEqualTo(395));
        }
    }

    @Test
    void clientSendsParametersOfEveryKind() throws Exception {
        String awkward = "O'Brien \\ \"é\" \n\ttab 50% €";
        try (Client client = target.client()) {
            List<GenericRecord> rows = client.queryAll(
                    "SELECT {text:String} AS text, {number:Int64} AS number, {day:Date} AS day, {list:Array(String)} AS list",
                    Map.of(
                            "text",
                            awkward,
                            "number",
                            -5L,
                            "day",
                            LocalDate.of(2024, 2, 29),
                            "list",
                            List.of("a", "b'c")));
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.getString("text")).isEqualTo(awkward);
                assertThat(row.getLong("number")).isEqualTo(-5);
                assertThat(row.getLocalDate("day")).isEqualTo(LocalDate.of(2024, 2, 29));
                assertThat(row.getList("list")).asString().isEqualTo("[a, b'c]");
            });
        }
    }

    @Test
    void clientSendsTheStatementAsAForm() throws Exception {
        try (Client client =
                target.clientBuilder().useHttpFormDataForQuery(true).build()) {
            List<GenericRecord> rows = client.queryAll("SELECT {text:String} AS text", Map.of("text", "in a form; é"));
            assertThat(rows.getFirst().getString("text")).isEqualTo("in a form; é");
        }
    }

    // ---- statements with data
    // -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void insertSelectReadsItsInputFromTheBody(boolean statementInAddress) throws Exception {
        target.value("CREATE TABLE IF NOT EXISTS converted (id UInt64, name String) ENGINE=MergeTree ORDER BY id");
        target.value("TRUNCATE TABLE converted");
        String statement = "INSERT INTO converted (id, name) SELECT id * 2, upper(name) FROM"
                + " input('id UInt32, name String') WHERE id != 2 FORMAT CSV";
        byte[] data = "1,one\n2,two\n3,\"thr\"\"ee\"\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = statementInAddress
                ? target.post(Map.of("query", statement), data)
                : target.post(Map.of(), concatenated((statement + "\n").getBytes(StandardCharsets.UTF_8), data));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(target.value("SELECT groupArray((id, name)) FROM (SELECT * FROM converted ORDER BY id)"))
                .isEqualTo("[(2,'ONE'),(6,'THR\"EE')]");
    }

    @Test
    void insertSelectReadsManyBinaryRowsFromTheBody() throws Exception {
        target.value("CREATE TABLE converted_binary (id UInt64, name String) ENGINE=MergeTree ORDER BY id");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        writeRows(rows, 300_000);
        HttpResponse<byte[]> answer = target.post(
                Map.of(
                        "query",
                        "INSERT INTO converted_binary SELECT id + 1, name FROM input('id UInt64, name String') FORMAT RowBinary"),
                rows.toByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(target.value("SELECT count(), min(id), max(id) FROM converted_binary"))
                .isEqualTo("300000\t1\t300000");
    }

    @Test
    void insertTakesDataBehindTheStatementInEveryPlace() throws Exception {
        target.value("CREATE TABLE placed (id UInt32, name String) ENGINE=MergeTree ORDER BY id");
        assertThat(target.post("INSERT INTO placed FORMAT JSONEachRow {\"id\":1,\"name\":\"FORMAT CSV\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(target.post("2\ttwo\n", Map.of("query", "INSERT INTO placed (id, name) FORMAT TabSeparated"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(target.post(
                                "(3, 'three; four'), (4, concat('fo', 'ur'))",
                                Map.of("query", "INSERT INTO placed VALUES"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(target.value(
                        "SELECT groupArray(concat(toString(id), name)) FROM (SELECT * FROM placed ORDER BY id)"))
                .isEqualTo("['1FORMAT CSV','2two','3three; four','4four']");
    }

    @Test
    void damagedDataIsRefusedWithItsCode() throws Exception {
        target.value("CREATE TABLE damaged (id UInt32, name String) ENGINE=MergeTree ORDER BY id");
        HttpResponse<String> answer =
                target.post("1,ok\nnot a number,bad\n", Map.of("query", "INSERT INTO damaged FORMAT CSV"));
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).isPresent();
        assertThat(target.value("SELECT count() FROM damaged")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "zstd", "lz4"})
    void contentCodingsWorkBothWays(String coding) throws Exception {
        target.value("CREATE TABLE coded_" + coding + " (id UInt64, name String) ENGINE=MergeTree ORDER BY id");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        writeRows(rows, 50_000);
        HttpResponse<byte[]> inserted = target.post(
                Map.of("query", "INSERT INTO coded_" + coding + " FORMAT RowBinary"),
                encoded(coding, rows.toByteArray()),
                "Content-Encoding",
                coding);
        assertThat(inserted.statusCode()).isEqualTo(200);
        HttpResponse<byte[]> selected = target.post(
                Map.of("enable_http_compression", "1"),
                ("SELECT * FROM coded_" + coding + " ORDER BY id FORMAT RowBinary").getBytes(StandardCharsets.UTF_8),
                "Accept-Encoding",
                coding);
        assertThat(selected.headers().firstValue("Content-Encoding")).hasValue(coding);
        assertThat(decoded(coding, selected.body())).isEqualTo(rows.toByteArray());
    }

    // ---- results
    // ------------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"CSVWithNames,1", "TabSeparatedWithNamesAndTypes,2", "JSONCompactEachRowWithNames,1", "TabSeparated,0"})
    void aLongResultHasOneHeader(String format, int headerLines) throws Exception {
        HttpResponse<String> answer = target.post(
                "SELECT number AS \"a,\"\"b\", 'x' AS c FROM numbers(300000)", Map.of("default_format", format));
        assertThat(answer.body().lines().count()).isEqualTo(300_000 + headerLines);
        assertThat(answer.headers().firstValue("X-ClickHouse-Format")).hasValue(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "JSONCompact", "XML", "Parquet", "Arrow", "Values", "Pretty", "Markdown"})
    void formatsThatCannotBeJoinedComeWhole(String format) throws Exception {
        HttpResponse<byte[]> answer = target.post(
                Map.of(), ("SELECT number FROM numbers(200000) FORMAT " + format).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
        if (format.equals("JSON")) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            assertThat(text.split("\"meta\"", -1)).hasSize(2);
            assertThat(text).contains("\"rows\": 200000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TabSeparated",
                "JSONEachRow",
                "CSVWithNames",
                "RowBinary",
                "Native",
                "RowBinaryWithNamesAndTypes"
            })
    void anErrorInMidStreamBreaksTheAnswerOff(String format) {
        assertThatThrownBy(() -> {
                    HttpResponse<byte[]> answer = target.post(
                            Map.of("default_format", format),
                            "SELECT number, throwIf(number = 3000000) FROM numbers(5000000)"
                                    .getBytes(StandardCharsets.UTF_8));
                    if (answer.statusCode() == 200) {
                        throw new IllegalStateException("a part of the result passed for the whole");
                    }
                    throw new IOException("refused as a whole: " + answer.statusCode());
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void anErrorInMidStreamIsWrittenBetweenMarks() throws Exception {
        String received = rawAnswer("SELECT number, throwIf(number = 3000000) FROM numbers(5000000)");
        assertThat(received).startsWith("HTTP/1.1 200");
        String tag = received.replaceFirst("(?is)^.*?X-ClickHouse-Exception-Tag: (\\w+).*$", "$1");
        assertThat(received)
                .contains("__exception__\r\n" + tag + "\r\nCode: 395")
                .contains("FUNCTION_THROW_IF_VALUE_IS_NON_ZERO");
        assertThat(received.stripTrailing()).doesNotEndWith("\r\n0");
    }

    @Test
    void headersDescribeTheAnswer() throws Exception {
        HttpResponse<String> answer =
                target.post("SELECT count() FROM numbers(1000)", Map.of("query_id", "my-query-" + target.database()));
        assertThat(answer.headers().firstValue("X-ClickHouse-Query-Id")).hasValue("my-query-" + target.database());
        assertThat(answer.headers().firstValue("X-ClickHouse-Timezone")).hasValue("UTC");
        assertThat(answer.headers().firstValue("X-ClickHouse-Format")).hasValue("TabSeparated");
        assertThat(answer.headers().firstValue("X-ClickHouse-Summary"))
                .hasValueSatisfying(summary -> assertThat(summary).contains("\"read_rows\":\"1000\""));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/tab-separated-values"));
    }

    @Test
    void errorsHaveStatusCodeAndText() throws Exception {
        HttpResponse<String> syntax = target.post("SELECT 1 +");
        assertThat(syntax.statusCode()).isEqualTo(400);
        assertThat(syntax.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("62");
        assertThat(syntax.body())
                .startsWith("Code: 62. DB::Exception: Syntax error")
                .contains("(SYNTAX_ERROR)");
        HttpResponse<String> table = target.post("SELECT * FROM no_such_table");
        assertThat(table.statusCode()).isEqualTo(404);
        assertThat(table.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("60");
        HttpResponse<String> setting = target.post("SELECT 1", Map.of("no_such_setting", "1"));
        assertThat(setting.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("115");
        HttpResponse<String> two = target.post("SELECT 1; SELECT 2");
        assertThat(two.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("62");
        HttpResponse<String> empty = target.post(" -- nothing\n");
        assertThat(empty.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("62");
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        ClickHouseTarget stranger = new ClickHouseTarget(target.address(), target.user(), "wrong", "default");
        HttpResponse<String> answer = stranger.post("SELECT 1");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("516");
    }

    @Test
    void getOnlyReads() throws Exception {
        assertThat(target.get("/", Map.of("query", "SELECT 1")).body()).isEqualTo("1\n");
        HttpResponse<String> change = target.get("/", Map.of("query", "CREATE DATABASE by_get"));
        assertThat(change.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("164");
        assertThat(target.get("/ping", Map.of()).body()).isEqualTo("Ok.\n");
    }

    // ---- sessions and settings
    // ----------------------------------------------------------------------------------------------

    @Test
    void aSessionKeepsTemporaryTablesAndSettings() throws Exception {
        Map<String, String> session = Map.of("session_id", "session-" + target.database());
        assertThat(target.post("CREATE TEMPORARY TABLE mine (a UInt8)", session).statusCode())
                .isEqualTo(200);
        assertThat(target.post("INSERT INTO mine VALUES (1), (2)", session).statusCode())
                .isEqualTo(200);
        assertThat(target.post("SET max_block_size = 77", session).statusCode()).isEqualTo(200);
        assertThat(target.post("SELECT sum(a), getSetting('max_block_size') FROM mine", session)
                        .body())
                .isEqualTo("3\t77\n");
        assertThat(target.post(
                                "SELECT getSetting('max_block_size'), getSetting('max_threads')",
                                Map.of(
                                        "session_id",
                                        session.get("session_id"),
                                        "max_block_size",
                                        "88",
                                        "max_threads",
                                        "1"))
                        .body())
                .isEqualTo("88\t1\n");
        assertThat(target.post("SELECT getSetting('max_block_size')", session).body())
                .isEqualTo("77\n");
        assertThat(target.post("SELECT count() FROM mine").statusCode()).isEqualTo(404);
        Map<String, String> closing = Map.of("session_id", session.get("session_id"), "close_session", "1");
        assertThat(target.post("SELECT 1", closing).statusCode()).isEqualTo(200);
        Map<String, String> checking = Map.of("session_id", session.get("session_id"), "session_check", "1");
        assertThat(target.post("SELECT 1", checking).headers().firstValue("X-ClickHouse-Exception-Code"))
                .hasValue("372");
    }

    @Test
    void oneSessionServesOneRequestAtATime() throws Exception {
        Map<String, String> session = Map.of("session_id", "locked-" + target.database());
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> slow = threads.submit(() ->
                    target.post("SELECT sleepEachRow(0.2) FROM numbers(10) /* in session */ FORMAT Null", session));
            Until.holds(Duration.ofSeconds(10), () -> running("in session") == 1);
            assertThat(target.post("SELECT 1", session).headers().firstValue("X-ClickHouse-Exception-Code"))
                    .hasValue("373");
            assertThat(slow.get().statusCode()).isEqualTo(200);
        }
        assertThat(target.post("SELECT 1", session).body()).isEqualTo("1\n");
    }

    @Test
    void settingsOfARequestEndWithIt() throws Exception {
        assertThat(target.post("SELECT getSetting('max_block_size')", Map.of("max_block_size", "99"))
                        .body())
                .isEqualTo("99\n");
        assertThat(target.post("SELECT getSetting('max_block_size')").body()).isNotEqualTo("99\n");
        assertThat(target.post("SELECT 1", Map.of("readonly", "1", "max_threads", "1"))
                        .body())
                .isEqualTo("1\n");
    }

    // ---- cancelling
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void killQueryStopsAStatement() throws Exception {
        String id = "killed-" + target.database();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> endless = threads.submit(() -> target.post(
                    "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 42 /* killed */",
                    Map.of("query_id", id)));
            Until.holds(Duration.ofSeconds(20), () -> running("killed */") == 1);
            assertThat(target.value("KILL QUERY WHERE query_id = '" + id + "' ASYNC"))
                    .contains(id);
            assertThat(endless.get(20, TimeUnit.SECONDS).headers().firstValue("X-ClickHouse-Exception-Code"))
                    .hasValue("394");
        }
        assertThat(target.value("KILL QUERY WHERE query_id = 'nobody' ASYNC")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 42",
                "SELECT number, repeat('x', 1000) FROM numbers(1000000000000)"
            })
    void aClientThatGoesAwayCancelsWhatItRead(String endless) throws Exception {
        String marker = "left " + endless.length();
        try (Socket socket =
                new Socket(target.address().getHost(), target.address().getPort())) {
            send(socket, endless + " /* " + marker + " */", "cancel_http_readonly_queries_on_client_close=1");
            Until.holds(Duration.ofSeconds(20), () -> running(marker) == 1);
        }
        Until.holds(Duration.ofSeconds(20), () -> running(marker) == 0);
    }

    @Test
    void aClientThatGoesAwayDuringAnInsertLeavesNothing() throws Exception {
        target.value("CREATE TABLE abandoned (id UInt64, name String) ENGINE=MergeTree ORDER BY id");
        try (Socket socket =
                new Socket(target.address().getHost(), target.address().getPort())) {
            String head = "POST /?database=" + target.database()
                    + "&query=INSERT%20INTO%20abandoned%20/*%20abandoned%20insert%20*/%20FORMAT%20RowBinary HTTP/1.1\r\n"
                    + "Host: test\r\nAuthorization: " + target.authorization()
                    + "\r\nContent-Length: 100000000\r\n\r\n";
            OutputStream output = socket.getOutputStream();
            output.write(head.getBytes(StandardCharsets.US_ASCII));
            writeRows(output, 5000);
            output.flush();
            Until.holds(Duration.ofSeconds(20), () -> running("abandoned insert") == 1);
        }
        Until.holds(Duration.ofSeconds(20), () -> running("abandoned insert") == 0);
        assertThat(target.value("SELECT count() FROM abandoned")).isEqualTo("0");
    }

    // ---- load and data
    // ------------------------------------------------------------------------------------------------------

    @Test
    void sixteenClientsWorkAtOnce() throws Exception {
        target.value("CREATE TABLE shared (client UInt8, id UInt32) ENGINE=MergeTree ORDER BY (client, id)");
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Long>> outcomes = new ArrayList<>();
            for (int client = 0; client < 16; client++) {
                outcomes.add(threads.submit(insertAndCount(client)));
            }
            for (Future<Long> outcome : outcomes) {
                assertThat(outcome.get(120, TimeUnit.SECONDS)).isEqualTo(1000);
            }
        }
        assertThat(target.value("SELECT count(), uniqExact(client) FROM shared"))
                .isEqualTo("16000\t16");
    }

    @Test
    void textAndDatesAtTheEdgesSurvive() throws Exception {
        target.value(
                "CREATE TABLE edges (id UInt8, text Nullable(String), day Date, wide Date32, moment DateTime64(3,'UTC'))"
                        + " ENGINE=MergeTree ORDER BY id");
        String text = "Wyck – ‘é’ 😀 \u0000 نص";
        try (Connection connection = target.connect();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO edges VALUES (?,?,?,?,?)")) {
            insertEdge(insert, 1, text, "1970-01-01", "1900-01-01", "1970-01-01T00:00:00Z");
            insertEdge(insert, 2, null, "2149-06-06", "2299-12-31", "2262-04-11T23:47:16.854Z");
            insertEdge(insert, 3, "", "2024-02-29", "2024-02-29", "2023-12-31T23:59:59.999Z");
            insert.executeBatch();
        }
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM edges ORDER BY id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("text")).isEqualTo(text);
            assertThat(rows.getObject("day", LocalDate.class)).isEqualTo("1970-01-01");
            assertThat(rows.getObject("wide", LocalDate.class)).isEqualTo("1900-01-01");
            assertThat(rows.getObject("moment", OffsetDateTime.class).toInstant())
                    .isEqualTo(Instant.EPOCH);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("text")).isNull();
            assertThat(rows.getObject("day", LocalDate.class)).isEqualTo("2149-06-06");
            assertThat(rows.getObject("wide", LocalDate.class)).isEqualTo("2299-12-31");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("text")).isEmpty();
            assertThat(rows.getObject("moment", OffsetDateTime.class).toInstant())
                    .isEqualTo(Instant.parse("2023-12-31T23:59:59.999Z"));
        }
    }

    @Test
    void theNewestVersionWinsThroughAMaterializedView() throws Exception {
        target.value("CREATE TABLE change_log (key String, _version UInt128, _is_deleted UInt8, row String)"
                + " ENGINE=ReplacingMergeTree ORDER BY (key, _version)");
        target.value("CREATE TABLE current (key String, amount Int64, _version UInt128, _is_deleted UInt8)"
                + " ENGINE=ReplacingMergeTree(_version, _is_deleted) ORDER BY key");
        target.value("CREATE MATERIALIZED VIEW current_from_log TO current AS SELECT key,"
                + " JSONExtractInt(row, 'amount') AS amount, _version, _is_deleted FROM change_log");
        String epoch = "toUInt128('" + BigInteger.ONE.shiftLeft(96) + "')";
        target.value("INSERT INTO change_log VALUES ('a', " + epoch + " + 2, 0, '{\"amount\":2}')," + " ('b', " + epoch
                + " + 1, 0, '{\"amount\":10}')");
        target.value("INSERT INTO change_log VALUES ('a', " + epoch + " + 1, 0, '{\"amount\":1}')," + " ('b', " + epoch
                + " + 3, 1, '{\"amount\":10}'), ('c', 5, 0, '{\"amount\":7}')");
        target.value("INSERT INTO change_log VALUES ('c', 5, 0, '{\"amount\":7}')");
        assertThat(target.value("SELECT groupArray((key, amount)) FROM (SELECT * FROM current FINAL ORDER BY key)"))
                .isEqualTo("[('a',2),('c',7)]");
        assertThat(target.value("SELECT count() FROM change_log FINAL")).isEqualTo("5");
        target.value("OPTIMIZE TABLE current FINAL");
        assertThat(target.value("SELECT groupArray((key, amount)) FROM (SELECT * FROM current FINAL ORDER BY key)"))
                .isEqualTo("[('a',2),('c',7)]");
    }

    @Test
    void equalBatchesAreBothKept() throws Exception {
        target.value("CREATE TABLE repeated (id UInt8) ENGINE=MergeTree ORDER BY id");
        target.value("INSERT INTO repeated VALUES (1)");
        target.value("INSERT INTO repeated VALUES (1)");
        target.value("INSERT INTO repeated SELECT 1");
        target.value("INSERT INTO repeated SELECT 1");
        assertThat(target.value("SELECT count() FROM repeated")).isEqualTo("4");
    }

    @Test
    void aTableWithAWindowTakesATokenOnce() throws Exception {
        target.value("CREATE TABLE windowed (id UInt8) ENGINE=MergeTree ORDER BY id"
                + " SETTINGS non_replicated_deduplication_window = 100");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(target.post("INSERT INTO windowed VALUES (1)", Map.of("insert_deduplication_token", "batch-1"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(target.value("SELECT count() FROM windowed")).isEqualTo("1");
    }

    // ---- what the tests share
    // -----------------------------------------------------------------------------------------------

    private long running(String marker) throws Exception {
        return Long.parseLong(target.value("SELECT count() FROM system.processes WHERE query LIKE '%" + marker
                + "%' AND query NOT LIKE '%system.processes%'"));
    }

    private Callable<Long> insertAndCount(int number) {
        return () -> {
            try (Client client = target.client()) {
                for (int batch = 0; batch < 5; batch++) {
                    StringBuilder rows = new StringBuilder();
                    for (int id = 0; id < 200; id++) {
                        rows.append(number).append(',').append(batch * 200 + id).append('\n');
                    }
                    client.insert(
                                    "shared",
                                    new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)),
                                    ClickHouseFormat.CSV)
                            .get()
                            .close();
                }
                return client.queryAll("SELECT count() AS rows FROM shared WHERE client = " + number)
                        .getFirst()
                        .getLong("rows");
            }
        };
    }

    private static ServerException serverError(Throwable thrown) {
        return thrown instanceof ServerException error ? error : (ServerException) thrown.getCause();
    }

    private static void insertEdge(
            PreparedStatement insert, int id, String text, String day, String wide, String moment) throws SQLException {
        insert.setInt(1, id);
        insert.setString(2, text);
        insert.setObject(3, LocalDate.parse(day));
        insert.setObject(4, LocalDate.parse(wide));
        insert.setObject(5, Instant.parse(moment).atOffset(ZoneOffset.UTC));
        insert.addBatch();
    }

    private String rawAnswer(String statement) throws IOException {
        try (Socket socket =
                new Socket(target.address().getHost(), target.address().getPort())) {
            socket.setSoTimeout(60_000);
            send(socket, statement, "default_format=CSV");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private void send(Socket socket, String statement, String parameters) throws IOException {
        byte[] body = statement.getBytes(StandardCharsets.UTF_8);
        String head = "POST /?" + parameters + " HTTP/1.1\r\nHost: test\r\nAuthorization: " + target.authorization()
                + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(concatenated(head.getBytes(StandardCharsets.US_ASCII), body));
        socket.getOutputStream().flush();
    }

    /** Rows of a UInt64 and a String. */
    private static void writeRows(OutputStream output, int count) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (long id = 0; id < count; id++) {
            for (int shift = 0; shift < 64; shift += 8) {
                rows.write((int) (id >>> shift));
            }
            byte[] name = ("name " + id).getBytes(StandardCharsets.US_ASCII);
            rows.write(name.length);
            rows.writeBytes(name);
            if (rows.size() > 1 << 16) {
                rows.writeTo(output);
                rows.reset();
            }
        }
        rows.writeTo(output);
    }

    private static byte[] encoded(String coding, byte[] plain) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (OutputStream output = switch (coding) {
            case "gzip" -> new GZIPOutputStream(result);
            case "deflate" -> new DeflaterOutputStream(result);
            case "zstd" -> new ZstdOutputStream(result);
            case "lz4" -> new LZ4FrameOutputStream(result);
            default -> throw new IllegalArgumentException(coding);
        }) {
            output.write(plain);
        }
        return result.toByteArray();
    }

    private static byte[] decoded(String coding, byte[] encoded) throws IOException {
        InputStream input = new ByteArrayInputStream(encoded);
        try (InputStream plain = switch (coding) {
            case "gzip" -> new GZIPInputStream(input);
            case "deflate" -> new InflaterInputStream(input);
            case "zstd" -> new ZstdInputStream(input);
            case "lz4" -> new LZ4FrameInputStream(input);
            default -> throw new IllegalArgumentException(coding);
        }) {
            return plain.readAllBytes();
        }
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
