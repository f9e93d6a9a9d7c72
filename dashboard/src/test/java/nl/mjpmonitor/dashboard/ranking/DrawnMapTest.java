package nl.mjpmonitor.dashboard.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.MapTile;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.TilePlaces;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.areas.Inhabitants;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorPoint;
import nl.mjpmonitor.warehouse.indicators.IndicatorValue;
import nl.mjpmonitor.warehouse.indicators.ValueStatus;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

class DrawnMapTest {

    private static final Areas AREAS = Areas.load();
    private static final Indicator THEFTS = IndicatorCatalogue.load().require(new IndicatorId("fietsdiefstal"));

    private final FigureWords words = new FigureWords(new Texts(), Texts.DUTCH);

    @Test
    void whatIsWithheldOrUnknownHasItsWordAndNeitherClassNorNumber() {
        AreaMap map = map(
                List.of(
                        known("BU09350000", counted(90), 3_000),
                        known("BU09350001", new IndicatorValue.Suppressed(), 3_000),
                        known("BU09350002", new IndicatorValue.Unknown(), 3_000),
                        known("BU09350003", counted(2), 400)),
                RateClasses.around(100));

        assertThat(map.tiles())
                .extracting(MapTile::figure)
                .containsExactlyInAnyOrder("300,0", "afgeschermd", "onbekend", "2");
        assertThat(map.tiles())
                .filteredOn(tile -> tile.classNumber().isPresent())
                .extracting(MapTile::figure)
                .containsExactly("300,0");
        assertThat(map.table().columns())
                .extracting(Column::title)
                .containsExactly("Aantal", "Per 10.000", "Klasse", "Oordeel");
        assertThat(map.table().rows())
                .filteredOn(row -> row.cells().getFirst().text().equals("afgeschermd"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.cells()).allMatch(cell -> cell.number().isEmpty()));
        assertThat(map.table().notes())
                .anyMatch(note -> note.startsWith("afgeschermd:"))
                .anyMatch(note -> note.startsWith("onbekend:"));
        assertThat(map.description())
                .contains("Buurten met een cijfer per 10.000 inwoners: 1.", "Afgeschermd: " + name("BU09350001") + ".");
    }

    @Test
    void withoutAnyFigureThereIsStillAMapThatSaysSo() {
        AreaMap map = map(List.of(known("BU09350000", new IndicatorValue.Unknown(), 3_000)), Optional.empty());

        assertThat(map.description()).contains("Er is geen cijfer bekend.");
        assertThat(map.legend().classes()).isEmpty();
        assertThat(map.table().columns()).extracting(Column::title).containsExactly("Aantal");
        assertThat(map.table().rows().getFirst().cells()).containsExactly(Cell.text("onbekend"));
    }

    private AreaMap map(List<AreaRanking.Known> known, Optional<RateClasses> classes) {
        return new DrawnMap(words, new TilePlaces())
                .of(
                        "kaart",
                        "kaart-tabel",
                        "Kaart",
                        new RankedTiles(words).picture(THEFTS, 2023, AreaRanking.of(known, true), classes));
    }

    private static AreaRanking.Known known(String code, IndicatorValue value, int people) {
        Area area = AREAS.find(new AreaCode(code)).orElseThrow();
        return new AreaRanking.Known(
                area,
                IndicatorPoint.of(Period.year(2023), value),
                Optional.of(new Inhabitants(area.code(), LocalDate.of(2024, 1, 1), people, "CBS")));
    }

    private static IndicatorValue counted(long count) {
        return new IndicatorValue.Counted(count, ValueStatus.DEFINITIEF);
    }

    private static String name(String code) {
        return AREAS.find(new AreaCode(code)).orElseThrow().name();
    }
}
