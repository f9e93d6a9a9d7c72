package nl.mjpmonitor.dashboard.documents.charts;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import nl.mjpmonitor.dashboard.documents.AreaMap;
import nl.mjpmonitor.dashboard.documents.MapLegend;
import nl.mjpmonitor.dashboard.documents.MapTile;
import nl.mjpmonitor.dashboard.documents.charts.SvgWriter.Anchor;
import nl.mjpmonitor.dashboard.documents.charts.SvgWriter.Border;

/**
 * Draws a map of areas as tiles, like the one on the screen: the figure stands in every tile, a dashed border has no class, a thick one is
 * unusual. The five shades fall evenly from light to dark, so that grey paper tells them apart.
 */
final class MapDrawing {

    /** Across a column of text on A4 a unit is a point. */
    private static final int WIDTH = 480;

    private static final double GAP = 3;
    private static final double RIVER_WIDTH = 16;
    private static final double TILE_HEIGHT = 50;
    private static final double PADDING = 4;
    private static final double CORNER = 2;

    /** Sizes of letters, from large to small. */
    private static final List<Double> NAME_SIZES = List.of(8.5, 8.0, 7.5, 7.0, 6.5);

    private static final List<Double> FIGURE_SIZES = List.of(12.0, 10.0, 8.5, 7.5, 7.0);
    private static final double LEGEND_SIZE = 9;
    private static final double RIVER_SIZE = 10;
    private static final int MOST_NAME_LINES = 3;
    private static final double LINE = 1.12;

    private static final double SAMPLE = 11;
    private static final double LEGEND_ROW = 17;
    private static final double BETWEEN_ENTRIES = 14;

    /** The ink of letters on the third class is still dark; on the fourth it is white. */
    private static final int FIRST_WITH_WHITE_LETTERS = 4;

    private final AreaMap map;
    private final double tileWidth;
    private final int rows;

    MapDrawing(AreaMap map) {
        this.map = map;
        int columns = Math.max(
                map.legend().riverColumn(),
                map.tiles().stream().mapToInt(MapTile::column).max().orElseThrow());
        this.rows = map.tiles().stream().mapToInt(MapTile::row).max().orElseThrow();
        this.tileWidth = (WIDTH - RIVER_WIDTH - GAP * (columns - 1)) / (columns - 1);
    }

    /** A sample of the legend and what it means. */
    private record Entry(Ink ink, Border border, String text) {}

    void write(SvgWriter svg) throws XMLStreamException {
        List<List<Entry>> legend = inRows(entries());
        double mapHeight = rows * (TILE_HEIGHT + GAP) - GAP;
        svg.start(
                WIDTH,
                (int) Math.ceil(mapHeight + (legend.isEmpty() ? 2 : 8 + LEGEND_ROW * legend.size())),
                map.description());
        drawRiver(svg, mapHeight);
        for (MapTile tile : map.tiles()) {
            draw(svg, tile);
        }
        double y = mapHeight + 8;
        for (List<Entry> row : legend) {
            drawLegend(svg, row, y);
            y += LEGEND_ROW;
        }
        svg.end();
    }

    private void drawRiver(SvgWriter svg, double height) throws XMLStreamException {
        double x = left(map.legend().riverColumn());
        svg.box(x, 0, RIVER_WIDTH, height, CORNER, Ink.BAND, Border.NONE);
        svg.upright(
                x + RIVER_WIDTH / 2 + RIVER_SIZE * 0.35,
                height / 2,
                map.legend().river(),
                Ink.TEXT_2,
                RIVER_SIZE);
    }

