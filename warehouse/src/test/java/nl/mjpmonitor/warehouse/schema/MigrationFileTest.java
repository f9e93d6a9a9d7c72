package nl.mjpmonitor.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** House rules of the SQL files. */
class MigrationFileTest {

    private static final List<MigrationFile> FILES = MigrationFile.packaged();

    static Stream<MigrationFile> everyFile() {
        return Stream.concat(MigrationFile.bootstrap().stream(), FILES.stream());
    }

    @Test
    void numbersFollowEachOther() {
        assertThat(FILES)
                .extracting(file -> file.name().substring(0, 3))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, FILES.size())
                        .mapToObj(number -> String.format(Locale.ROOT, "%03d", number))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void holdsOneStatementThatMayRunTwice(MigrationFile file) {
        String statement = statement(file);

        assertThat(statement + "\n").doesNotContain(";\n");
        assertThat(statement)
                .matches(
                        "(?s)(CREATE (DATABASE|TABLE|VIEW|MATERIALIZED VIEW) IF NOT EXISTS|CREATE OR REPLACE (TABLE|VIEW)"
                                + "|DROP VIEW IF EXISTS|ALTER TABLE [a-z_.]+\\s+ADD COLUMN IF NOT EXISTS|INSERT INTO) .*");
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void saysWhatItsObjectIs(MigrationFile file) {
        assertThat(file.sql()).startsWith("-- ");
        if (!statement(file).startsWith("CREATE DATABASE")) {
            assertThat(file.sql()).containsSubsequence("-- Grain: ", "-- Key: ", "-- Retention: ");
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void isNamedAfterItsObject(MigrationFile file) {
        String object = statement(file)
                .replaceFirst(
                        "(?s)^(CREATE [A-Z ]+ EXISTS|DROP VIEW IF EXISTS|CREATE OR REPLACE [A-Z]+|ALTER TABLE|INSERT INTO) ([a-z_.]+)\\b.*",
                        "$2")
                .replace('.', '_');

        assertThat(file.name()).matches("\\d{3}_" + object + "(_[a-z]+)?\\.sql");
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void hidesFinalInCurrentViewsAndHasNoPartitions(MigrationFile file) {
        if (!file.name().endsWith("_current.sql")) {
            assertThat(statement(file)).doesNotContain("FINAL");
        }
        if (!statement(file).startsWith("CREATE VIEW")) {
            assertThat(statement(file)).doesNotContain("PARTITION BY");
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void keepsNoDeduplicationWindow(MigrationFile file) {
        if (statement(file).startsWith("CREATE TABLE")) {
            assertThat(statement(file)).contains("SETTINGS non_replicated_deduplication_window = 0");
        }
    }

    @Test
    void loadsItsRows() {
        assertThat(FILES)
                .filteredOn(file -> !file.rows().isEmpty())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.sql()).contains("{rows:String}");
                    assertThat(file.rows()).startsWith("code,name,kind,wijk_code,municipality_code,inhabitants\n");
                });
    }

    @Test
    void checksumDependsOnStatementAndRows() {
        MigrationFile file = new MigrationFile("1", "a", "b");

        assertThat(file.checksum()).hasSize(64).isEqualTo(new MigrationFile("2", "a", "b").checksum());
        assertThat(file.checksum()).isNotEqualTo(new MigrationFile("1", "a", "c").checksum());
        assertThat(file.checksum()).isNotEqualTo(new MigrationFile("1", "c", "b").checksum());
    }

    @Test
    void checkedInSchemaIsOfTheseFiles() {
        assertThat(PackagedFiles.read("schema.sql").text())
                .as("schema.sql is stale: generate it anew as the README of the module says")
                .startsWith(SchemaDump.fingerprint(FILES) + "\n");
    }

    private static String statement(MigrationFile file) {
        return file.sql()
                .lines()
                .filter(line -> !line.startsWith("--"))
                .reduce("", (one, other) -> one + other + "\n")
                .trim();
    }
}
