package nl.mjpmonitor.ops.sources.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.mjpmonitor.ops.sources.pmg.PmgSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFileTest {
    @Test
    void laysTheFoundationBeforeTheSystemsOwnTables() {
        SchemaFile file = SchemaFile.beside(PmgSystem.class, "pmg");

        assertThat(file.schema()).isEqualTo("pmg");
        assertThat(file.script())
                .containsSubsequence(
                        "CREATE SCHEMA IF NOT EXISTS pmg;",
                        "CREATE TABLE IF NOT EXISTS pmg.register_period",
                        "CREATE TABLE IF NOT EXISTS pmg.heartbeat",
                        "CREATE TABLE IF NOT EXISTS pmg.front",
                        "ALTER PUBLICATION mjp_publication SET TABLE")
                .doesNotContain("{schema}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pmg", "pmg; DROP TABLE x", "p-m-g", "pmg "})
    void refusesANameThatNeedsQuotes(String schema) {
        assertThatThrownBy(() -> SchemaFile.beside(PmgSystem.class, schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + schema + "'");
    }

    @Test
    void saysWhenASystemHasNoSchema() {
        assertThatThrownBy(() -> SchemaFile.beside(String.class, "pmg"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schema.sql");
    }
}