    private void draw(SvgWriter svg, MapTile tile) throws XMLStreamException {
        double x = left(tile.column());
        double y = (tile.row() - 1) * (TILE_HEIGHT + GAP);
        int number = tile.classNumber().orElse(0);
        Border border = border(tile);
        // a border lies half outside its box
        double inset = border.thickness() / 2;
        svg.box(
                x + inset,
                y + inset,
                tileWidth - 2 * inset,
                TILE_HEIGHT - 2 * inset,
                CORNER,
                number == 0 ? Ink.PAPER : Ink.ofClass(number),
                border);
        Ink letters = number == 0 ? Ink.TEXT_2 : number >= FIRST_WITH_WHITE_LETTERS ? Ink.PAPER : Ink.TEXT;
        double room = tileWidth - 2 * PADDING;
        Lettering.Fitted name = Lettering.fit(tile.name(), room, MOST_NAME_LINES, NAME_SIZES);
        double baseline = y + PADDING + name.size() * 0.85;
        for (String line : name.lines()) {
            svg.text(x + PADDING, baseline, line, letters, Anchor.START, name.size());
            baseline += name.size() * LINE;
        }
        Lettering.Fitted figure = Lettering.fit(tile.figure(), room, 1, FIGURE_SIZES);
        svg.text(
                x + PADDING,
                y + TILE_HEIGHT - PADDING - 1,
                figure.lines().getFirst(),
                letters,
                Anchor.START,
                figure.size());
    }

    private static Border border(MapTile tile) {
        return tile.isUnusual() ? Border.UNUSUAL : tile.classNumber().isPresent() ? Border.THIN : Border.DASHED;
    }

    private double left(int column) {
        int river = map.legend().riverColumn();
        double west = (column - 1) * (tileWidth + GAP);
        return column <= river ? west : west - tileWidth + RIVER_WIDTH;
    }

    /** With classes each of them and its number of tiles; without them the map has one look and needs no legend. */
    private List<Entry> entries() {
        MapLegend legend = map.legend();
        List<Entry> entries = new ArrayList<>();
        if (legend.classes().isEmpty()) {
            return entries;
        }
        for (int number = 1; number <= legend.classes().size(); number++) {
            int own = number;
            long tiles = map.tiles().stream()
                    .filter(tile -> tile.classNumber().filter(one -> one == own).isPresent())
                    .count();
            entries.add(new Entry(
                    Ink.ofClass(number), Border.THIN, counted(legend.classes().get(number - 1), tiles)));
        }
        long without = map.tiles().stream()
                .filter(tile -> tile.classNumber().isEmpty())
                .count();
        if (without > 0) {
            entries.add(new Entry(Ink.PAPER, Border.DASHED, counted(legend.withoutClass(), without)));
        }
        long unusual = map.tiles().stream().filter(MapTile::isUnusual).count();
        if (unusual > 0) {
            entries.add(new Entry(Ink.PAPER, Border.UNUSUAL, counted(legend.unusual(), unusual)));
        }
        return entries;
    }

    private static String counted(String text, long tiles) {
        return text + " (" + tiles + ")";
    }

    private static List<List<Entry>> inRows(List<Entry> entries) {
        List<List<Entry>> rows = new ArrayList<>();
        double x = 0;
        for (Entry entry : entries) {
            double width = width(entry);
            if (rows.isEmpty() || x + width > WIDTH) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(entry);
            x += width + BETWEEN_ENTRIES;
        }
        return rows;
    }

    private static double width(Entry entry) {
        return SAMPLE + 4 + Lettering.width(entry.text(), LEGEND_SIZE);
    }

    private static void drawLegend(SvgWriter svg, List<Entry> row, double y) throws XMLStreamException {
        double x = 0;
        for (Entry entry : row) {
            double inset = entry.border().thickness() / 2;
            svg.box(
                    x + inset,
                    y + inset,
                    SAMPLE - 2 * inset,
                    SAMPLE - 2 * inset,
                    CORNER / 2,
                    entry.ink(),
                    entry.border());
            svg.text(x + SAMPLE + 4, y + SAMPLE - 2, entry.text(), Ink.TEXT, Anchor.START, LEGEND_SIZE);
            x += width(entry) + BETWEEN_ENTRIES;
        }
    }
}
