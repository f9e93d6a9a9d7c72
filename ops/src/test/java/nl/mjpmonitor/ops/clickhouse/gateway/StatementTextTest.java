package nl.mjpmonitor.ops.clickhouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.mjpmonitor.ops.clickhouse.sql.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {

    private static final int FIRST_READ = 1 << 16;

    @Test
    void splitsAnInsertInTheBody() throws Exception {
        StatementText text = read("", "INSERT INTO t FORMAT RowBinary\n\0\1\2");
        assertThat(sql(text)).isEqualTo("INSERT INTO t ");
        assertThat(data(text)).isEqualTo("\0\1\2");
    }

    @Test
    void takesTheBodyAsDataOfAnInsertInTheAddress() throws Exception {
        assertThat(data(read("INSERT INTO t FORMAT CSV", "1,2\n"))).isEqualTo("1,2\n");
        assertThat(data(read("INSERT INTO t FORMAT CSV\n \n", "\n1,2"))).isEqualTo("\n1,2");
        assertThat(data(read("INSERT INTO t FORMAT CSV 1,2\n", "3,4\n"))).isEqualTo("1,2\n3,4\n");
    }

    @Test
    void continuesTheAddressInTheBody() throws Exception {
        StatementText select = read("SELECT", "1");
        assertThat(sql(select)).isEqualTo("SELECT\n1");
        StatementText insert = read("INSERT INTO t", "FORMAT CSV\n1,2");
        assertThat(sql(insert)).isEqualTo("INSERT INTO t\n");
        assertThat(data(insert)).isEqualTo("1,2");
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -20, -12, -10, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 20})
    void findsTheDataWhereverTheFirstReadEnds(int offset) throws Exception {
        String statement = "INSERT INTO t FORMAT RowBinary\n";
        String padding = " ".repeat(FIRST_READ - statement.length() + offset);
        StatementText text = read("", padding + statement + "\n\0data");
        assertThat(sql(text).strip()).isEqualTo("INSERT INTO t");
        assertThat(data(text)).isEqualTo("\n\0data");
    }

    @Test
    void keepsValuesInTheStatement() throws Exception {
        String values = "INSERT INTO t VALUES " + "(1, 'x'),".repeat(50_000) + "(2, 'y')";
        StatementText text = read("", values);
        assertThat(text.data()).isEmpty();
        assertThat(sql(text)).isEqualTo(values);
        assertThat(text.statement().kind()).isEqualTo(StatementKind.INSERT);
    }

    @Test
    void refusesMoreSqlThanItHolds() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThatThrownBy(() -> StatementText.read("", endless, name -> false))
                .isInstanceOfSatisfying(
                        ClickHouseError.class, error -> assertThat(error.code()).isEqualTo(62));
    }

    private static StatementText read(String parameter, String body) throws IOException, ClickHouseError {
        return StatementText.read(
                parameter,
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                name -> name.equals("CSV") || name.equals("RowBinary"));
    }

    private static String sql(StatementText text) {
        return new String(text.sql(), StandardCharsets.UTF_8);
    }

    private static String data(StatementText text) throws IOException {
        try (InputStream data = text.data().orElseThrow()) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
