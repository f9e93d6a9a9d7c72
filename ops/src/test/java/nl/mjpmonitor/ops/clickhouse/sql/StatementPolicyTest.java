package nl.mjpmonitor.ops.clickhouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT file, url FROM t WHERE file IN ('a')",
                "CREATE TABLE file (a UInt8) ENGINE = MergeTree ORDER BY a",
                "CREATE TABLE IF NOT EXISTS url (a UInt8) ENGINE = MergeTree ORDER BY a",
                "INSERT INTO file (a) VALUES (1)",
                "INSERT INTO db.file (a) VALUES (1)",
                "INSERT INTO t FORMAT CSV file('/etc/passwd')",
                "SELECT 'file(1) INTO OUTFILE' /* file( */ -- url(",
                "SELECT profile(1), files(2), fileVersion(3)",
                "CREATE TABLE user (a UInt8) ENGINE = Memory",
                "CREATE TABLE role AS t",
                "ALTER TABLE role DROP COLUMN user",
                "DROP TABLE IF EXISTS user",
                "SET max_threads = 1",
                "CREATE VIEW quota AS SELECT 1",
                "SELECT hostName(), cluster FROM t",
            })
    void letsOrdinaryStatementsPass(String text) {
        assertThat(check(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER x",
                "create/**/user x",
                "CREATE OR REPLACE USER x",
                "CREATE ROW POLICY x ON t",
                "CREATE POLICY x ON t",
                "CREATE MASKING POLICY x ON t",
                "CREATE SETTINGS PROFILE x",
                "CREATE PROFILE x",
                "CREATE USER IF NOT EXISTS x",
                "ALTER ROLE x",
                "DROP USER IF EXISTS x",
                "GRANT x TO y",
                "REVOKE x FROM y",
                "SET ROLE x",
                "SET DEFAULT ROLE x TO y",
                "EXECUTE AS x SELECT 1"
            })
    void refusesUsersAndRoles(String text) {
        assertThat(check(text)).map(Refusal::code).hasValue(48);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT file('x')",
                "SELECT FILE ( 'x')",
                "SELECT \"file\"('x')",
                "SELECT `fi\\x6ce`('x')",
                "SELECT “file”('x')",
                "DESCRIBE TABLE file('x')",
                "SELECT * FROM s3Cluster('x')",
                "CREATE DATABASE d ENGINE = MaterializedPostgreSQL('h:1', 'd', 'u', 'p')",
                "SELECT * FROM deltaLakeS3('x')",
                "SELECT * FROM icebergLocal('x')",
                "SELECT * FROM urlCluster('x')",
                "INSERT INTO FUNCTION file('x') SELECT 1",
                "INSERT INTO TABLE FUNCTION url('x') FORMAT CSV 1",
                "CREATE TABLE t AS file('x')",
                "CREATE TABLE t (a String DEFAULT file('x')) ENGINE = Memory",
                "CREATE TABLE t (a String) ENGINE = S3('x')",
                "SELECT 1 INTO OUTFILE 'x'",
                "SELECT 1 into\u00a0outfile 'x'",
                "EXPLAIN SELECT 1 INTO /* a */ OUTFILE 'x'",
                "INSERT INTO t FROM INFILE 'x' FORMAT CSV",
                "SELECT 1 SETTINGS format_template_row = 'x'",
                "SET \"format_schema\" = 'x'"
            })
    void refusesTheWaysToTheHost(String text) {
        assertThat(check(text)).map(Refusal::code).hasValue(497);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1; DROP TABLE t", "SELECT 'open", "SELECT 1 /* open"})
    void refusesWhatIsNotOneStatement(String text) {
        assertThat(check(text)).map(Refusal::code).hasValue(62);
    }

    @Test
    void looksIntoValues() {
        assertThat(checkValues("(1, 'file(2)'), (lower('X'), NULL);")).isEmpty();
        assertThat(checkValues("(1), (file('x'))")).map(Refusal::code).hasValue(497);
        assertThat(checkValues("(1); SELECT 1")).map(Refusal::code).hasValue(62);
        assertThat(checkValues("(1, 'open")).map(Refusal::code).hasValue(62);
    }

    @Test
    void refusesSettingsThatNameFiles() {
        assertThat(StatementPolicy.checkSetting("max_threads")).isEmpty();
        assertThat(StatementPolicy.checkSetting("Format_Schema"))
                .map(Refusal::code)
                .hasValue(497);
    }

    private static Optional<Refusal> check(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return StatementPolicy.check(SqlStatement.read(bytes, bytes.length, name -> name.equals("CSV")));
    }

    private static Optional<Refusal> checkValues(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return StatementPolicy.checkValues(bytes, 0, bytes.length);
    }
}
