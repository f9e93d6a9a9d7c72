package nl.mjpmonitor.warehouse.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {

    private static final MigrationFile FIRST = new MigrationFile("001_first.sql", "CREATE 1", "");
    private static final MigrationFile SECOND = new MigrationFile("002_second.sql", "CREATE 2", "");
    private static final MigrationFile THIRD = new MigrationFile("003_third.sql", "INSERT", "code\nx\n");
    private static final List<MigrationFile> ALL = List.of(FIRST, SECOND, THIRD);

    @Test
    void appliesAllToAnEmptyEngine() {
        assertThat(MigrationPlan.pending(ALL, Map.of())).isEqualTo(ALL);
    }

    @Test
    void appliesOnlyWhatIsNotApplied() {
        assertThat(MigrationPlan.pending(ALL, applied(FIRST))).containsExactly(SECOND, THIRD);
        assertThat(MigrationPlan.pending(ALL, applied(FIRST, SECOND, THIRD))).isEmpty();
    }

    @Test
    void refusesAChangedFileAndSaysWhatToDo() {
        MigrationFile changed = new MigrationFile(FIRST.name(), "CREATE 1 AND MORE", "");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationPlan.pending(List.of(changed, SECOND), applied(FIRST)))
                .withMessage("001_first.sql was changed after it was applied. Restore the file as it was and put the"
                        + " change in a new file with the next number.");
    }

    @Test
    void refusesChangedRows() {
        MigrationFile changed = new MigrationFile(THIRD.name(), THIRD.sql(), "code\ny\n");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationPlan.pending(List.of(FIRST, SECOND, changed), applied(FIRST, SECOND, THIRD)))
                .withMessageContaining("003_third.sql was changed");
    }

    @Test
    void refusesAnAppliedFileThatIsNotPackaged() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationPlan.pending(List.of(FIRST), applied(FIRST, SECOND)))
                .withMessageContaining("002_second.sql was applied")
                .withMessageContaining("restore it");
    }

    @Test
    void refusesAFileNumberedBeforeOneThatIsApplied() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> MigrationPlan.pending(ALL, applied(FIRST, THIRD)))
                .withMessageContaining("002_second.sql comes before 003_third.sql")
                .withMessageContaining("next free number");
    }

    private static Map<String, String> applied(MigrationFile... files) {
        Map<String, String> checksums = new HashMap<>();
        for (MigrationFile file : files) {
            checksums.put(file.name(), file.checksum());
        }
        return checksums;
    }
}
