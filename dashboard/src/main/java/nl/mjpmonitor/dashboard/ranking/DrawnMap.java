package nl.mjpmonitor.dashboard.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.Cell;
import nl.mjpmonitor.dashboard.documents.Column;
import nl.mjpmonitor.dashboard.documents.MapLegend;
import nl.mjpmonitor.dashboard.documents.MapTile;
import nl.mjpmonitor.dashboard.documents.NumberKind;
import nl.mjpmonitor.dashboard.documents.Row;
import nl.mjpmonitor.dashboard.documents.Table;
import nl.mjpmonitor.dashboard.figures.FigureText;
import nl.mjpmonitor.dashboard.figures.FigureWords;
import nl.mjpmonitor.dashboard.figures.PointMark;
import nl.mjpmonitor.dashboard.figures.TileMap;
import nl.mjpmonitor.dashboard.figures.TilePlaces;

/**
 * The map of the buurten as a drawing in a document, with the figures of all of them in a table by name. A figure that is withheld or unknown
 * has its word on the tile and in the table, and no class.
 */
public final class DrawnMap {

    private final FigureWords words;
    private final TilePlaces places;

    public DrawnMap(FigureWords words, TilePlaces places) {
        this.words = words;
        this.places = places;
    }

    /**
     * The drawing.
     *
     * @param id id of the drawing
     * @param tableId id of its table
     * @param title what stands above it
     * @throws IllegalArgumentException when no buurt of the picture has a place on the map
     */
    public AreaMap of(String id, String tableId, String title, TileMap.Picture picture) {
        return new AreaMap(
                id,
                title,
                picture.description(),
                picture.tiles().stream()
                        .flatMap(tile -> places.of(tile.area()).map(place -> tile(tile, place)).stream())
                        .sorted(Comparator.comparingInt(MapTile::row).thenComparingInt(MapTile::column))
                        .toList(),
                new MapLegend(
                        picture.legend().stream()
                                .map(TileMap.LegendEntry::range)
                                .toList(),
                        words.text("areas.map.without-class"),
                        words.text("areas.map.unusual"),
                        words.text("areas.river"),
                        places.riverColumn()),
                table(tableId, picture));
    }

    private static MapTile tile(TileMap.Tile tile, TilePlaces.Place place) {
        return new MapTile(
                tile.name(), tile.figure().text(), tile.classNumber(), tile.isUnusual(), place.row(), place.column());
    }

    /** Rates, classes and judgements only where the indicator has them. */
    private Table table(String id, TileMap.Picture picture) {
        boolean isRated =
                picture.tiles().stream().anyMatch(tile -> tile.rate().number().isPresent());
        boolean isInClasses = isRated && !picture.legend().isEmpty();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("chart.count"), true));
        if (isRated) {
            columns.add(new Column(words.text("rate.rate"), true));
        }
        if (isInClasses) {
            columns.add(new Column(words.text("areas.class"), false));
        }
        if (isRated) {
            columns.add(new Column(words.text("table.judgement"), false));
        }
        List<Row> rows = picture.tiles().stream()
                .sorted(Comparator.comparing(TileMap.Tile::name))
                .map(tile -> row(tile, isRated, isInClasses))
                .toList();
        return new Table(
                id,
                words.text("areas.map.caption", picture.title()),
                words.text("areas.buurt"),
                columns,
                rows,
                notes(rows));
    }

    private Row row(TileMap.Tile tile, boolean isRated, boolean isInClasses) {
        List<Cell> cells = new ArrayList<>();
        cells.add(cell(tile.count(), NumberKind.COUNT));
        if (isRated) {
            cells.add(cell(tile.rate(), NumberKind.DECIMAL));
        }
        if (isInClasses) {
            cells.add(Cell.text(tile.classNumber()
                    .map(number ->
                            words.text("areas.class.of", Integer.toString(number), Integer.toString(TileMap.CLASSES)))
                    .orElseGet(() -> words.text("areas.class.none"))));
        }
        if (isRated) {
            cells.add(Cell.text(tile.judgement().isEmpty() ? words.text("figure.not-applicable") : tile.judgement()));
        }
        return new Row(tile.name(), cells);
    }

    private static Cell cell(FigureText figure, NumberKind kind) {
        return figure.number()
                .map(number -> Cell.number(figure.text(), number, kind))
                .orElseGet(() -> Cell.text(figure.text()))
                .withMark(figure.mark());
    }

    /** The key of the marks and of the words that stand in the rows, and of no others. */
    private List<String> notes(List<Row> rows) {
        List<Cell> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
        Stream<String> marks = Arrays.stream(PointMark.values())
                .filter(mark -> cells.stream().anyMatch(cell -> cell.mark().contains(mark.letter())))
                .map(mark -> words.text("report.note.mark", mark.letter(), words.text(mark.textKey())));
        Stream<String> missing = Stream.of("suppressed", "unknown")
                .filter(kind -> cells.stream().anyMatch(cell -> cell.text().equals(words.text("figure." + kind))))
                .map(kind -> words.text("report.note." + kind, words.text("figure." + kind)));
        return Stream.concat(marks, missing).toList();
    }
}
