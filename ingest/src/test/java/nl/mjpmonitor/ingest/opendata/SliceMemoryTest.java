package nl.mjpmonitor.ingest.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SliceMemoryTest {
    private static Cell cell(String kind, int count) {
        CellKey key = new CellKey(
                "registered_offences",
                "GM0935",
                PeriodCode.month(2025, 11),
                new TreeMap<>(Map.of("SoortMisdrijf", kind, "Marges", "MW00000")));
        return new Cell(key, CellValue.of(BigDecimal.valueOf(count), false));
    }

    @Test
    void tellsWhatChanged() {
        SliceMemory memory = SliceMemory.empty();
        assertThat(memory.add(cell("1.1.1", 5))).isEqualTo(SliceMemory.Change.CHANGED);
        assertThat(memory.add(cell("1.1.1", 5))).isEqualTo(SliceMemory.Change.UNCHANGED);
        assertThat(memory.add(cell("1.1.1", 6))).isEqualTo(SliceMemory.Change.CONTRADICTED);
        memory.beginReading();
        assertThat(memory.add(cell("1.1.1", 6))).isEqualTo(SliceMemory.Change.CHANGED);
    }

    @Test
    void survivesAsTextInMidReading() {
        SliceMemory memory = SliceMemory.empty();
        memory.add(cell("1.1.1", 5));
        memory.add(new Cell(cell("1.1.2", 0).key(), CellValue.UNKNOWN));
        memory.beginReading();
        memory.add(cell("1.1.1", 5));
        SliceMemory restored = SliceMemory.decode(memory.encode());
        assertThat(restored.published()).isEqualTo(memory.published()).hasSize(2);
        assertThat(restored.withdrawUnseen()).containsExactly(cell("1.1.2", 0).key());
        assertThat(restored.size()).isEqualTo(1);
        assertThat(restored.withdrawUnseen()).isEmpty();
    }

    @Test
    void remembersHowAFigureIsMeantAndWhereItComesFrom() {
        SliceMemory memory = SliceMemory.empty();
        CellValue value = CellValue.of(BigDecimal.valueOf(80), true)
                .with(Qualifier.AT_LEAST)
                .with(new Margin("78.5", null))
                .with(Provenance.DEMONSTRATION);
        memory.add(new Cell(cell("1.1.1", 0).key(), value));

        SliceMemory restored = SliceMemory.decode(memory.encode());

        assertThat(restored.published()).isEqualTo(memory.published()).containsValue(value);
        restored.beginReading();
        assertThat(restored.add(new Cell(cell("1.1.1", 0).key(), value))).isEqualTo(SliceMemory.Change.UNCHANGED);
        restored.beginReading();
        assertThat(restored.add(new Cell(cell("1.1.1", 0).key(), value.with(Provenance.PUBLISHED))))
                .isEqualTo(SliceMemory.Change.CHANGED);
    }

    /** A month of one municipality's buurten: what an offset must be able to hold. */
    @Test
    void aMonthOfAllBuurtenFitsInAnOffsetWithEase() {
        SliceMemory memory = SliceMemory.empty();
        for (int area = 0; area < 53; area++) {
            for (int kind = 0; kind < 59; kind++) {
                CellKey key = new CellKey(
                        "registered_offences",
                        "BU0935%04d".formatted(area),
                        PeriodCode.month(2025, 11),
                        new TreeMap<>(Map.of("SoortMisdrijf", "%d.%d.%d".formatted(kind / 9, kind % 9, kind % 7))));
                memory.add(new Cell(key, CellValue.of(BigDecimal.valueOf(area * 31L % 17 * kind % 97), false)));
            }
        }
        assertThat(memory.size()).isEqualTo(53 * 59);
        assertThat(memory.encode().length()).isLessThan(40_000);
    }

    @Test
    void offsetsComeBackAsTheyWere() {
        PageOffset page = new PageOffset(7, false, "https://a.example/x?$skip=3", 3, 9, 1, 4, "text");
        assertThat(PageOffset.of(page.toMap())).isEqualTo(page);
        assertThat(PageOffset.of(null)).isEqualTo(PageOffset.NOTHING);
        TableOffset table = new TableOffset(
                7,
                TableOffset.Progress.READING,
                "an edition",
                new TreeSet<>(Set.of("2023MM01", "2023MM02")),
                YearMonth.of(2023, 2));
        assertThat(TableOffset.of(table.toMap())).isEqualTo(table);
        assertThat(TableOffset.of(null)).isEqualTo(TableOffset.NOTHING);
    }
}
