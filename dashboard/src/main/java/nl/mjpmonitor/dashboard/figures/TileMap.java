package nl.mjpmonitor.dashboard.figures;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/**
 * The buurten as equal tiles that keep their neighbours, with the Maas between west and east. It is one stop of the Tab key; the
 * arrows go from tile to tile as on a map, Enter chooses. The same figures always stand in a table near by.
 */
@JsModule("./tile-map.js")
public final class TileMap extends Div {

    /** Number of classes a tile may be in. */
    public static final int CLASSES = 5;

    private static final int FIRST_CLASS = 1;

    /**
     * What a map shows, apart from how it is drawn.
     *
     * @param title what it is about
     * @param description what the figures say, for who does not see it
     * @param tiles one for each buurt
     * @param legend the classes, the lowest first; none when the tiles are in no class
     */
    public record Picture(String title, String description, List<Tile> tiles, List<LegendEntry> legend) {

        public Picture {
            tiles = List.copyOf(tiles);
            legend = List.copyOf(legend);
        }
    }

    /**
     * One buurt.
     *
     * @param count the number with its marks
     * @param rate for each 10,000 inhabitants, or why there is none
     * @param classNumber 1 for the lowest to {@value #CLASSES}; empty when it has none, such as an unknown figure
     * @param isUnusual whether it lies outside what is normal for a buurt of its size
     * @param judgement the same in a few words; empty when nothing is judged
     * @param saying name, figure, class and judgement in one sentence, for who does not see the map
     */
    public record Tile(
            AreaCode area,
            String name,
            FigureText count,
            FigureText rate,
            Optional<Integer> classNumber,
            boolean isUnusual,
            String judgement,
            String saying) {

        /** What stands on the tile: the rate, or the number where there is none. */
        public FigureText figure() {
            return rate.number().isPresent() ? rate : count;
        }
    }

    /**
     * One class of the legend.
     *
     * @param range the figures in it, in words
     * @param tiles number of tiles in it
     */
    public record LegendEntry(String range, int tiles) {}

    private record Drawn(Tile tile, boolean isChosen) {}

    private final TilePlaces places;
    private final Consumer<AreaCode> choose;
    private final Div grid = new Div();
    private final UnorderedList legend = new UnorderedList();
    private final Map<AreaCode, NativeButton> buttons = new HashMap<>();
    private final transient Map<AreaCode, Shown<Drawn>> drawn = new HashMap<>();
    private final transient Shown<List<LegendEntry>> classes = new Shown<>();
    private transient Optional<Picture> shown = Optional.empty();

    /**
     * An empty map.
     *
     * @param title what the map shows, for who does not see it
     * @param river name of the river
     * @param choose hears which buurt is chosen
     */
    public TileMap(TilePlaces places, String title, String river, Consumer<AreaCode> choose) {
        this.places = places;
        this.choose = choose;
        addClassName("tile-map");
        grid.addClassName("tile-grid");
        grid.getElement().setAttribute("role", "group").setAttribute("aria-label", title);
        legend.addClassName("tile-legend");
        Paragraph water = new Paragraph(river);
        water.addClassName("tile-river");
        water.getElement().setAttribute("aria-hidden", "true");
        water.getStyle().set("grid-column", Integer.toString(places.riverColumn()));
        grid.add(water);
        add(grid, legend);
        grid.getElement().executeJs("window.mjpTileMap.attach(this)");
    }

    /** Shows one tile for each buurt that has a place. The chosen one is marked. */
    public void show(Picture picture, Optional<AreaCode> chosen) {
        shown = Optional.of(picture);
        picture.tiles()
                .forEach(tile -> places.of(tile.area()).ifPresent(place -> {
                    Drawn next = new Drawn(tile, chosen.equals(Optional.of(tile.area())));
                    drawn.computeIfAbsent(tile.area(), area -> new Shown<>()).ifOther(next, () -> draw(next, place));
                }));
        classes.ifOther(picture.legend(), () -> explain(picture.legend()));
    }

    private void explain(List<LegendEntry> entries) {
        legend.removeAll();
        for (int i = 0; i < entries.size(); i++) {
            Span sample = new Span();
            sample.addClassNames("tile-sample", "class-" + (FIRST_CLASS + i));
            sample.getElement().setAttribute("aria-hidden", "true");
            LegendEntry entry = entries.get(i);
            legend.add(new ListItem(sample, new Span(entry.range()), new Span("(" + entry.tiles() + ")")));
        }
    }

    /** What is shown now; empty before the first figures. */
    public Optional<Picture> picture() {
        return shown;
    }

    /** Where its tiles stand. */
    public TilePlaces places() {
        return places;
    }

    private void draw(Drawn next, TilePlaces.Place place) {
        Tile tile = next.tile();
        NativeButton button = buttons.computeIfAbsent(tile.area(), area -> button(area, place));
        button.removeAll();
        Span name = new Span(BreakableName.marked(tile.name()));
        name.addClassName("tile-name");
        Span figure = new Span(tile.figure().text());
        figure.addClassName("tile-figure");
        button.add(name, figure);
        button.setClassName(
                "tile " + tile.classNumber().map(number -> "class-" + number).orElse("class-none"));
        button.setClassName("unusual", tile.isUnusual());
        button.getElement()
                .setAttribute("aria-label", tile.saying())
                .setAttribute("aria-pressed", Boolean.toString(next.isChosen()));
    }

    private NativeButton button(AreaCode area, TilePlaces.Place place) {
        NativeButton button = new NativeButton();
        button.getElement()
                .setAttribute("data-row", Integer.toString(place.row()))
                .setAttribute("data-column", Integer.toString(place.column()))
                .setAttribute("data-testid", "tegel-" + area)
                .setAttribute("tabindex", buttons.isEmpty() ? "0" : "-1");
        button.getStyle()
                .set("grid-row", Integer.toString(place.row()))
                .set("grid-column", Integer.toString(place.column()));
        button.addClickListener(click -> choose.accept(area));
        grid.add(button);
        return button;
    }
}
