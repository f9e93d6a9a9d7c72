package nl.mjpmonitor.ops.clickhouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatementTest {

    private static final Set<String> FORMATS = Set.of("csv", "values", "rowbinary", "json", "tabseparated");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1|SELECT",
                "select 1|SELECT",
                "/* INSERT */ -- DROP|EMPTY",
                "-- DROP TABLE x|EMPTY",
                ";|EMPTY",
                "/* a /* nested */ comment */ SELECT 1|SELECT",
                "# a comment to the end|EMPTY",
                "((SELECT 1) UNION ALL (SELECT 2))|SELECT",
                "WITH 1 AS x SELECT x|SELECT",
                "FROM t SELECT a|SELECT",
                "SHOW TABLES|INSPECT",
                "DESC TABLE t|INSPECT",
                "EXPLAIN SELECT 1|INSPECT",
                "INSERT INTO t VALUES (1)|INSERT",
                "KILL QUERY WHERE query_id = 'x'|KILL_QUERY",
                "KILL MUTATION WHERE 1|CHANGE",
                "SET a = 1|SESSION",
                "USE x|SESSION",
                "CREATE TABLE t (a UInt8) ENGINE = Memory|CHANGE",
                "'SELECT 1'|CHANGE",
                "`SELECT` 1|CHANGE",
            })
    void knowsTheKind(String text, StatementKind kind) {
        assertThat(read(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT INTO t FORMAT CSV 1,2|CSV|1,2",
                "INSERT INTO t (a, b) FORMAT CSV    1,2|CSV|1,2",
                "INSERT INTO t (format, `values`) FORMAT csv; 1|csv|1",
                "INSERT INTO t SETTINGS x = 1 FORMAT CSV 1|CSV|1",
                "INSERT INTO t /* FORMAT JSON */ FORMAT CSV 'FORMAT JSON|CSV|'FORMAT JSON",
                "INSERT INTO t VALUES (1, 'FORMAT CSV')|Values| (1, 'FORMAT CSV')",
                "INSERT INTO values VALUES (1)|Values| (1)",
                "INSERT INTO db.format VALUES (1)|Values| (1)",
                "INSERT INTO t FORMAT Values (1)|Values|(1)",
                "INSERT INTO t SELECT a FROM input('a String') FORMAT CSV x|CSV|x",
                "INSERT INTO t SELECT format FROM input('format String') WHERE format IN ('csv') FORMAT CSV x|CSV|x",
                "INSERT INTO t SELECT x AS csv, format csv FROM input('a UInt8') FORMAT CSV y|CSV|y",
                "INSERT INTO FUNCTION null('a String') FORMAT CSV x|CSV|x",
            })
    void findsTheDataOfAnInsert(String text, String format, String data) {
        InsertData found = read(text).insertData().orElseThrow();
        assertThat(found.format()).isEqualTo(format);
        assertThat(text.substring(found.start()).strip()).isEqualTo(data.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT 1",
                "INSERT INTO t SELECT values FROM t",
                "INSERT INTO t (values) SELECT format FROM x",
                "INSERT INTO t FORMAT NoSuchFormat 1",
                "SELECT 1 FORMAT CSV",
                "SELECT 'INSERT INTO t FORMAT CSV 1'",
                "CREATE TABLE t (format String)"
            })
    void seesNoDataWhereThereIsNone(String text) {
        assertThat(read(text).insertData()).isEmpty();
    }

    @Test
    void takesOnlyTheFirstLineBreakFromTheData() {
        String text = "INSERT INTO t FORMAT RowBinary\n\n\0";
        InsertData data = read(text).insertData().orElseThrow();
        assertThat(text.substring(data.start())).isEqualTo("\n\0");
        assertThat(text.substring(0, data.statementEnd())).isEqualTo("INSERT INTO t ");
        String windows = "INSERT INTO t FORMAT RowBinary \r\n\r\n";
        assertThat(windows.substring(read(windows).insertData().orElseThrow().start()))
                .isEqualTo("\r\n");
    }

    @Test
    void offsetsCountBytes() {
        byte[] text = "INSERT INTO `é€` FORMAT CSV\nx".getBytes(StandardCharsets.UTF_8);
        InsertData data = SqlStatement.read(text, text.length, SqlStatementTest::isFormat)
                .insertData()
                .orElseThrow();
        assertThat(new String(text, data.start(), text.length - data.start(), StandardCharsets.UTF_8))
                .isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1 FORMAT JSON|JSON",
                "SELECT 1 FORMAT JSON;|JSON",
                "SELECT 1 format Foo SETTINGS max_threads = 1|Foo",
                "SELECT 1 FORMAT \"CSV\" -- FORMAT JSON|CSV",
                "SHOW TABLES FORMAT CSV|CSV",
                "SELECT format, 'FORMAT JSON' FROM (SELECT 1 AS format)|",
                "SELECT (SELECT 1 FORMAT JSON)|",
                "SELECT 1 AS format|",
            })
    void findsTheFormatOfTheResult(String text, String format) {
        assertThat(read(text).outputFormat().orElse(null)).isEqualTo(format);
    }

    @Test
    void findsTheInputFunction() {
        String text = "INSERT INTO t (a) SELECT a FROM `input` ( 'a Enum(\\'x\\' = 1)' ) AS i FORMAT CSV\nx";
        InputFunction input = read(text).inputFunction().orElseThrow();
        assertThat(input.structure()).isEqualTo("a Enum('x' = 1)");
        assertThat(text.substring(input.start(), input.end())).isEqualTo("`input` ( 'a Enum(\\'x\\' = 1)' )");
        assertThat(read("INSERT INTO t SELECT a FROM input(concat('a', ' String')) FORMAT CSV\n")
                        .inputFunction())
                .isEmpty();
        assertThat(read("INSERT INTO t SELECT a FROM input(concat('a', ' String')) FORMAT CSV\n")
                        .callsInput())
                .isTrue();
        assertThat(read("INSERT INTO input (a) VALUES (1)").callsInput()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 1; SELECT 2|true",
                "SELECT 1;|false",
                "SELECT 1;; -- nothing|false",
                "SELECT ';' /* ; SELECT 2 */|false",
                "SELECT $$;$$, $x$; SELECT $$ $x$|false",
                "INSERT INTO t FORMAT CSV 1; SELECT 2|false",
            })
    void seesASecondStatement(String text, boolean second) {
        assertThat(read(text).hasSecondStatement()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SELECT 'open|true",
                "SELECT `open|true",
                "SELECT /* open|true",
                "SELECT /* a /* b */|true",
                "SELECT 'it''s \\' closed'|false",
                "SELECT $tag$ open $tag|true",
            })
    void seesWhatIsNotClosed(String text, boolean open) {
        assertThat(read(text).isUnterminated()).isEqualTo(open);
    }

    @Test
    void readsTheIdsOfAKill() {
        assertThat(read("KILL QUERY WHERE query_id = 'it''s' ASYNC").killedQueryIds())
                .containsExactly("it's");
        assertThat(read("KILL QUERY ON CLUSTER `c` WHERE query_id='a' SYNC FORMAT CSV")
                        .killedQueryIds())
                .containsExactly("a");
        assertThat(read("KILL QUERY WHERE query_id IN ('a', 'b')").killedQueryIds())
                .containsExactly("a", "b");
        assertThat(read("KILL QUERY WHERE user = 'x'").killedQueryIds()).isEmpty();
        assertThat(read("KILL QUERY WHERE query_id = 'a' OR 1").killedQueryIds())
                .isEmpty();
        assertThat(read("KILL QUERY WHERE query_id != 'a'").killedQueryIds()).isEmpty();
    }

    @Test
    void decodesWhatIsQuoted() {
        List<SqlToken> tokens = read("SELECT \"fi\\x6ce\", 'a''b\\n', `c``d`, “e\\f”, ‘g’, $$h'$$")
                .tokens();
        assertThat(tokens.stream()
                        .filter(token ->
                                token.kind() == SqlToken.Kind.STRING || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER)
                        .map(SqlToken::text))
                .containsExactly("file", "a'b\n", "c`d", "e\\f", "g", "h'");
    }

    private static SqlStatement read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SqlStatement.read(bytes, bytes.length, SqlStatementTest::isFormat);
    }

    private static boolean isFormat(String name) {
        return FORMATS.contains(name.toLowerCase(Locale.ROOT));
    }
}
